import { type DayNumber, type Span, yearOf, yearSpan } from '../../calendar/index.ts';
import type { Plan } from './plan.ts';

/** The year of the contract in which a day lies. */
export function yearIn(plan: Plan, day: DayNumber): number {
  return yearOf(day, plan.startsOn, plan.yearsRunFrom);
}

/** The year of each day; the days of each are looked up once, as there are few. */
export function yearsOf(plan: Plan): (day: DayNumber) => number {
  const years: (Span & Readonly<{ year: number }>)[] = [];
  let before: (typeof years)[number] | undefined;
  return (day) => {
    if (before !== undefined && day >= before.first && day <= before.last) return before.year;
    before = years.find(({ first, last }) => day >= first && day <= last);
    if (before !== undefined) return before.year;
    const year = yearIn(plan, day);
    if (year >= 1) {
      const { first, last } = yearSpan(year, plan.startsOn, plan.yearsRunFrom);
      years.push({ first, last, year });
    }
    return year;
  };
}
