import { cellsEach, cellText, type RowCells } from './row-cells.ts';
import { hashOf, slotOf } from './text-hash.ts';

/**
 * Texts that were met before, numbered as they came, each with what it means. A cell is found in it
 * where it stands in its line, so that no text is made of what is known already.
 */
export type TextMemory<Meaning> = {
  readonly texts: string[];
  readonly meanings: Meaning[];
  /** The code units of all texts, one after the other: texts by themselves lie far apart. */
  units: Uint16Array;
  unitsUsed: number;
  /**
   * A slot for each text by its hash, never over half of them taken: its number, hash and length
   * and its place in `units`, side by side, as each look elsewhere is what takes long.
   */
  slots: Int32Array;
  /** The numbers of texts for which there was no slot near: mostly none, unless made to collide. */
  readonly others: Map<string, number>;
};

const empty = -1;
const slotLength = 4;

/** A text has its slot within so many steps, or none. */
const stepsMax = 64;

export function textMemory<Meaning>(): TextMemory<Meaning> {
  return {
    texts: [],
    meanings: [],
    units: new Uint16Array(512),
    unitsUsed: 0,
    slots: new Int32Array(64 * slotLength).fill(empty),
    others: new Map(),
  };
}

/** What `findCell` gives for a text that was not met before. */
export const notMet = -1;

/** The number of the text in a cell. */
export function findCell(memory: TextMemory<unknown>, cells: RowCells, column: number): number {
  const { slots, units } = memory;
  const cell = cells.first + column;
  const hash = cells.hashes[cell] as number;
  const start = cells.starts[cell] as number;
  const length = (cells.ends[cell] as number) - start;
  let slot = firstSlot(slots, hash);
  for (let step = 0; step < stepsMax; step += 1) {
    const number = slots[slot] as number;
    if (number === empty) return notMet;
    if (slots[slot + 1] === hash && slots[slot + 2] === length) {
      const first = slots[slot + 3] as number;
      let at = 0;
      while (at < length && cells.units[start + at] === units[first + at]) at += 1;
      if (at === length) return number;
    }
    slot = nextSlot(slots, slot);
  }
  return memory.others.get(cellText(cells, column)) ?? notMet;
}

/**
 * Looks where the texts of a column will be looked for, in all rows taken apart: what lies far
 * apart in memory is then fetched for all of them at once, and not for one after the other.
 */
export function lookAhead(memory: TextMemory<unknown>, cells: RowCells, column: number): void {
  const { slots, units, texts } = memory;
  const { hashes, found } = cells;
  let seen = 0;
  for (let cell = column; cell < found * cellsEach; cell += cellsEach) {
    seen ^= slots[firstSlot(slots, hashes[cell] as number)] as number;
  }
  for (let cell = column; cell < found * cellsEach; cell += cellsEach) {
    const slot = firstSlot(slots, hashes[cell] as number);
    seen ^= units[slots[slot + 3] as number] as number;
    if (texts[Math.max(0, slots[slot] as number)] === undefined) seen += 1;
  }
  cells.seen = seen;
}

function firstSlot(slots: Int32Array, hash: number): number {
  return slotOf(hash, slots.length / slotLength) * slotLength;
}

function nextSlot(slots: Int32Array, slot: number): number {
  return (slot + slotLength) & (slots.length - 1);
}

/** Remembers the text in a cell, which was not met before, and gives its number. */
export function addCell<Meaning>(
  memory: TextMemory<Meaning>,
  cells: RowCells,
  { column, meaning }: Readonly<{ column: number; meaning: Meaning }>,
): number {
  const hash = cells.hashes[cells.first + column] as number;
  return addHashed(memory, cellText(cells, column), { hash, meaning });
}

/** The number of a text, which is remembered if it is new. */
export function addText<Meaning>(
  memory: TextMemory<Meaning>,
  text: string,
  meaning: Meaning,
): number {
  const hash = hashOf(text);
  const { slots, texts, others } = memory;
  let slot = firstSlot(slots, hash);
  for (let step = 0; step < stepsMax; step += 1) {
    const number = slots[slot] as number;
    if (number === empty) return addHashed(memory, text, { hash, meaning });
    if (texts[number] === text) return number;
    slot = nextSlot(slots, slot);
  }
  return others.get(text) ?? addHashed(memory, text, { hash, meaning });
}

type Hashed<Meaning> = Readonly<{ hash: number; meaning: Meaning }>;

function addHashed<Meaning>(
  memory: TextMemory<Meaning>,
  text: string,
  { hash, meaning }: Hashed<Meaning>,
): number {
  if (2 * (memory.texts.length + 1) > memory.slots.length / slotLength) spread(memory);
  const number = memory.texts.push(text) - 1;
  memory.meanings.push(meaning);
  place(memory, Int32Array.of(number, hash, text.length, addUnits(memory, text)));
  return number;
}

function place({ slots, texts, others }: TextMemory<unknown>, record: Int32Array): void {
  const slot = findEmpty(slots, record[1] as number);
  const number = record[0] as number;
  if (slot === undefined) others.set(texts[number] as string, number);
  else slots.set(record, slot);
}

function findEmpty(slots: Int32Array, hash: number): number | undefined {
  let slot = firstSlot(slots, hash);
  for (let step = 0; step < stepsMax; step += 1) {
    if (slots[slot] === empty) return slot;
    slot = nextSlot(slots, slot);
  }
  return undefined;
}

/** Keeps the code units of a text, and gives their place. */
function addUnits(memory: TextMemory<unknown>, text: string): number {
  const first = memory.unitsUsed;
  memory.unitsUsed += text.length;
  if (memory.unitsUsed > memory.units.length) {
    const longer = new Uint16Array(2 * memory.unitsUsed);
    longer.set(memory.units);
    memory.units = longer;
  }
  for (let at = 0; at < text.length; at += 1) memory.units[first + at] = text.charCodeAt(at);
  return first;
}

/** Puts the texts into four times the slots; those that had none may find one now. */
function spread(memory: TextMemory<unknown>): void {
  const { slots, others } = memory;
  const without = [...others];
  memory.slots = new Int32Array(4 * slots.length).fill(empty);
  others.clear();
  for (let from = 0; from < slots.length; from += slotLength) {
    if (slots[from] !== empty) place(memory, slots.subarray(from, from + slotLength));
  }
  for (const [text, number] of without) {
    place(memory, Int32Array.of(number, hashOf(text), text.length, addUnits(memory, text)));
  }
}
