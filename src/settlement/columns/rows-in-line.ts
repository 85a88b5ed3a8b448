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
  sortInto(between, day, { rows, isNoneLast: false });
  sortInto(rows, payableOn, { rows: between, isNoneLast: true });
  return rows;
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

type Sorting = Readonly<{ rows: Int32Array; isNoneLast: boolean }>;

/** A counting sort: as many steps as there are rows and days. */
function sortInto(sorted: Int32Array, column: NumberColumn, { rows, isNoneLast }: Sorting): void {
  const most = mostIn(column, rows);
  // Where no day stands last, it has the number after that of the last day.
  const none = isNoneLast ? most + 1 : 0;
  const starts = new Int32Array(most + 3);
  for (let at = 0; at < rows.length; at += 1) {
    const slot = (numberIn(column, rows[at] as number) || none) + 1;
    starts[slot] = (starts[slot] as number) + 1;
  }
  for (let slot = 1; slot < starts.length; slot += 1) {
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
  }
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const slot = numberIn(column, row) || none;
    const place = starts[slot] as number;
    sorted[place] = row;
    starts[slot] = place + 1;
  }
}

function mostIn(column: NumberColumn, rows: Int32Array): number {
  let most = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const cell = numberIn(column, rows[at] as number);
    if (cell > most) most = cell;
  }
  return most;
}
