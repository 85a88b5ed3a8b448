import {
  addToSet,
  closeSet,
  isInSet,
  type NumberSet,
  numberSet,
  rankIn,
  setNumberMax,
} from './number-set.ts';
import { type ReferenceReader, textOfBytes } from './reference-reader.ts';

/** References read before, each with a number of its own once the set is closed. */
export type ReferenceSet = { readonly byStem: NumberSet[]; readonly others: Map<string, number> };

export function referenceSet(): ReferenceSet {
  return { byStem: [], others: new Map() };
}

/** Adds the reference at hand; false where it is in the set already. */
export function addToReferences(
  { byStem, others }: ReferenceSet,
  reader: ReferenceReader,
): boolean {
  const { stem, number } = reader;
  if (stem !== 0 && number <= setNumberMax) {
    const set = byStem[stem] ?? numberSet();
    byStem[stem] = set;
    return addToSet(set, number);
  }
  const text = textOfBytes(reader);
  const isNew = !others.has(text);
  if (isNew) others.set(text, others.size);
  return isNew;
}

/** Numbers the references; gives how many there are. */
export function closeReferences({ byStem, others }: ReferenceSet): number {
  let count = others.size;
  for (const set of byStem) if (set !== undefined) count = closeSet(set, count);
  return count;
}

export const notInReferences = -1;

/** The number of the reference at hand in a closed set. */
export function numberInReferences(
  { byStem, others }: ReferenceSet,
  reader: ReferenceReader,
): number {
  const { stem, number } = reader;
  if (stem !== 0 && number <= setNumberMax) {
    const set = byStem[stem];
    return set !== undefined && isInSet(set, number) ? rankIn(set, number) : notInReferences;
  }
  return others.size === 0 ? notInReferences : (others.get(textOfBytes(reader)) ?? notInReferences);
}
