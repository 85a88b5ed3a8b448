import { isBare } from './number-column.ts';
import { type ReferenceColumn, referenceAt } from './reference-column.ts';
import { compareTexts } from './standing.ts';

/** The place of each reference in the order of code units; undefined where all stand in it. */
export function placesInOrder(column: ReferenceColumn): Int32Array | undefined {
  return isInOrder(column) ? undefined : placesOf(sorted(column));
}

function isInOrder(column: ReferenceColumn): boolean {
  if (isOneStem(column)) {
    const { values } = column.number;
    for (let row = 1; row < column.rows; row += 1) {
      if ((values[row] ?? 0) < (values[row - 1] ?? 0)) return false;
    }
    return true;
  }
  let before = '';
  for (let row = 0; row < column.rows; row += 1) {
    const text = referenceAt(column, row);
    if (text < before) return false;
    before = text;
  }
  return true;
}

/** With one stem and as many digits throughout, the order is that of the numbers. */
function isOneStem({ stems, blocks }: ReferenceColumn): boolean {
  return stems.length === 1 && blocks.length === 0;
}

/** The rows in order. */
function sorted(column: ReferenceColumn): Int32Array {
  const rows = new Int32Array(column.rows);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  if (isOneStem(column) && !isBare(column.number)) {
    const { values } = column.number;
    return rows.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  }
  const texts = Array.from(rows, (row) => referenceAt(column, row));
  return rows.sort((a, b) => compareTexts(texts[a] as string, texts[b] as string));
}

function placesOf(rows: Int32Array): Int32Array {
  const places = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) places[rows[place] as number] = place;
  return places;
}
