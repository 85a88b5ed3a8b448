import type { DuckDBDataChunk } from '@duckdb/node-api';
import { type DayNumber, earliestDay, latestDay } from '../../calendar/index.ts';
import { type Column, columnNumber, columns, dayCell, type FactChunk } from '../../facts/index.ts';
import { numbersBefore, type QueryPart } from './column-query.ts';
import { findRaw, isFilledAt, type RawVector } from './raw-vector.ts';
import type { Survey } from './survey.ts';

/** Makes chunks of facts of those of a query; the next is made in the place of the last. */
export type ChunkReader = (chunk: DuckDBDataChunk) => FactChunk | undefined;

/** The most rows that come in one chunk. */
const rowsMax = 2048;

/** Reads chunks of these parts; a chunk is undefined where a day in it is none, or it is unlike. */
export function chunkReader(parts: readonly QueryPart[], { days }: Survey): ChunkReader {
  const scratch = parts.map(() => new Int32Array(rowsMax));
  return (chunk) => {
    const { rowCount } = chunk;
    const cells = columns.map((): Int32Array | undefined => undefined);
    const pieces = new Map<Column, Int32Array[]>();
    for (const [at, { column, as }] of parts.entries()) {
      const raw = findRaw(chunk.getColumnVector(at));
      if (raw === undefined || rowCount > rowsMax) return undefined;
      const own = scratch[at] as Int32Array;
      if (as === 'piece') {
        const bytes = piecesIn(raw, rowCount);
        if (bytes === undefined) return undefined;
        pieces.set(column, [...(pieces.get(column) ?? []), bytes]);
        continue;
      }
      const isRead =
        as === 'day'
          ? readDays(own, raw, rowCount)
          : readNumbers(own, raw, { rows: rowCount, days: days.get(column) });
      if (!isRead) return undefined;
      cells[columnNumber(column)] = own;
    }
    const [participant, replaces] = [pieces.get('participant'), pieces.get('replaces')];
    return { rows: rowCount, cells, id: pieces.get('id') ?? [], participant, replaces };
  };
}

/** Takes the length away of texts that are none. */
function piecesIn({ texts, filled }: RawVector, rows: number): Int32Array | undefined {
  if (texts === undefined || filled === undefined) return texts;
  for (let row = 0; row < rows; row += 1) if (!isFilledAt(filled, row)) texts[4 * row] = 0;
  return texts;
}

function readDays(cells: Int32Array, { items, filled }: RawVector, rows: number): boolean {
  if (items === undefined) return false;
  for (let row = 0; row < rows; row += 1) {
    if (filled !== undefined && !isFilledAt(filled, row)) {
      cells[row] = 0;
      continue;
    }
    const day = items[row] as DayNumber;
    if (day < earliestDay || day > latestDay) return false;
    cells[row] = dayCell(day);
  }
  return true;
}

type Numbered = Readonly<{ rows: number; days: Int32Array | undefined }>;

/** Reads the numbers of texts, and of days that are texts what each of them says. */
function readNumbers(cells: Int32Array, { items }: RawVector, { rows, days }: Numbered): boolean {
  if (items === undefined) return false;
  for (let row = 0; row < rows; row += 1) {
    const number = Math.max(0, (items[row] as number) - numbersBefore);
    const cell = days === undefined || number === 0 ? number : (days[number] as number);
    if (cell < 0) return false;
    cells[row] = cell;
  }
  return true;
}
