import { addNumbered, addReference, type ReferenceColumn } from './reference-column.ts';
import { type ReferenceReader, textOfBytes } from './reference-reader.ts';

/** Finds the rows of references in a column in which each stands once. */
export type ReferenceIndex = {
  readonly column: ReferenceColumn;
  /** Slots of numbered references: the row from 1, the stem and the number, side by side. */
  slots: Int32Array;
  used: number;
  readonly others: Map<string, number>;
};

const slotLength = 3;
const slotsFirst = 1024;

export function referenceIndex(column: ReferenceColumn): ReferenceIndex {
  return { column, slots: new Int32Array(slotLength * slotsFirst), used: 0, others: new Map() };
}

/** The row of the reference at hand, which is added if it is new. */
export function rowOfReference(index: ReferenceIndex, reader: ReferenceReader): number {
  return reader.stem === 0 ? rowOfText(index, reader) : rowOfNumbered(index, reader);
}

function rowOfText({ column, others }: ReferenceIndex, reader: ReferenceReader): number {
  const text = textOfBytes(reader);
  const known = others.get(text);
  if (known !== undefined) return known;
  const row = addReference(column, text);
  others.set(text, row);
  return row;
}

function rowOfNumbered(index: ReferenceIndex, { stem, number }: ReferenceReader): number {
  const slot = slotFor(index.slots, stem, number);
  const found = index.slots[slot] as number;
  if (found !== 0) return found - 1;
  const row = addNumbered(index.column, stem, number);
  fill(index.slots, slot, [row + 1, stem, number]);
  index.used += 1;
  if (2 * slotLength * index.used > index.slots.length) spread(index);
  return row;
}

/** The slot that holds the reference, or the empty one that it may have. */
function slotFor(slots: Int32Array, stem: number, number: number): number {
  const count = slots.length / slotLength;
  let at = (Math.imul(number + Math.imul(stem, 0x01000193), 0x9e3779b1) >>> 7) & (count - 1);
  for (;;) {
    const slot = at * slotLength;
    if (slots[slot] === 0) return slot;
    if (slots[slot + 2] === number && slots[slot + 1] === stem) return slot;
    at = (at + 1) & (count - 1);
  }
}

function fill(slots: Int32Array, slot: number, entry: readonly [number, number, number]): void {
  slots[slot] = entry[0];
  slots[slot + 1] = entry[1];
  slots[slot + 2] = entry[2];
}

function spread(index: ReferenceIndex): void {
  const { slots } = index;
  index.slots = new Int32Array(2 * slots.length);
  for (let from = 0; from < slots.length; from += slotLength) {
    const row = slots[from] as number;
    if (row === 0) continue;
    const stem = slots[from + 1] as number;
    const number = slots[from + 2] as number;
    fill(index.slots, slotFor(index.slots, stem, number), [row, stem, number]);
  }
}
