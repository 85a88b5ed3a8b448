import type { DayNumber } from '../../calendar/index.ts';
import {
  type Chain,
  chainsOf,
  compareTexts,
  dayInCell,
  type Fact,
  type FactMaker,
  type FactState,
  type FactsApart,
  firstDay,
  numberIn,
  type OwnFacts,
  type Stretch,
  stretchesOf,
  valueAt,
} from '../../facts/index.ts';
import { Fault } from '../../problem/index.ts';
import type { AsAt } from '../as-at.ts';
import { type SeenFact, seenFact } from './seen-fact.ts';
import {
  addLink,
  clearRows,
  type LinkedFact,
  makeRoom,
  never,
  type StandingChain,
  type StandingRows,
  standingRows,
  stateBits,
} from './standing-rows.ts';
import { inTime, type Timely } from './timely.ts';

/** Step 1. What counts of one participant's facts, and the days on which it became known. */
export type Admitted = Readonly<{
  /** Those that stand as at the two days, with what stood in their place before. */
  rows: StandingRows;
  /** The numbers of kinds. */
  kinds: ReadonlyMap<string, number>;
  /** Makes the fact of a row of its source. */
  factOf: FactMaker;
  participant?: string;
  /** What stands today, in the order in which it was first recorded; absent: as the rows stand. */
  chains?: readonly StandingChain[];
}>;

/** What is said of facts that come late, and the kinds that are read; all where it is not told. */
type Reads = Readonly<{ timely?: Timely | undefined; kindsRead?: ReadonlySet<string> }>;

/**
 * Admits what was true and known by the two days, less what had been replaced or withdrawn and what
 * came too late.
 */
export function admit(facts: readonly Fact[], asAt: AsAt, reading: Reads = {}): Admitted {
  return admitFacts(facts, { asAt, ...reading, rows: standingRows() });
}

/** As at which days facts are admitted, how, and where their rows are put down. */
type By = Reads & Readonly<{ asAt: AsAt; rows: StandingRows }>;

/** The same of facts in their columns, where these are; the rows given are used again. */
export function admitOwn(own: OwnFacts, by: By): Admitted {
  clearRows(by.rows);
  const { apart } = own;
  return apart === undefined || by.timely !== undefined
    ? admitFacts(own.facts(), by)
    : admitApart(apart, by);
}

/** Facts none of which replaces another: each is a row, and none of them has to be made. */
function admitApart(
  { rows: sources, columns, kinds, participant, factOf }: FactsApart,
  by: By,
): Admitted {
  const { rows, kindsRead } = by;
  const { trueBy, knownBy } = by.asAt;
  const { values } = columns.kind.pool;
  makeRoom(rows, sources.length);
  for (const source of sources) {
    const known = dayInCell(numberIn(columns.known, source));
    const kind = numberIn(columns.kind.cells, source);
    const name = values[kind - 1] as string;
    if (known > knownBy || name === 'withdrawn' || kindsRead?.has(name) === false) continue;
    const day = numberIn(columns.day, source);
    const from = numberIn(columns.from, source);
    const first = day || from ? dayInCell(day || from) : known;
    if (first > trueBy) continue;
    const to = numberIn(columns.to, source);
    const row = rows.count;
    rows.count += 1;
    rows.kind[row] = kind;
    rows.ownKind[row] = kind;
    rows.first[row] = first;
    rows.last[row] = from === 0 ? first : Math.min(to === 0 ? known : dayInCell(to), known);
    rows.known[row] = known;
    rows.until[row] = never;
    rows.states[row] = stateBits[valueAt(columns.state, source) as FactState];
    rows.isOpen[row] = from !== 0 && to === 0 ? 1 : 0;
    rows.isHead[row] = 1;
    rows.sources[row] = source;
  }
  return { rows, kinds, participant, factOf };
}

function admitFacts(facts: readonly Fact[], by: By): Admitted {
  const { rows } = by;
  const links: LinkedFact[] = [];
  const chains: StandingChain[] = [];
  for (const recorded of chainsOf(facts)) {
    for (const stretch of stretchesOf(recorded, by.asAt.knownBy)) {
      const standing = findStretch(stretch, by);
      if (standing === undefined) continue;
      chains.push(standing);
      addLinks(links, standing);
    }
  }
  if (!areInOrder(links)) links.sort(byDayThenChain);
  const kinds = new Map<string, number>();
  const numberOf = (kind: string): number => {
    const number = kinds.get(kind) ?? kinds.size + 1;
    kinds.set(kind, number);
    return number;
  };
  makeRoom(rows, links.length);
  for (const link of links) addLink(rows, link, numberOf);
  return { rows, kinds, factOf: allAreMade, chains };
}

