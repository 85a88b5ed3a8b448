import { assert } from '../problem/index.ts';
import type { DayNumber } from './civil.ts';
import { daysFromCivil, weekdayOf } from './civil.ts';
import { englandAndWales } from './holidays/england-and-wales.ts';
import type { HolidayTable } from './holidays/holiday-table.ts';
import { ireland } from './holidays/ireland.ts';
import { northernIreland } from './holidays/northern-ireland.ts';
import { scotland } from './holidays/scotland.ts';
import { unitedStates } from './holidays/united-states.ts';

/**
 * The working days of a named place: Monday to Friday, less its holidays. A table covers stated
 * years; of days outside them it says nothing, and to ask is a fault.
 */
export type WorkingDays = Readonly<{
  place: string;
  /** The version of the table, which changes whenever any day in it does. */
  version: number;
  source: string;
  coversFrom: DayNumber;
  coversTo: DayNumber;
  isWorking(day: DayNumber): boolean;
}>;

/** Places by the name a page gives them, and the table of each. */
const tables: readonly (readonly [place: string, table: HolidayTable])[] = [
  ['England', englandAndWales],
  ['Wales', englandAndWales],
  ['England and Wales', englandAndWales],
  ['Scotland', scotland],
  ['Northern Ireland', northernIreland],
  ['Ireland', ireland],
  ['the United States', unitedStates],
];

/** The places whose working days are known, as a page names them. */
export const workingPlaces: readonly string[] = tables.map(([place]) => place);

/** The working days of a place, capitals or not, with "the" or without; undefined if not known. */
export function workingDaysOf(place: string): WorkingDays | undefined {
  const key = placeKey(place);
  const known = made.get(key);
  if (known !== undefined) return known;
  const [name, table] = tables.find(([each]) => placeKey(each) === key) ?? [];
  if (name === undefined || table === undefined) return undefined;
  const working = workingDaysFrom(name, table);
  made.set(key, working);
  return working;
}

/** A table is turned into day numbers once, when its place is first asked for. */
const made = new Map<string, WorkingDays>();

/** The n-th working day on or after the first day; undefined where the table ends before it. */
export function findNthWorkingDay(
  first: DayNumber,
  n: number,
  working: WorkingDays,
): DayNumber | undefined {
  if (first < working.coversFrom) return undefined;
  let left = n;
  for (let day = first; day <= working.coversTo; day += 1) {
    if (working.isWorking(day)) left -= 1;
    if (left === 0) return day;
  }
  return undefined;
}

/** Working days of a place by a holiday table, such as a page's own. */
export function workingDaysFrom(place: string, table: HolidayTable): WorkingDays {
  const coversFrom = daysFromCivil(table.yearFirst, 1, 1);
  const coversTo = daysFromCivil(table.yearLast, 12, 31);
  const isFree = new Uint8Array(coversTo - coversFrom + 1);
  for (let index = 0; index < isFree.length; index += 1) {
    if (weekdayOf(coversFrom + index) > 5) isFree[index] = 1;
  }
  for (const day of holidaysOf(table)) isFree[day - coversFrom] = 1;
  const { version, source } = table;
  const isWorking = (day: DayNumber): boolean => {
    const free = isFree[day - coversFrom];
    assert(free !== undefined, 'working days are asked for only within the table of the place');
    return free === 0;
  };
  return { place, version, source, coversFrom, coversTo, isWorking };
}

function holidaysOf({ years }: HolidayTable): DayNumber[] {
  return Object.entries(years).flatMap(([year, dates]) =>
    dates.split(' ').map((date) => {
      const [month, day] = date.split('-').map(Number);
      assert(month && day, 'a holiday is written as month and day');
      return daysFromCivil(Number(year), month, day);
    }),
  );
}

function placeKey(place: string): string {
  return place.trim().toLowerCase().replace(/^the /, '');
}
