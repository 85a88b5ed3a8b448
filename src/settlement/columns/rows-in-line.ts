import { type NumberColumn, numberIn } from '../../facts/index.ts';
import { placeOfDue } from '../due/dues-in-line.ts';
import { comparePlaces, type Place } from '../pay/place-in-line.ts';
import { keptAt, nameAt, termsAt } from './line-at.ts';
import type { LineColumns } from './line-columns.ts';
import { valueAmong } from './value-numbers.ts';

/**
 * Step 6. The rows in place in line: payable day, outcome day, then as they come here, what waits
 * last. They come by participant (none first), and those of one participant and day in their order;
 * they are given back in the array in which they came.
 */
export function rowsInLine(
  { day, payableOn }: Pick<LineColumns, 'day' | 'payableOn'>,
  rows: Int32Array,
): Int32Array {
  const between = new Int32Array(rows.length);
  sortByDay(between, day, rows);
  sortByPayableDay(rows, payableOn, between);
  return rows;
}

/** Gives rows in place in line: all of them, or those that are wanted. */
export type InLine = (isWanted?: (row: number) => boolean) => Int32Array;

/**
 * Puts rows in line once somebody asks for it, unless that is known already. They come by
 * participant (none first), and stay as they are.
 */
export function inLineOnceAsked(
  days: Pick<LineColumns, 'day' | 'payableOn'>,
  rows: Int32Array,
  known?: Int32Array,
): InLine {
  let all = known;
  return (isWanted) => {
    if (isWanted === undefined) {
      all ??= rowsInLine(days, rows.slice());
      return all;
    }
    return all ? all.filter(isWanted) : rowsInLine(days, rows.filter(isWanted));
  };
}

/** Whether a row stands before another by its days: on one day, neither does. */
export function isBeforeByDays(
  { day, payableOn }: Pick<LineColumns, 'day' | 'payableOn'>,
  row: number,
  other: number,
): boolean {
  const [one, two] = [numberIn(payableOn, row), numberIn(payableOn, other)];
  if (one !== two) return two === 0 || (one !== 0 && one < two);
  return numberIn(day, row) < numberIn(day, other);
}

/**
 * The order of two rows that are payable on one day, where participants came in their order.
 */
export function compareRows(columns: LineColumns, one: number, other: number): number {
  if (columns.keepsAll) {
    const placeOf = (row: number) => placeOfDue(keptAt(columns, row).due);
    return comparePlaces(placeOf(one), placeOf(other));
  }
  const days = numberIn(columns.day, one) - numberIn(columns.day, other);
  const people = participantAt(columns, one) - participantAt(columns, other);
  if (days !== 0 || people !== 0) return days || people;
  return comparePlaces(placeAt(columns, one), placeAt(columns, other));
}

function participantAt({ attachment, attached }: LineColumns, row: number): number {
  return numberIn(attached.participant, numberIn(attachment, row) - 1);
}

/** Where the line of a row stands among its participant's of one day. */
function placeAt(columns: LineColumns, row: number): Place {
  const kept = columns.kept.get(row);
  if (kept) return { ...placeOfDue(kept.due), participant: '' };
  return {
    day: numberIn(columns.day, row),
    participant: '',
    order: termsAt(columns, row).placed.order,
    number: valueAmong(columns.numbers, numberIn(columns.number, row)),
    name: () => nameAt(columns, row),
  };
}

/** Puts rows by their days into another list; those of one day stay as they come. */
export function sortByDay(into: Int32Array, day: NumberColumn, rows: Int32Array): void {
  sortInto(into, day, { rows, isNoneLast: false });
}

/** The same by payable day, of which those that have none stand last. */
export function sortByPayableDay(
  into: Int32Array,
  payableOn: NumberColumn,
  rows: Int32Array,
): void {
  sortInto(into, payableOn, { rows, isNoneLast: true });
}

type Sorting = Readonly<{ rows: Int32Array; isNoneLast: boolean }>;

/** A counting sort: as many steps as there are rows, and days from the first to the last. */
function sortInto(sorted: Int32Array, column: NumberColumn, { rows, isNoneLast }: Sorting): void {
  const { least, most } = boundsOf(column, rows);
  // Before the first day there is room for no day, and behind the last.
  const none = isNoneLast ? most + 1 : least - 1;
  const before = least - 1;
  const starts = new Int32Array(most - least + 4);
  for (let at = 0; at < rows.length; at += 1) {
    const slot = (numberIn(column, rows[at] as number) || none) - before + 1;
    starts[slot] = (starts[slot] as number) + 1;
  }
  for (let slot = 1; slot < starts.length; slot += 1) {
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
  }
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const slot = (numberIn(column, row) || none) - before;
    const place = starts[slot] as number;
    sorted[place] = row;
    starts[slot] = place + 1;
  }
}

/** The least and the greatest cell of rows, but for empty ones; 1 and 0 where all are empty. */
function boundsOf(
  column: NumberColumn,
  rows: Int32Array,
): Readonly<{ least: number; most: number }> {
  let [least, most] = [2 ** 31 - 1, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const cell = numberIn(column, rows[at] as number);
    if (cell > most) most = cell;
    if (cell < least && cell > 0) least = cell;
  }
  return most === 0 ? { least: 1, most: 0 } : { least, most };
}