function allAreMade(): never {
  throw new Fault('every fact of a chain has been made');
}

function findStretch(
  { identity, links }: Stretch,
  { asAt, timely, kindsRead }: By,
): StandingChain | undefined {
  const chain = timely ? inTime(links, timely) : links;
  const head = findStanding(chain, asAt.knownBy);
  if (head === undefined || firstDay(head) > asAt.trueBy) return undefined;
  if (kindsRead?.has(head.kind) === false) return undefined;
  return { id: identity, chain, head };
}

function addLinks(links: LinkedFact[], standing: StandingChain): void {
  const { chain } = standing;
  let until = never;
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    const fact = chain[at] as Fact;
    // One that was known only after what came to stand in its place never stood.
    const stood = fact.known < until;
    if (stood && fact.kind !== 'withdrawn') links.push({ fact, until, standing });
    until = Math.min(until, fact.known);
  }
}

function areInOrder(links: readonly LinkedFact[]): boolean {
  for (let at = 1; at < links.length; at += 1) {
    if (byDayThenChain(links[at - 1] as LinkedFact, links[at] as LinkedFact) > 0) return false;
  }
  return true;
}

/** The order in which facts are read: by day, then by the id of the chain. */
function byDayThenChain(a: LinkedFact, b: LinkedFact): number {
  return firstDay(a.fact) - firstDay(b.fact) || compareTexts(a.standing.id, b.standing.id);
}

/** The fact of a row, made when it is first asked for. */
export function factIn({ rows, factOf, participant }: Admitted, row: number): Fact {
  const known = rows.facts[row];
  if (known !== undefined) return known;
  const fact = factOf(rows.sources[row] as number, participant);
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
  const states = fact === head ? aloneIn[head.state] : [fact.state, head.state];
  const seen = seenFact({ id, fact, states });
  rows.seen[row] = seen;
  return seen;
}

/** Everything that stands today, as chains; of one kind alone where it is told. */
export function chainsIn(admitted: Admitted, kind?: string): readonly StandingChain[] {
  const { rows, kinds } = admitted;
  if (admitted.chains) {
    return kind === undefined
      ? admitted.chains
      : admitted.chains.filter(({ head }) => head.kind === kind);
  }
  const number = kind === undefined ? undefined : (kinds.get(kind) ?? 0);
  const chains: StandingChain[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const isAsked = number === undefined || rows.kind[row] === number;
    if (isAsked && rows.isHead[row] === 1) chains.push(chainIn(admitted, row));
  }
  return chains;
}

const aloneIn: Readonly<Record<FactState, readonly FactState[]>> = {
  claimed: ['claimed'],
  waiting: ['waiting'],
  'not selected': ['not selected'],
  verified: ['verified'],
  rejected: ['rejected'],
};

/** Every day, by the day given, on which a link of any of the chains became known, ascending. */
export function knownDaysOf(
  chains: readonly StandingChain[],
  knownBy: DayNumber,
): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (const { chain } of chains) addKnownDays(days, chain, knownBy);
  return days;
}

/** Adds the days on which the links of a chain became known to days in their order. */
export function addKnownDays(days: DayNumber[], chain: Chain, knownBy: DayNumber): void {
  for (const { known } of chain) if (known <= knownBy) addDay(days, known);
}

/** Adds a day to days in their order, once. They are few. */
export function addDay(days: DayNumber[], day: DayNumber): void {
  let at = days.length;
  while (at > 0 && (days[at - 1] as DayNumber) > day) at -= 1;
  if (at > 0 && days[at - 1] === day) return;
  days.push(day);
  for (let later = days.length - 1; later > at; later -= 1) {
    days[later] = days[later - 1] as DayNumber;
  }
  days[at] = day;
}

/**
 * The one that stood on a day for what is one stretch today: the last that was known by then, even
 * where one before it became known later. Undefined where none was known, or it was withdrawn.
 */
export function findStanding(chain: Chain, knownBy: DayNumber): Fact | undefined {
  const [only] = chain;
  if (chain.length === 1 && only !== undefined) {
    return only.known <= knownBy && only.kind !== 'withdrawn' ? only : undefined;
  }
  const last = chain.findLast(({ known }) => known <= knownBy);
  return last?.kind === 'withdrawn' ? undefined : last;
}
