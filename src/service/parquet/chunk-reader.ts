import type { DataChunk } from '@duckdb/node-bindings';
import { type DayNumber, earliestDay, latestDay } from '../../calendar/index.ts';
import { type Column, columnNumber, columns, dayCell, type FactChunk } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { numbersBefore, type QueryPart } from './column-query.ts';
import { isFilledAt, type RawReader, type RawVector } from './raw-vector.ts';
import type { Survey } from './survey.ts';

/** Makes chunks of facts of those of a query; the next is made in the place of the last. */
export type ChunkReader = (chunk: DataChunk, rows: number) => FactChunk | undefined;

/** The most rows that come in one chunk. */
const rowsMax = 2048;

type Parts = Readonly<{ parts: readonly QueryPart[]; survey: Survey; readRaw: RawReader }>;

/** Reads chunks of these parts; a chunk is undefined where a day in it is none. */
export function chunkReader({ parts, survey: { days }, readRaw }: Parts): ChunkReader {
  const scratch = parts.map(() => new Int32Array(rowsMax));
  return (chunk, rows) => {
    assert(rows <= rowsMax, 'a chunk has no more rows than DuckDB puts into one');
    const cells = columns.map((): Int32Array | undefined => undefined);
    const pieces = new Map<Column, Int32Array[]>();
    let full = 0;
    for (const [at, { column, as, type }] of parts.entries()) {
      const raw = readRaw(chunk, at, type);
      const own = scratch[at] as Int32Array;
      if (as === 'piece') {
        const bytes = piecesIn(raw, rows);
        if (bytes === undefined) return undefined;
        pieces.set(column, [...(pieces.get(column) ?? []), bytes]);
        continue;
      }
      const filled =
        as === 'day'
          ? readDays(own, raw, rows)
          : readNumbers(own, raw, { rows, days: days.get(column) });
      if (filled === notRead) return undefined;
      // Most columns are filled in every row of a chunk, or in none.
      if (filled > 0) cells[columnNumber(column)] = own;
      if (filled === rows) full |= 1 << columnNumber(column);
    }
    const [participant, replaces] = [pieces.get('participant'), pieces.get('replaces')];
    return { rows, full, cells, id: pieces.get('id') ?? [], participant, replaces };
  };
}

/** Cells in which something stands that is none; or how many are not empty. */
const notRead = -1;

/** Takes the length away of texts that are none. */
function piecesIn({ texts, filled }: RawVector, rows: number): Int32Array | undefined {
  if (texts === undefined || filled === undefined) return texts;
  for (let row = 0; row < rows; row += 1) if (!isFilledAt(filled, row)) texts[4 * row] = 0;
  return texts;
}

function readDays(cells: Int32Array, { items, filled }: RawVector, rows: number): number {
  if (items === undefined) return notRead;
  if (filled === undefined) return readAllDays(cells, items, rows);
  if (filled.every((bits) => bits === 0)) return 0;
  let empty = 0;
  for (let row = 0; row < rows; row += 1) {
    if (!isFilledAt(filled, row)) {
      cells[row] = 0;
      empty += 1;
      continue;
    }
    const day = items[row] as DayNumber;
    if (day < earliestDay || day > latestDay) return notRead;
    cells[row] = dayCell(day);
  }
  return rows - empty;
}

function readAllDays(
  cells: Int32Array,
  items: NonNullable<RawVector['items']>,
  rows: number,
): number {
  for (let row = 0; row < rows; row += 1) {
    const day = items[row] as DayNumber;
    if (day < earliestDay || day > latestDay) return notRead;
    cells[row] = dayCell(day);
  }
  return rows;
}

type Numbered = Readonly<{ rows: number; days: Int32Array | undefined }>;

/** Reads the numbers of texts, and of days that are texts what each of them says. */
function readNumbers(cells: Int32Array, { items }: RawVector, { rows, days }: Numbered): number {
  if (items === undefined) return notRead;
  let empty = 0;
  for (let row = 0; row < rows; row += 1) {
    const number = (items[row] as number) - numbersBefore;
    if (number <= 0) empty += 1;
    cells[row] = Math.max(number, 0);
  }
  if (days === undefined) return rows - empty;
  for (let row = 0; row < rows; row += 1) {
    const number = cells[row] as number;
    if (number === 0) continue;
    const cell = days[number] as number;
    if (cell < 0) return notRead;
    cells[row] = cell;
  }
  return rows - empty;
}
