import { type Day, dayOf } from '../../../src/calendar/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { type AsAt, type Owed, owed, type Plan } from '../../../src/settlement/index.ts';

/** Each line in few words: outcome, number, day and what it pays. */
export function linesOf(settled: Owed): readonly string[] {
  return settled.lines.map(
    ({ outcome, number, day, amount }) =>
      `${outcome} ${number} on ${dayOf(day)}: ${formatMoney({ units: amount, currency: 'GBP' })}`,
  );
}

/** The days of all lines, in place in line. */
export function daysOf(plan: Plan, facts: readonly Fact[], at: AsAt): readonly Day[] {
  return owed(plan, facts, at).lines.map(({ day }) => dayOf(day));
}

/** What is not paid, and why. */
export function notPaidOf(settled: Owed): readonly string[] {
  return settled.notPaid.map(
    ({ line, reason, amount }) =>
      `${line}: ${reason} ${formatMoney({ units: amount, currency: 'GBP' })}`,
  );
}

/** The statuses that there are. */
export function statusesOf({ statuses }: Owed): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(statuses).filter(([, count]) => count > 0));
}
