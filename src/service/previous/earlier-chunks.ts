import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';
import type { TextPieces } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { type EarlierChunk, earlierTexts, noDay, otherText } from '../../settlement/index.ts';
import { loadDuckDb } from '../columns/duck-db.ts';
import {
  isFilledAt,
  type RawReader,
  type RawType,
  type RawVector,
  rawReader,
} from '../parquet/raw-vector.ts';
import {
  amountCells,
  type EarlierAsked,
  type EarlierQuery,
  earlierQuery,
  numbersBefore,
  plainCells,
} from './earlier-query.ts';

/** The most rows that come in one chunk. */
const rowsMax = 2048;

/** Hands on all lines of a file in their order, some at a time, each time in the same arrays. */
export async function eachEarlierChunk(
  connection: DuckDBConnection,
  asked: EarlierAsked,
  take: (chunk: EarlierChunk) => void,
): Promise<void> {
  const query = await earlierQuery(connection, asked);
  const { bindings } = await loadDuckDb();
  const read = chunkReader(query, rawReader(bindings));
  const result = await connection.stream(query.sql);
  let fetched = result.fetchChunk();
  try {
    for (;;) {
      const raw = await fetched;
      if (raw === null || raw.rowCount === 0) return;
      fetched = result.fetchChunk();
      take(read(raw.chunk, raw.rowCount));
      assert(raw.rowCount > 0, 'a chunk is there until all that was read of it has been taken');
    }
  } finally {
    // Nothing may be closed while a chunk is being fetched.
    await fetched.catch(() => null);
  }
}

/** Cells by name, in arrays that are used for every chunk. */
type Cells = Readonly<Record<string, Int32Array>>;

function chunkReader(query: EarlierQuery, readRaw: RawReader) {
  const { types, participants, attachments } = query;
  const names = [...plainCells, ...earlierTexts];
  const cells: Cells = Object.fromEntries(names.map((name) => [name, new Int32Array(rowsMax)]));
  const amounts = amountCells.map(() => new Float64Array(rowsMax)) as [Float64Array, Float64Array];
  return (chunk: DataChunk, rows: number): EarlierChunk => {
    assert(rows <= rowsMax, 'a chunk has no more rows than DuckDB puts into one');
    let column = 0;
    const next = (): RawVector => {
      const raw = readRaw(chunk, column, types[column] as RawType);
      column += 1;
      return raw;
    };
    for (const name of plainCells) putPlain(cells[name] as Int32Array, next(), rows);
    for (const amount of amounts) putAmounts(amount, next(), rows);
    const piecesOf = (count: number) => Array.from({ length: count }, () => textsIn(next()));
    const participant: TextPieces = piecesOf(participants);
    const attachment: TextPieces = piecesOf(attachments);
    for (const name of earlierTexts) putNumbers(cells[name] as Int32Array, next(), rows);
    const [gross, amount] = amounts;
    // Every name of a chunk has been filled in.
    return { ...cells, length: rows, gross, amount, participant, attachment } as EarlierChunk;
  };
}

function putPlain(cells: Int32Array, { items, filled }: RawVector, rows: number): void {
  assert(items, 'numbers and days are held as numbers');
  for (let row = 0; row < rows; row += 1) {
    const isThere = filled === undefined || isFilledAt(filled, row);
    cells[row] = isThere ? (items[row] as number) : noDay;
  }
}

function putAmounts(amounts: Float64Array, { halves }: RawVector, rows: number): void {
  assert(halves, 'amounts are held in 64 bits');
  for (let row = 0; row < rows; row += 1) {
    const low = (halves[2 * row] as number) >>> 0;
    amounts[row] = (halves[2 * row + 1] as number) * 2 ** 32 + low;
  }
}

/** Texts are numbered from 0; before that come none at all and, below it, others than today's. */
function putNumbers(cells: Int32Array, { items }: RawVector, rows: number): void {
  assert(items && otherText === -numbersBefore, 'texts are held as their numbers');
  for (let row = 0; row < rows; row += 1) cells[row] = (items[row] as number) - numbersBefore;
}

function textsIn({ texts }: RawVector): Int32Array {
  assert(texts, 'references are held as texts');
  return texts;
}
