import type { Day } from '../../../src/calendar/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { difference } from '../../../src/settlement/difference/difference.ts';
import {
  owed,
  type Plan,
  type SettlementResult,
  settlementResult,
} from '../../../src/settlement/index.ts';
import { asAt } from './facts.ts';

/** What is owed by a day under the first terms, as other programs read it. */
export function settledOn(plan: Plan, facts: readonly Fact[], day: Day): SettlementResult {
  return settlementResult(owed(plan, facts, asAt(day)), { contract: 'first', language: 1 });
}

/** What moved each line between the ends of January and of February 2028, by identities. */
export function causesIn(plan: Plan, facts: readonly Fact[]): Readonly<Record<string, string>> {
  const [previous, now] = [
    settledOn(plan, facts, '2028-01-31'),
    settledOn(plan, facts, '2028-02-29'),
  ];
  const told = difference({ now, previous, plan, facts }).map(({ line, cause }) => {
    const by = 'facts' in cause ? cause.facts.join(' and ') : 'nothing';
    return [line, cause.is === 'line' ? `${cause.line} by ${by}` : `${cause.is}: ${by}`];
  });
  return Object.fromEntries(told);
}
