// An array as PostgreSQL takes it in binary (its source, array_recv): how many dimensions, whether
// any element is null, the type of the elements, their number, the number of the first; then each
// with its length before it.

/** Writes the elements of an array one after the other. */
export type ArrayWriter = {
  bytes: Buffer;
  /** Where the next element is written. */
  end: number;
  count: number;
  hasNulls: boolean;
};

/** So many bytes stand before the first element. */
export const headLength = 20;

/** Begins an array that is thought to need so many bytes for its elements. */
export function arrayWriter(bytesLikely: number): ArrayWriter {
  const bytes = Buffer.allocUnsafeSlow(headLength + bytesLikely);
  return { bytes, end: headLength, count: 0, hasNulls: false };
}

/** Adds an element, or null. */
export function addElement(writer: ArrayWriter, element: Uint8Array | null): void {
  if (element === null) {
    addNull(writer);
    return;
  }
  const { length } = element;
  const from = addRoom(writer, length);
  const { bytes } = writer;
  // Most are short: so few bytes are sooner written one by one than asked to be copied.
  if (length > shortMost) bytes.set(element, from);
  else for (let at = 0; at < length; at += 1) bytes[from + at] = element[at] as number;
}

const shortMost = 64;

/** Adds an element that is written afterwards, and gives its place. */
export function addRoom(writer: ArrayWriter, length: number): number {
  if (writer.end + 4 + length > writer.bytes.length) grow(writer, 4 + length);
  writer.count += 1;
  const at = writer.bytes.writeInt32BE(length, writer.end);
  writer.end = at + length;
  return at;
}

function addNull(writer: ArrayWriter): void {
  if (writer.end + 4 > writer.bytes.length) grow(writer, 4);
  writer.count += 1;
  writer.hasNulls = true;
  writer.end = writer.bytes.writeInt32BE(-1, writer.end);
}

function grow(writer: ArrayWriter, more: number): void {
  const bytes = Buffer.allocUnsafeSlow(Math.max(writer.bytes.length * 2, writer.end + more));
  writer.bytes.copy(bytes, 0, 0, writer.end);
  writer.bytes = bytes;
}

/** The numbers by which PostgreSQL knows the types of elements (its table pg_type). */
export const elementTypes = { uuid: 2950, text: 25, bytea: 17 } as const;

export type ElementType = keyof typeof elementTypes;

/** The array, whole; its memory is its own, so that a thread can hand it over. */
export function closeArray(writer: ArrayWriter, type: ElementType): Uint8Array {
  const { bytes, count, end, hasNulls } = writer;
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(hasNulls ? 1 : 0, 4);
  bytes.writeInt32BE(elementTypes[type], 8);
  bytes.writeInt32BE(count, 12);
  bytes.writeInt32BE(1, 16);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, end);
}
