import type { DayNumber } from '../../calendar/index.ts';
import type { Over } from './period-plan.ts';
import { type ContractDays, periodsOf } from './periods-of.ts';

/**
 * The name of the period in which a day lies. Outcomes may fall after the contract's last day, and
 * its periods go on for them.
 */
export function periodOfDay(days: ContractDays, over: Over): (day: DayNumber) => string {
  if (over === 'contract') return () => '';
  const known = new Map<DayNumber, string>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const { startsOn, endsOn, yearsRunFrom } = days;
    const until = {
      startsOn,
      endsOn: Math.max(endsOn, day),
      ...(yearsRunFrom && { yearsRunFrom }),
    };
    const period = periodsOf(until, over).find(({ last }) => day <= last);
    known.set(day, period?.name ?? '');
    return period?.name ?? '';
  };
}
