import { byParticipant, type Fact } from '../../src/facts/index.ts';
import { writeLines } from '../../src/service/line-files/write-lines.ts';
import type { Following } from '../../src/service/previous/load-previous.ts';
import { openEarlier } from '../../src/service/previous/open-earlier.ts';
import { readDiffering } from '../../src/service/previous/read-differing.ts';
import {
  type AsAt,
  type Change,
  difference,
  type OwedByColumn,
  owed,
  owedByColumn,
  type Plan,
  settlementResult,
  sinceLines,
} from '../../src/settlement/index.ts';

const settlement = { contract: 'first', language: 1 };

/** Two settlements, and the facts that were given for each. */
export type TwoSettlements = Readonly<{
  plan: Plan;
  before: Readonly<{ facts: readonly Fact[]; asAt: AsAt }>;
  now: Readonly<{ facts: readonly Fact[]; asAt: AsAt }>;
  /** How what is owed now is worked out by column. */
  settle?: (plan: Plan, facts: readonly Fact[], asAt: AsAt) => OwedByColumn;
}>;

/** The changes, how many lines there were, and how many of them were looked at as objects. */
type Found = Readonly<{
  byObject: readonly Change[];
  byColumn: readonly Change[];
  lines: number;
  read: number;
}>;

/** The changes between two settlements, by their lines as objects and by their columns. */
export async function changesBothWays(
  { plan, before, now, settle = owedByColumn }: TwoSettlements,
  file: string,
): Promise<Found> {
  const settled = (facts: readonly Fact[], asAt: AsAt) =>
    settlementResult(owed(plan, facts, asAt), settlement);
  const previous = settled(before.facts, before.asAt);
  const byObject = difference({
    now: settled(now.facts, now.asAt),
    previous,
    anew: settled(now.facts, before.asAt),
    plan,
    facts: now.facts,
  });
  await writeLines(file, previous);
  const pages = [{ hashes: { contract: settlement.contract } }];
  const following = { pages, plan, asAt: now.asAt } as unknown as Following;
  const opened = await openEarlier(file, following);
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const found = settle(plan, now.facts, now.asAt);
  const differing = await readDiffering(opened.value, found);
  opened.value.close();
  if (!differing.ok) throw new Error(differing.problems[0]?.message);
  const source = byParticipant(now.facts);
  const unlike = { owed: found, settlement, ...differing.value, source, unread: [] };
  const { changes } = sinceLines(unlike);
  const read = differing.value.previous.lines.length;
  return { byObject, byColumn: changes, lines: previous.lines.length, read };
}
