import { chainsOf, type Fact } from '../../facts/index.ts';
import { evaluate } from '../achieve/evaluate.ts';
import type { Earned, Evaluation } from '../achieve/stage.ts';
import { admit } from '../admit/admit.ts';
import { findLateness, type Timely } from '../admit/timely.ts';
import type { Work } from '../work.ts';
import { type Draft, draftsOf, lineName } from './draft.ts';
import type { EarnedLine } from './earned-line.ts';
import { payableLines } from './payable-day.ts';
import type { Pricer } from './price.ts';

type Whose = Readonly<{
  participant: string;
  facts: () => readonly Fact[];
  /** Those that are there without. */
  lines: readonly EarnedLine[];
}>;

type Late = Readonly<{ late: Evaluation | undefined; drafts: readonly Draft[] }>;

/** Where nothing came too late. */
export const noneLate: Late = { late: undefined, drafts: [] };

/**
 * Steps 1 and 5. What would have been earned if nothing had come too late, and is not: lines of
 * which nothing is paid, and that take no place from any other.
 */
export function lateDrafts(
  { participant, facts, lines }: Whose,
  { work, price }: Readonly<{ work: Work; price: Pricer }>,
): Late {
  const { timely, asAt } = work;
  const clause = timely && firstLateness(facts(), { timely, knownBy: asAt.knownBy });
  if (timely === undefined || clause === undefined) return noneLate;
  const admitted = admit(facts(), asAt, { ...work, timely: { ...timely, ignoresLate: false } });
  const horizon = Math.min(asAt.trueBy, asAt.knownBy);
  const late = evaluate(work, admitted, { knownBy: asAt.knownBy, horizon, reading: 'firm' });
  const isShown = new Set(lines.map(({ earned }) => nameOf(earned)));
  const over = { ...late, earned: late.earned.filter((each) => !isShown.has(nameOf(each))) };
  const drafts = payableLines(over, admitted, { work, price }).flatMap((line) =>
    draftsOf(line, participant),
  );
  const refusal = { reason: 'too_late', clause } as const;
  return { late, drafts: drafts.map((draft) => ({ ...draft, isLate: true, refusal })) };
}

function nameOf(earned: Earned): string {
  return lineName({ earned, payee: earned.attachment.provider });
}

function firstLateness(
  facts: readonly Fact[],
  { timely, knownBy }: Readonly<{ timely: Timely; knownBy: number }>,
): string | undefined {
  const clauses = chainsOf(facts).flatMap((chain) =>
    chain.flatMap((link, at) =>
      link.known <= knownBy ? (findLateness(chain, at, timely) ?? []) : [],
    ),
  );
  return clauses.sort()[0];
}
