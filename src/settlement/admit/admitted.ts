import { compareFacts, type Fact, type FactState } from '../../facts/index.ts';
import { type SeenFact, seenFact } from './seen-fact.ts';
import type { StandingChain, StandingRows } from './standing-rows.ts';

/** Step 1. What counts of one participant's facts, and the days on which it became known. */
export type Admitted = Readonly<{
  /** Those that stand as at the two days, with what stood in their place before. */
  rows: StandingRows;
  /** The numbers of kinds. */
  kinds: ReadonlyMap<string, number>;
  /** Makes the fact of a row of its source. */
  factOf: (row: number) => Fact;
  /** What stands today, in the order in which it was first recorded; absent: as the rows stand. */
  chains?: readonly StandingChain[];
  /** Where these are absent: what was corrected, in that order. */
  corrected?: readonly Corrected[];
}>;

/** What stands of a chain, and the fact that was first recorded of it. */
export type Corrected = Readonly<{ first: Fact; standing: StandingChain }>;

/** The fact of a row, made when it is first asked for. */
export function factIn({ rows, factOf }: Admitted, row: number): Fact {
  const known = rows.facts[row];
  if (known !== undefined) return known;
  const fact = factOf(rows.sources[row] as number);
  rows.facts[row] = fact;
  return fact;
}

/** The chain of a row. */
export function chainIn(admitted: Admitted, row: number): StandingChain {
  const { chains } = admitted.rows;
  const known = chains[row];
  if (known !== undefined) return known;
  const head = factIn(admitted, row);
  const standing = { id: head.id, chain: [head], head };
  chains[row] = standing;
  return standing;
}

/** A row as it is seen from outside. */
export function seenIn(admitted: Admitted, row: number): SeenFact {
  const { rows } = admitted;
  const known = rows.seen[row];
  if (known !== undefined) return known;
  const { id, head } = chainIn(admitted, row);
  const fact = factIn(admitted, row);
  const states = fact === head ? onlyThat[head.state] : [fact.state, head.state];
  const seen = seenFact({ id, fact, states });
  rows.seen[row] = seen;
  return seen;
}

/** Everything that stands today, as chains; of one kind alone where it is told. */
export function chainsIn(admitted: Admitted, kind?: string): readonly StandingChain[] {
  const { corrected = [] } = admitted;
  const all = admitted.chains ?? inOrder(aloneIn(admitted, kind), corrected);
  return kind === undefined ? all : all.filter(({ head }) => head.kind === kind);
}

/** What was never corrected, as its rows stand. */
function aloneIn(admitted: Admitted, kind: string | undefined): readonly StandingChain[] {
  const { rows, kinds } = admitted;
  const number = kind === undefined ? undefined : (kinds.get(kind) ?? 0);
  const chains: StandingChain[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const isAsked = number === undefined || rows.kind[row] === number;
    if (isAsked && (rows.sources[row] as number) >= 0) chains.push(chainIn(admitted, row));
  }
  return chains;
}

function inOrder(
  alone: readonly StandingChain[],
  corrected: readonly Corrected[],
): readonly StandingChain[] {
  if (corrected.length === 0) return alone;
  const chains: StandingChain[] = [];
  let next = 0;
  for (const each of alone) {
    for (; next < corrected.length; next += 1) {
      const { first, standing } = corrected[next] as Corrected;
      if (compareFacts(first, each.head) > 0) break;
      chains.push(standing);
    }
    chains.push(each);
  }
  return [...chains, ...corrected.slice(next).map(({ standing }) => standing)];
}

const onlyThat: Readonly<Record<FactState, readonly FactState[]>> = {
  claimed: ['claimed'],
  waiting: ['waiting'],
  'not selected': ['not selected'],
  verified: ['verified'],
  rejected: ['rejected'],
};
