import type { Contract } from '../../contract/index.ts';
import type { ColumnSource } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { planOf, type ResultLine, seenLineMaker } from '../../settlement/index.ts';
import { passingLines } from '../compare/sums-between.ts';
import { settleFacts } from './settle-facts.ts';
import type { ComparedFacts, ContractsBetween, SettlingGround } from './settling.ts';

/** Facts without those that say who is bound: who will sign is not known yet. */
export function withoutBound(source: ColumnSource): ColumnSource {
  return { ...source, others: source.others.filter(({ kind }) => kind !== 'bound') };
}

/** Settles the same facts twice, and adds up what is otherwise as lines pass. */
export async function compareFacts(
  ground: SettlingGround,
  source: ColumnSource,
  { was, now }: ContractsBetween,
): Promise<ComparedFacts> {
  const passing = passingLines();
  const settled = async (contracts: readonly Contract[], take: (line: ResultLine) => void) => {
    const plan = planOf(contracts);
    assert(plan.ok, 'pages that are compared make plans');
    const asked = { plan: plan.value, source, given: [] };
    const { owed } = await settleFacts({ ...ground, contracts }, asked);
    const seenAt = seenLineMaker(owed, { keepsNames: false });
    for (const row of owed.rows) take(seenAt(row).line);
    return owed.total;
  };
  const total = {
    was: await settled(was, passing.was),
    now: await settled(now, passing.now),
  };
  return { facts: countOf(source), money: passing.close(total) };
}

/** As many as are settled: of facts about nobody some are left out. */
function countOf({ columns, starts, others, participantCount }: ColumnSource): number {
  const ofNobody = columns.rows - (starts[participantCount] ?? columns.rows);
  return columns.rows - ofNobody + others.length;
}
