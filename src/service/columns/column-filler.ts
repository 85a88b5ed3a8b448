import type { DuckDBType } from '@duckdb/node-api';
import type { Vector } from '@duckdb/node-bindings';
import { assert } from '../../problem/index.ts';
import {
  type ColumnMarks,
  clearMarks,
  columnMarks,
  markAbsent,
  writeMarks,
} from './column-marks.ts';
import type { ColumnValues, PooledTexts, TableColumn } from './column-table.ts';
import type { DuckDb } from './duck-db.ts';
import { recordLength, rowsAtOnce, textPool } from './text-pool.ts';

/** Some of the values of a chunk: so many from this one on. */
export type Part = Readonly<{ values: ColumnValues; from: number; count: number }>;

/**
 * Puts parts of one column, up to `rowsAtOnce` rows long, into vectors of DuckDB. Each part that is
 * held at the same time needs a room of its own.
 */
export type ColumnFiller = Readonly<{ type: DuckDBType; openRoom: () => PartRoom }>;

/**
 * Room for a part: it is made ready in DuckDB's form, which may be before there is a vector for it,
 * and then put there. The next may then be made ready in its place.
 */
export type PartRoom = Readonly<{
  makeReady: (part: Part) => void;
  put: (vector: Vector) => void;
}>;

export function columnFiller(writer: DuckDb, column: TableColumn): ColumnFiller {
  const { type } = column;
  const { DATE, INTEGER, DECIMAL } = writer.api;
  switch (type.is) {
    case 'day':
      return numberFiller(writer, column, { type: DATE, ...wholeNumbers() });
    case 'whole':
      return numberFiller(writer, column, { type: INTEGER, ...wholeNumbers() });
    case 'decimal':
      return numberFiller(writer, column, { type: DECIMAL(18, type.places), ...longNumbers() });
    case 'text':
      return textFiller(writer, column);
    case 'pooled':
      return pooledFiller(writer, column, type.texts);
  }
}

/** Numbers as DuckDB holds them. */
type Wire = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** DuckDB's form of so many numbers, written to a wire; says whether it can hold them all. */
type Form<Own extends Wire> = Readonly<{
  type: DuckDBType;
  openWire: () => Own;
  /** How many elements of a wire make one value. */
  width: number;
  write: (wire: Own, numbers: Float64Array) => boolean;
  /** Takes over numbers that are in this form already. */
  takeOver?: (wire: Own, numbers: Int32Array) => void;
}>;

function numberFiller<Own extends Wire>(
  writer: DuckDb,
  { name, absent }: TableColumn,
  { type, openWire, width, write, takeOver }: Form<Own>,
): ColumnFiller {
  const numbers = new Float64Array(rowsAtOnce);
  const openRoom = (): PartRoom => {
    const wire = openWire();
    const marks = columnMarks();
    const bytesEach = width * wire.BYTES_PER_ELEMENT;
    let bytes = 0;
    return {
      makeReady: ({ values, from, count }) => {
        assert(isNumbers(values), `the values of the column ${name} are numbers`);
        bytes = count * bytesEach;
        const given = values.subarray(from, from + count);
        if (takeOver !== undefined && absent === undefined && given instanceof Int32Array) {
          takeOver(wire, given);
          return;
        }
        numbers.set(given);
        const own = numbers.subarray(0, count);
        if (absent !== undefined) takeAbsent(marks, own, absent);
        assert(write(wire, own), `every number of the column ${name} is one of its type`);
      },
      put: (vector) => {
        writer.bindings.copy_data_to_vector(vector, 0, wire.buffer, 0, bytes);
        writeMarks(writer, vector, marks);
      },
    };
  };
  return { type, openRoom };
}

function isNumbers(values: ColumnValues): values is Exclude<ColumnValues, readonly unknown[]> {
  return !Array.isArray(values);
}

/** Puts 0 in place of what is absent, and marks where that was. */
function takeAbsent(marks: ColumnMarks, numbers: Float64Array, absent: number): void {
  clearMarks(marks);
  for (let at = 0; at < numbers.length; at += 1) {
    if (numbers[at] !== absent) continue;
    numbers[at] = 0;
    markAbsent(marks, at);
  }
}

type NumberForm = Omit<Form<Int32Array<ArrayBuffer>>, 'type'>;

