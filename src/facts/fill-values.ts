import type { Days } from './check-known.ts';
import type { Numbers } from './check-number.ts';
import { columnNumber } from './columns.ts';
import type { Keep } from './keeper.ts';
import { type CellValue, type Row, textOf } from './row.ts';

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
const ownTexts = (['id', 'kind', 'replaces'] as const).map(columnNumber);

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
  const { days, numbers, keep, keepLast } = read;
  row.form = 0;
  for (const column of ownTexts) setValue(row, column, textOf(row, column));
  for (const column of names) setValue(row, column, keep(textOf(row, column)));
  setValue(row, participant, keepLast(textOf(row, participant)));
  setValue(row, characteristics, read.characteristics);
  setValue(row, day, days.day);
  setValue(row, from, days.from);
  setValue(row, to, days.to);
  setValue(row, value, numbers.value);
  setValue(row, low, numbers.low);
  setValue(row, high, numbers.high);
  setValue(row, known, days.known);
}

function setValue(row: Row, column: number, says: CellValue | undefined): void {
  if (says === undefined || says === '') return;
  row.values[column] = says;
  row.form |= 1 << column;
}
