// Values as PostgreSQL sends them in binary (its documentation, COPY, "Binary Format").

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

const dash = 45;
const digits = Buffer.from('0123456789abcdef');

/** Writes the text of a uuid's sixteen bytes, which has thirty-six letters. */
export function writeUuidText(into: Uint8Array, from: number, uuid: Uint8Array): void {
  let to = from;
  for (let at = 0; at < 16; at += 1) {
    if (at === 4 || at === 6 || at === 8 || at === 10) {
      into[to] = dash;
      to += 1;
    }
    const byte = uuid[at] as number;
    into[to] = digits[byte >> 4] as number;
    into[to + 1] = digits[byte & 15] as number;
    to += 2;
  }
}

// Days are counted from 1 January 2000 there, and from 1 January 1970 here.
const daysBetween = 10_957;

/** The days since 1970 of a `date`. */
export function dayOfField(field: Uint8Array): number {
  return Buffer.from(field.buffer, field.byteOffset, 4).readInt32BE() + daysBetween;
}
