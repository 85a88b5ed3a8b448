import {
  addToSet,
  closeSet,
  isInSet,
  type NumberSet,
  numberSet,
  rankIn,
  setNumberMax,
} from './number-set.ts';
import { type ReferenceList, stemOfSort, takeAgain, whole } from './reference-list.ts';
import { textOfBytes } from './reference-reader.ts';

/** Different references, each with a number of its own once the set is closed. */
export type ReferenceSet = {
  /** Numbered ones, by their stem. */
  readonly byStem: (NumberSet | undefined)[];
  /** The others, numbered first. */
  readonly others: Map<string, number>;
  readonly othersMost: number;
};

/** A `Map` or a `Set` takes one more than these, and then throws. */
export const othersMax = 2 ** 24 - 1;

export function referenceSet(othersMost = othersMax): ReferenceSet {
  return { byStem: [], others: new Map(), othersMost };
}

/** Whether no other reference can be added but those by stem. */
export function isFull({ others, othersMost }: ReferenceSet): boolean {
  return others.size >= othersMost;
}

/** Adds the reference in a row of a list; false where it is in the set, or that is full. */
export function addToReferences(set: ReferenceSet, list: ReferenceList, row: number): boolean {
  const sort = list.sorts[row] as number;
  const number = list.numbers[row] as number;
  if (isNumbered(sort, number)) return addToSet(setOf(set, stemOfSort(sort)), number);
  return addOther(set, textOfBytes(takeAgain(list, row)));
}

/** The same of all rows of a list of which each is a stem and a number. */
export function addNumberedRows(
  set: ReferenceSet,
  { sorts, numbers }: ReferenceList,
  rows: number,
): boolean {
  for (let row = 0; row < rows; ) {
    const sort = sorts[row] as number;
    const own = setOf(set, stemOfSort(sort));
    // Those that follow each other mostly have one stem.
    for (; row < rows && sorts[row] === sort; row += 1) {
      if (!addToSet(own, numbers[row] as number)) return false;
    }
  }
  return true;
}

/** Adds a reference that is none by stem; false where it is in the set, or that is full. */
export function addOther(set: ReferenceSet, text: string): boolean {
  if (set.others.has(text) || isFull(set)) return false;
  set.others.set(text, set.others.size);
  return true;
}

/** Whether a reference is one of those by stem. */
export function isNumbered(sort: number, number: number): boolean {
  return sort > whole && number <= setNumberMax;
}

/** The set of the numbers that follow a stem, which is made if there is none. */
export function setOf({ byStem }: ReferenceSet, stem: number): NumberSet {
  const known = byStem[stem];
  if (known !== undefined) return known;
  const set = numberSet();
  byStem[stem] = set;
  return set;
}

/** Numbers the references; gives how many there are. */
export function closeReferences({ byStem, others }: ReferenceSet): number {
  let count = others.size;
  for (const set of byStem) if (set !== undefined) count = closeSet(set, count);
  return count;
}

export const notInReferences = -1;

/** The number of the reference in a row of a list, in a closed set. */
export function numberInReferences(
  { byStem, others }: ReferenceSet,
  list: ReferenceList,
  row: number,
): number {
  const sort = list.sorts[row] as number;
  const number = list.numbers[row] as number;
  if (isNumbered(sort, number)) {
    const set = byStem[stemOfSort(sort)];
    return set !== undefined && isInSet(set, number) ? rankIn(set, number) : notInReferences;
  }
  if (others.size === 0) return notInReferences;
  return others.get(textOfBytes(takeAgain(list, row))) ?? notInReferences;
}

/** The number of each reference of a list in a closed set. */
export function numbersIn(
  set: ReferenceSet,
  list: ReferenceList,
  { rows, into }: Readonly<{ rows: number; into: Int32Array }>,
): void {
  if (!list.areNumbered) {
    for (let row = 0; row < rows; row += 1) into[row] = numberInReferences(set, list, row);
    return;
  }
  const { sorts, numbers } = list;
  for (let row = 0; row < rows; ) {
    const sort = sorts[row] as number;
    const own = set.byStem[stemOfSort(sort)];
    for (; row < rows && sorts[row] === sort; row += 1) {
      const number = numbers[row] as number;
      const isIn = own !== undefined && isInSet(own, number);
      into[row] = isIn ? rankIn(own, number) : notInReferences;
    }
  }
}
