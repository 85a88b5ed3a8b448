import type { DayNumber } from '../../calendar/index.ts';
import type { Over, PeriodPlan } from './period-plan.ts';
import { type ContractDays, periodsOf } from './periods-of.ts';

/** So many days beyond one that falls after all that are listed, so that few lists are made. */
const daysAhead = 366;

/**
 * The name of the period in which a day lies. Outcomes may fall after the contract's last day, and
 * its periods go on for them.
 */
export function periodOfDay(days: ContractDays, over: Over): (day: DayNumber) => string {
  if (over === 'contract') return () => '';
  const { startsOn, endsOn, yearsRunFrom } = days;
  let periods: readonly PeriodPlan[] = [];
  let listedUntil = Number.NEGATIVE_INFINITY;
  return (day) => {
    if (day > listedUntil) {
      listedUntil = Math.max(endsOn, day + daysAhead);
      const until = { startsOn, endsOn: listedUntil, ...(yearsRunFrom && { yearsRunFrom }) };
      periods = periodsOf(until, over);
    }
    for (const { last, name } of periods) if (day <= last) return name;
    return '';
  };
}
