import { assert } from '../../problem/index.ts';

// The binary format of COPY (PostgreSQL documentation, COPY, "Binary Format"): a header, rows of
// fields each with its length before it, and a trailer. It spares the writing and reading of texts.

/** A field as its type is sent: the bytes of a uuid, of a text, of a whole number. */
export type Field = Uint8Array | null;

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const header = Buffer.concat([signature, Buffer.alloc(8)]);

/** Takes binary rows in pieces of any size, and gives those that have come whole. */
export type BinaryReader = Readonly<{ push: (piece: Buffer) => readonly (readonly Field[])[] }>;

export function binaryReader(): BinaryReader {
  let rest: Buffer = Buffer.alloc(0);
  let isBegun = false;
  return {
    push: (piece) => {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      if (!isBegun && bytes.length < header.length) {
        rest = bytes;
        return [];
      }
      const start = isBegun ? 0 : header.length;
      assert(isBegun || bytes.subarray(0, signature.length).equals(signature), 'rows are binary');
      isBegun = true;
      const { rows, end } = wholeRows(bytes, start);
      rest = bytes.subarray(end);
      return rows;
    },
  };
}

function wholeRows(bytes: Buffer, start: number) {
  const rows: (readonly Field[])[] = [];
  let end = start;
  for (;;) {
    const row = findRow(bytes, end);
    if (row === undefined) return { rows, end };
    rows.push(row.fields);
    end = row.end;
  }
}

function findRow(bytes: Buffer, start: number) {
  if (start + 2 > bytes.length) return undefined;
  const count = bytes.readInt16BE(start);
  if (count < 0) return undefined;
  const fields: Field[] = [];
  let at = start + 2;
  for (let number = 0; number < count; number += 1) {
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length >= 0 && at + length > bytes.length) return undefined;
    fields.push(length < 0 ? null : bytes.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return { fields, end: at };
}

/** The sixteen bytes of a uuid. */
export function uuidField(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

/** The text of a uuid's sixteen bytes. */
export function uuidOf(field: Uint8Array): string {
  const hex = Buffer.from(field.buffer, field.byteOffset, field.length).toString('hex');
  const [first, second] = [hex.slice(0, 8), hex.slice(8, 12)];
  return `${first}-${second}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// Days are counted from 1 January 2000 there, and from 1 January 1970 here.
const daysBetween = 10_957;

/** The days since 1970 of a `date`. */
export function dayOfField(field: Uint8Array): number {
  return Buffer.from(field.buffer, field.byteOffset, 4).readInt32BE() + daysBetween;
}
