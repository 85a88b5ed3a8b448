import { dayNumber } from '../calendar/index.ts';
import { assert } from '../problem/index.ts';

/** What may stand in a column; a day is given as its text. */
export type ArrayCell = string | number | bigint | boolean | null;

/** The types of which columns are sent, each by the number that PostgreSQL knows it by. */
const oids = {
  boolean: 16,
  bigint: 20,
  integer: 23,
  text: 25,
  json: 25,
  date: 1082,
  uuid: 2950,
} as const;

export type ArrayType = keyof typeof oids;

/** Whether columns of a type can be sent so. */
export function isArrayType(type: string): type is ArrayType {
  return type in oids;
}

/** The type under which a column of cells is sent: JSON goes as the text that it is. */
export function sentType(type: ArrayType): string {
  return type === 'json' ? 'text' : type;
}

const headLength = 20;

/**
 * A list as PostgreSQL sends it in binary (its sources, `array_send`): one dimension, whether any
 * is absent, of which type, how many from which number on, then each with its length before it.
 * It spares the writing and reading of texts.
 */
export function binaryArray(type: ArrayType, cells: readonly ArrayCell[]): Buffer {
  const lengths = lengthsOf(type, cells);
  const bytes = Buffer.allocUnsafe(headLength + 4 * cells.length + sum(lengths));
  bytes.writeInt32BE(cells.length === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(cells.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(oids[type], 8);
  bytes.writeInt32BE(cells.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = headLength;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) {
      at = bytes.writeInt32BE(-1, at);
      continue;
    }
    const length = lengths[index] as number;
    at = bytes.writeInt32BE(length, at);
    writeCell(bytes, { type, cell, at });
    at += length;
  }
  return cells.length === 0 ? bytes.subarray(0, 12) : bytes;
}

function lengthsOf(type: ArrayType, cells: readonly ArrayCell[]): Int32Array {
  return Int32Array.from(cells, (cell) => (cell === null ? 0 : lengthOf(type, cell)));
}

function lengthOf(type: ArrayType, cell: NonNullable<ArrayCell>): number {
  switch (type) {
    case 'boolean':
      return 1;
    case 'bigint':
      return 8;
    case 'integer':
    case 'date':
      return 4;
    case 'uuid':
      return 16;
    case 'text':
    case 'json':
      return Buffer.byteLength(String(cell));
  }
}

type Written = Readonly<{ type: ArrayType; cell: NonNullable<ArrayCell>; at: number }>;

function writeCell(bytes: Buffer, { type, cell, at }: Written): void {
  switch (type) {
    case 'boolean':
      bytes[at] = cell === true ? 1 : 0;
      break;
    case 'bigint':
      bytes.writeBigInt64BE(BigInt(cell), at);
      break;
    case 'integer':
      bytes.writeInt32BE(Number(cell), at);
      break;
    case 'date':
      bytes.writeInt32BE(daySent(String(cell)), at);
      break;
    case 'uuid':
      bytes.write(String(cell).replaceAll('-', ''), at, 'hex');
      break;
    case 'text':
    case 'json':
      bytes.write(String(cell), at);
      break;
  }
}

// Days are counted from 1 January 2000 there, and from 1 January 1970 here.
const daysBetween = 10_957;

// The same few thousand days come again and again.
const days = new Map<string, number>();

function daySent(text: string): number {
  const known = days.get(text);
  if (known !== undefined) return known;
  assert(/^\d{4}-\d\d-\d\d$/.test(text), 'a day is sent as a day');
  const sent = dayNumber(text as `${number}-${number}-${number}`) - daysBetween;
  days.set(text, sent);
  return sent;
}

function sum(numbers: Int32Array): number {
  return numbers.reduce((all, each) => all + each, 0);
}
