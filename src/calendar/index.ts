export {
  type Civil,
  civilOf,
  type DayNumber,
  daysFromCivil,
  monthLength,
  weekdayOf,
} from './civil.ts';
export {
  formatDate,
  formatYearlyDate,
  monthNames,
  parseDateText,
  parseYearlyDate,
  type YearlyDate,
} from './date-text.ts';
export {
  type Day,
  dayNumber,
  dayOf,
  earliestDay,
  latestDay,
  parseDay,
} from './day.ts';
export type { HolidayTable } from './holidays/holiday-table.ts';
export {
  addMonths,
  findLastDayOf,
  formatLength,
  type Length,
  type LengthUnit,
  lastDayOf,
  parseLength,
} from './length.ts';
export {
  countDays,
  covers,
  cut,
  intersect,
  joinGaps,
  type Span,
  subtract,
  union,
} from './span.ts';
export {
  type WorkingDays,
  workingDaysFrom,
  workingDaysOf,
  workingPlaces,
} from './working-days.ts';
export { monthSpan, yearOf, yearSpan } from './year.ts';
