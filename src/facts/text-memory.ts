import { cellText, type RowCells } from './row-cells.ts';
import { hashOf, slotOf } from './text-hash.ts';
import { addNumber, numberAt, type WholeNumbers, wholeNumbers } from './whole-numbers.ts';

/**
 * Texts that were met before, numbered as they came, each with what it means. A cell is found in it
 * where it stands in its line, so that no text is made of what is known already.
 */
export type TextMemory<Meaning> = {
  readonly texts: string[];
  readonly meanings: Meaning[];
  readonly hashes: WholeNumbers;
  /** Numbers of texts by their hashes: open addressing, linear probing, never over half full. */
  slots: Int32Array;
  /** The numbers of texts for which there was no slot near: mostly none, unless made to collide. */
  readonly others: Map<string, number>;
};

const empty = -1;

/** A text has its slot within so many steps, or none. */
const stepsMax = 64;

export function textMemory<Meaning>(): TextMemory<Meaning> {
  return {
    texts: [],
    meanings: [],
    hashes: wholeNumbers(),
    slots: new Int32Array(64).fill(empty),
    others: new Map(),
  };
}

/** What `findCell` gives for a text that was not met before. */
export const notMet = -1;

/** The number of the text in a cell. */
export function findCell(memory: TextMemory<unknown>, cells: RowCells, index: number): number {
  const { slots, hashes, texts } = memory;
  const hash = cells.hashes[index] as number;
  let slot = slotOf(hash, slots.length);
  for (let step = 0; step < stepsMax; step += 1) {
    const number = slots[slot] as number;
    if (number === empty) return notMet;
    if (numberAt(hashes, number) === hash && holds(cells, index, texts[number] as string)) {
      return number;
    }
    slot = (slot + 1) & (slots.length - 1);
  }
  return memory.others.get(cellText(cells, index)) ?? notMet;
}

function holds({ text, starts, ends }: RowCells, index: number, known: string): boolean {
  const start = starts[index] as number;
  if ((ends[index] as number) - start !== known.length) return false;
  for (let at = 0; at < known.length; at += 1) {
    if (text.charCodeAt(start + at) !== known.charCodeAt(at)) return false;
  }
  return true;
}

/** Remembers the text in a cell, which was not found, and gives its number. */
export function addCell<Meaning>(
  memory: TextMemory<Meaning>,
  cells: RowCells,
  { index, meaning }: Readonly<{ index: number; meaning: Meaning }>,
): number {
  const hash = cells.hashes[index] as number;
  return addHashed(memory, cellText(cells, index), { hash, meaning });
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
  addNumber(memory.hashes, hash);
  if (2 * memory.texts.length > memory.slots.length) spread(memory);
  else place(memory, number);
  return number;
}

function spread(memory: TextMemory<unknown>): void {
  memory.slots = new Int32Array(4 * memory.slots.length).fill(empty);
  memory.others.clear();
  for (let number = 0; number < memory.texts.length; number += 1) place(memory, number);
}

function place({ slots, hashes, texts, others }: TextMemory<unknown>, number: number): void {
  let slot = slotOf(numberAt(hashes, number), slots.length);
  for (let step = 0; step < stepsMax; step += 1) {
    if (slots[slot] === empty) {
      slots[slot] = number;
      return;
    }
    slot = (slot + 1) & (slots.length - 1);
  }
  others.set(texts[number] as string, number);
}
