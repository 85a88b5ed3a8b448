import { assert } from '../problem/index.ts';
import { addSet, addToSet, isInSet, rankIn, setNumberMax } from './number-set.ts';
import {
  findNumbered,
  type ReferenceColumn,
  referenceColumn,
  type Stem,
  stemAmong,
} from './reference-column.ts';
import { addOther, type ReferenceSet, referenceSet, setOf } from './reference-set.ts';

/** A set of references with its stems, by whose numbers it holds them. */
export type StemmedSet = Readonly<{ stems: readonly Stem[]; set: ReferenceSet }>;

/** The references of several sets, by the numbers of the stems in a column that has no rows. */
export type JoinedReferences = Readonly<{ column: ReferenceColumn; set: ReferenceSet }>;

/** Joins sets, and says whether no reference was in two of them. */
export function joinSets(
  parts: readonly StemmedSet[],
): Readonly<{ joined: JoinedReferences; areApart: boolean }> {
  const joined: JoinedReferences = { column: referenceColumn(), set: referenceSet() };
  let areApart = true;
  for (const { stems, set } of parts) {
    for (const [at, stem] of stems.entries()) {
      const number = stemAmong(joined.column, stem);
      const numbers = set.byStem[at + 1];
      if (numbers === undefined) continue;
      if (!addSet(setOf(joined.set, number), numbers)) areApart = false;
    }
  }
  // One part may have no number for a stem that another has: all stems must be there first.
  for (const { set } of parts) {
    for (const text of set.others.keys()) if (!addText(joined, text)) areApart = false;
  }
  return { joined, areApart };
}

function addText({ column, set }: JoinedReferences, text: string): boolean {
  const found = findNumbered(column, text);
  if (found !== undefined && found.number <= setNumberMax) {
    return addToSet(setOf(set, found.stem), found.number);
  }
  return addOther(set, text);
}

/** The number of a reference that is in a closed set. */
export function numberInJoined({ column, set }: JoinedReferences, text: string): number {
  const other = set.others.get(text);
  if (other !== undefined) return other;
  const found = findNumbered(column, text);
  const numbers = found && set.byStem[found.stem];
  assert(found && numbers && isInSet(numbers, found.number), 'what was joined is in the set');
  return rankIn(numbers, found.number);
}