function wholeNumbers(): NumberForm {
  const write: NumberForm['write'] = (wire, numbers) => {
    let isWhole = true;
    for (let at = 0; at < numbers.length; at += 1) {
      wire[at] = numbers[at] as number;
      isWhole &&= wire[at] === numbers[at];
    }
    return isWhole;
  };
  const takeOver = (wire: Int32Array, numbers: Int32Array): void => wire.set(numbers);
  return { openWire: () => new Int32Array(rowsAtOnce), width: 1, write, takeOver };
}

/** Whole numbers of 64 bits, in two halves: a bigint for each would take ten times as long. */
function longNumbers(): NumberForm {
  const write: NumberForm['write'] = (wire, numbers) => {
    let isWhole = true;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      const high = Math.floor(number / 2 ** 32);
      wire[2 * at] = number - high * 2 ** 32;
      wire[2 * at + 1] = high;
      isWhole &&= Number.isSafeInteger(number);
    }
    return isWhole;
  };
  return { openWire: () => new Int32Array(2 * rowsAtOnce), width: 2, write };
}

function textFiller(writer: DuckDb, { name }: TableColumn): ColumnFiller {
  const { api, bindings } = writer;
  const openRoom = (): PartRoom => {
    const marks = columnMarks();
    let texts: readonly (string | undefined)[] = [];
    return {
      makeReady: ({ values, from, count }) => {
        assert(!isNumbers(values), `the values of the column ${name} are texts`);
        texts = values.slice(from, from + count);
        clearMarks(marks);
        for (const [at, text] of texts.entries()) if (text === undefined) markAbsent(marks, at);
      },
      put: (vector) => {
        for (const [at, text] of texts.entries()) {
          if (text !== undefined) bindings.vector_assign_string_element(vector, at, text);
        }
        writeMarks(writer, vector, marks);
      },
    };
  };
  return { type: api.VARCHAR, openRoom };
}

/** Beyond so many, texts are written by their records: a type that lists them grows with them. */
const listedMost = 1000;

function pooledFiller(writer: DuckDb, column: TableColumn, texts: PooledTexts): ColumnFiller {
  if ('references' in texts && texts.references.rows > listedMost) {
    return numberFiller(writer, column, recordForm(writer, texts));
  }
  const rest = texts[Symbol.iterator]();
  const first: string[] = [];
  while (first.length <= listedMost) {
    const next = rest.next();
    if (next.done === true) return listedFiller(writer, column, first);
    first.push(next.value);
  }
  return numberFiller(writer, column, recordForm(writer, chained(first, rest)));
}

function* chained(first: readonly string[], rest: Iterator<string>): Generator<string> {
  yield* first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

/** A few texts: DuckDB knows them by their numbers, as we do. */
function listedFiller(writer: DuckDb, column: TableColumn, texts: readonly string[]): ColumnFiller {
  const size = texts.length;
  const openWire = (): Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer> =>
    size > 0xff ? new Uint16Array(rowsAtOnce) : new Uint8Array(rowsAtOnce);
  const write = (wire: ReturnType<typeof openWire>, numbers: Float64Array): boolean => {
    let isListed = true;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      wire[at] = number;
      isListed &&= number === wire[at] && (number < size || size === 0);
    }
    return isListed;
  };
  // A type must list something, and where there is nothing to list all rows are absent.
  const type = writer.api.ENUM(size === 0 ? [''] : texts);
  return numberFiller(writer, column, { type, openWire, width: 1, write });
}

function recordForm(
  writer: DuckDb,
  texts: PooledTexts,
): NumberForm & Readonly<{ type: DuckDBType }> {
  const pool = textPool(writer, texts);
  const openWire = () => new Int32Array(recordLength * rowsAtOnce);
  const write: NumberForm['write'] = (wire, numbers) => {
    const { records, size } = pool;
    let isPooled = true;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = (numbers[at] as number) | 0;
      isPooled &&= number === numbers[at] && number >= 0 && number < size;
      const from = number * recordLength;
      const to = at * recordLength;
      wire[to] = records[from] as number;
      wire[to + 1] = records[from + 1] as number;
      wire[to + 2] = records[from + 2] as number;
      wire[to + 3] = records[from + 3] as number;
    }
    return isPooled;
  };
  return { type: writer.api.VARCHAR, openWire, width: recordLength, write };
}
