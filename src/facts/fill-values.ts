import type { Days } from './check-known.ts';
import type { Numbers } from './check-number.ts';
import { columnNumber } from './columns.ts';
import type { Keep } from './keeper.ts';
import { type Row, textOf } from './row.ts';

const participant = columnNumber('participant');
const characteristics = columnNumber('with');
const day = columnNumber('day');
const from = columnNumber('from');
const to = columnNumber('to');
const value = columnNumber('value');
const low = columnNumber('low');
const high = columnNumber('high');
const known = columnNumber('known');

/** Columns whose text is another in every row. */
const ownTexts = (['id', 'replaces'] as const).map(columnNumber);

/** Columns that hold one of a few names. */
const names = (
  ['cohort', 'provider', 'group', 'about', 'source', 'method', 'state', 'signer'] as const
).map(columnNumber);

/** What the checks read from a row that has nothing against it. */
export type Read = Readonly<{
  days: Days;
  numbers: Numbers;
  characteristics: readonly string[] | undefined;
  keep: Keep;
  keepLast: Keep;
}>;

/** Fills in what the cells of a checked row say. */
export function fillValues(row: Row, read: Read): void {
  const { values } = row;
  const { days, numbers, keep, keepLast } = read;
  for (const column of ownTexts) values[column] = textOf(row, column) || undefined;
  for (const column of names) values[column] = keep(textOf(row, column)) || undefined;
  values[participant] = keepLast(textOf(row, participant)) || undefined;
  values[characteristics] = read.characteristics;
  values[day] = days.day;
  values[from] = days.from;
  values[to] = days.to;
  values[value] = numbers.value;
  values[low] = numbers.low;
  values[high] = numbers.high;
  values[known] = days.known;
}
