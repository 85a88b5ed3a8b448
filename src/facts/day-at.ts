import { civilOf, daysFromCivil, earliestDay, latestDay, monthLength } from '../calendar/index.ts';

/** What `dayAt` gives where no day is written. */
export const notDay: number = -(2 ** 31);

const yearFirst = civilOf(earliestDay).year;
const months = 12 * (civilOf(latestDay).year - yearFirst + 1);

/** The first day of each month that a day may be in, and how many days it has. */
const starts = new Int32Array(months);
const lengths = new Uint8Array(months);

for (let index = 0; index < months; index += 1) {
  const year = yearFirst + Math.floor(index / 12);
  const month = 1 + (index % 12);
  starts[index] = daysFromCivil(year, month, 1);
  lengths[index] = monthLength(year, month);
}

const hyphen = 45;
const zero = 48;

/** The number of the day that these code units write, as 2026-03-29: files hold millions. */
export function dayAt(units: Uint16Array, at: number): number {
  if (units[at + 4] !== hyphen || units[at + 7] !== hyphen) return notDay;
  const century = twoDigits(units, at);
  const year = twoDigits(units, at + 2);
  const month = twoDigits(units, at + 5) - 1;
  const day = twoDigits(units, at + 8);
  if (year < 0 || month < 0 || month > 11 || day < 1) return notDay;
  const index = (100 * century + year - yearFirst) * 12 + month;
  if (index < 0 || index >= starts.length) return notDay;
  return day > (lengths[index] as number) ? notDay : (starts[index] as number) + day - 1;
}

/** The number that two digits write; below 0 where they are none. */
function twoDigits(units: Uint16Array, at: number): number {
  const tens = (units[at] as number) - zero;
  const ones = (units[at + 1] as number) - zero;
  const isNumber = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return isNumber ? 10 * tens + ones : -1000;
}
