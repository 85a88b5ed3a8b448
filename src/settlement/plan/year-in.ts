import { type DayNumber, yearOf } from '../../calendar/index.ts';
import type { Plan } from './plan.ts';

/** The year of the contract in which a day lies. */
export function yearIn(plan: Plan, day: DayNumber): number {
  return yearOf(day, plan.startsOn, plan.yearsRunFrom);
}
