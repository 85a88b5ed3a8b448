import {
  addMonths,
  civilOf,
  type DayNumber,
  dayOf,
  daysFromCivil,
  monthLength,
  type Span,
  type YearlyDate,
  yearOf,
  yearSpan,
} from '../../calendar/index.ts';
import type { Over, PeriodPlan } from './period-plan.ts';
import type { Plan } from './plan.ts';

/** The days of a contract, and the date from which its years run if it is not their anniversary. */
export type ContractDays = Pick<Plan, 'startsOn' | 'endsOn' | 'yearsRunFrom'>;

/** A period as it is cut to the days of the contract, the year in which it is, and all of it. */
export type Instalment = PeriodPlan & Readonly<{ year: number; whole: Span }>;

const monthsIn = { year: 12, 'half-year': 6, quarter: 3, month: 1 } as const;

/**
 * The years, quarters or months of a contract, or all of it, in order and named by their first
 * days. They follow each other without a gap from its first day to its last, so that the first and
 * the last may be shorter than the others.
 */
export function periodsOf(days: ContractDays, over: Over): readonly PeriodPlan[] {
  const { startsOn, endsOn } = days;
  if (over === 'contract') return [{ name: dayOf(startsOn), first: startsOn, last: endsOn }];
  return instalmentsOf(days, over).map(({ name, first, last }) => ({ name, first, last }));
}

/** The same with what each would be if the contract had begun before it and ended after it. */
export function instalmentsOf(
  days: ContractDays,
  every: keyof typeof monthsIn,
): readonly Instalment[] {
  const { startsOn, endsOn, yearsRunFrom } = days;
  const years = yearOf(endsOn, startsOn, yearsRunFrom);
  return Array.from({ length: years }, (_, at) => at + 1).flatMap((year) =>
    partsOfYear(days, year, monthsIn[every]).flatMap((whole) => {
      const first = Math.max(whole.first, startsOn);
      const last = Math.min(whole.last, endsOn);
      return first > last ? [] : [{ name: dayOf(first), first, last, year, whole }];
    }),
  );
}

/** So many months at a time from the day on which the year begins or, cut short, would have. */
function partsOfYear(days: ContractDays, year: number, months: number): Span[] {
  const begins = nominalStart(days, year);
  const ends = nominalStart(days, year + 1);
  return Array.from({ length: 12 / months }, (_, at) => ({
    first: addMonths(begins, at * months),
    // Where a year begins on 29 February, the one before it ends on the 28th.
    last: (at + 1) * months === 12 ? ends - 1 : addMonths(begins, (at + 1) * months) - 1,
  }));
}

function nominalStart({ startsOn, yearsRunFrom }: ContractDays, year: number): DayNumber {
  if (year > 1 || yearsRunFrom === undefined) return yearSpan(year, startsOn, yearsRunFrom).first;
  const started = civilOf(startsOn).year;
  const inThatYear = dateIn(started, yearsRunFrom);
  return inThatYear <= startsOn ? inThatYear : dateIn(started - 1, yearsRunFrom);
}

function dateIn(year: number, { month, day }: YearlyDate): DayNumber {
  return daysFromCivil(year, month, Math.min(day, monthLength(year, month)));
}
