import { cellText, type RowCells } from './row-cells.ts';
import { hashOf, slotOf } from './text-hash.ts';

/**
 * Texts that were met before, numbered as they came, each with what it means. A cell is found in it
 * where it stands in its line, so that no text is made of what is known already.
 */
export type TextMemory<Meaning> = {
  readonly texts: string[];
  readonly meanings: Meaning[];
  /** Of each text its hash, its length and its place in `units`: together, to be read at once. */
  entries: Int32Array;
  /** The code units of all texts, one after the other: texts by themselves lie far apart. */
  units: Uint16Array;
  unitsUsed: number;
  /** Numbers of texts by their hashes: open addressing, linear probing, never over half full. */
  slots: Int32Array;
  /** The numbers of texts for which there was no slot near: mostly none, unless made to collide. */
  readonly others: Map<string, number>;
};

const empty = -1;
const entryLength = 4;

/** A text has its slot within so many steps, or none. */
const stepsMax = 64;

export function textMemory<Meaning>(): TextMemory<Meaning> {
  return {
    texts: [],
    meanings: [],
    entries: new Int32Array(32 * entryLength),
    units: new Uint16Array(512),
    unitsUsed: 0,
    slots: new Int32Array(64).fill(empty),
    others: new Map(),
  };
}

/** What `findCell` gives for a text that was not met before. */
export const notMet = -1;

/** The number of the text in a cell. */
export function findCell(memory: TextMemory<unknown>, cells: RowCells, column: number): number {
  const { slots, entries, units } = memory;
  const { text } = cells;
  const hash = cells.hashes[column] as number;
  const start = cells.starts[column] as number;
  const length = (cells.ends[column] as number) - start;
  const mask = slots.length - 1;
  let slot = slotOf(hash, slots.length);
  for (let step = 0; step < stepsMax; step += 1) {
    const number = slots[slot] as number;
    if (number === empty) return notMet;
    const entry = number * entryLength;
    if (entries[entry] === hash && entries[entry + 1] === length) {
      const first = entries[entry + 2] as number;
      let at = 0;
      while (at < length && text.charCodeAt(start + at) === units[first + at]) at += 1;
      if (at === length) return number;
    }
    slot = (slot + 1) & mask;
  }
  return memory.others.get(cellText(cells, column)) ?? notMet;
}

/** Remembers the text in a cell, which was not met before, and gives its number. */
export function addCell<Meaning>(
  memory: TextMemory<Meaning>,
  cells: RowCells,
  { column, meaning }: Readonly<{ column: number; meaning: Meaning }>,
): number {
  const hash = cells.hashes[column] as number;
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
  let slot = slotOf(hash, slots.length);
  for (let step = 0; step < stepsMax; step += 1) {
    const number = slots[slot] as number;
    if (number === empty) return addHashed(memory, text, { hash, meaning });
    if (texts[number] === text) return number;
    slot = (slot + 1) & (slots.length - 1);
  }
  return others.get(text) ?? addHashed(memory, text, { hash, meaning });
}

type Hashed<Meaning> = Readonly<{ hash: number; meaning: Meaning }>;

function addHashed<Meaning>(
  memory: TextMemory<Meaning>,
  text: string,
  { hash, meaning }: Hashed<Meaning>,
): number {
  const number = memory.texts.push(text) - 1;
  memory.meanings.push(meaning);
  addEntry(memory, text, hash);
  if (2 * memory.texts.length > memory.slots.length) spread(memory);
  else place(memory, number);
  return number;
}

function addEntry(memory: TextMemory<unknown>, text: string, hash: number): void {
  const entry = (memory.texts.length - 1) * entryLength;
  if (entry === memory.entries.length) {
    const longer = new Int32Array(2 * entry);
    longer.set(memory.entries);
    memory.entries = longer;
  }
  const first = memory.unitsUsed;
  memory.unitsUsed += text.length;
  if (memory.unitsUsed > memory.units.length) {
    const longer = new Uint16Array(2 * memory.unitsUsed);
    longer.set(memory.units);
    memory.units = longer;
  }
  memory.entries[entry] = hash;
  memory.entries[entry + 1] = text.length;
  memory.entries[entry + 2] = first;
  for (let at = 0; at < text.length; at += 1) memory.units[first + at] = text.charCodeAt(at);
}

function spread(memory: TextMemory<unknown>): void {
  memory.slots = new Int32Array(4 * memory.slots.length).fill(empty);
  memory.others.clear();
  for (let number = 0; number < memory.texts.length; number += 1) place(memory, number);
}

function place({ slots, entries, texts, others }: TextMemory<unknown>, number: number): void {
  let slot = slotOf(entries[number * entryLength] as number, slots.length);
  for (let step = 0; step < stepsMax; step += 1) {
    if (slots[slot] === empty) {
      slots[slot] = number;
      return;
    }
    slot = (slot + 1) & (slots.length - 1);
  }
  others.set(texts[number] as string, number);
}
