import type { FactColumns } from './fact-columns.ts';
import { numberInJoined } from './joined-references.ts';
import { type NumberColumn, numberColumn, numberIn, putNumber } from './number-column.ts';
import { eachInSet, rankIn } from './number-set.ts';
import type { NumberedPeople } from './part-names.ts';
import { addNumbered, addReference, type ReferenceColumn, stemAmong } from './reference-column.ts';
import { nothing, type ReferenceList, stemOfSort } from './reference-list.ts';
import {
  addToReferences,
  closeReferences,
  isNumbered,
  numberInReferences,
  type ReferenceSet,
  referenceSet,
} from './reference-set.ts';

/**
 * The participants of rows while these are loaded: one bit each, and no place that would have to be
 * looked up for each row. They get their numbers when all are there, mostly in their order.
 */
export type People = Readonly<{
  set: ReferenceSet;
  /** By row: the stem of its participant, 0 where that has none; and what follows it, from 1. */
  stem: NumberColumn;
  number: NumberColumn;
}>;

/** Rows are told in a column that holds the numbers of participants in the end. */
export function openPeople(number: NumberColumn): People {
  return { set: referenceSet(), stem: numberColumn(number.rowsExpected), number };
}

/** Notes whom a row is about: the reference in a row of a list. */
export function addPerson(
  { set, stem, number }: People,
  row: number,
  { list, at }: Readonly<{ list: ReferenceList; at: number }>,
): void {
  const sort = list.sorts[at] as number;
  if (sort === nothing) return;
  const own = list.numbers[at] as number;
  addToReferences(set, list, at);
  if (isNumbered(sort, own)) {
    putNumber(stem, row, stemOfSort(sort));
    putNumber(number, row, own + 1);
  } else {
    // Others have their numbers at once, before all that are numbered by stem.
    putNumber(number, row, numberInReferences(set, list, at) + 1);
  }
}

/** Puts the participants into a column, and their numbers into that of the rows. */
export function closePeople(people: People, column: ReferenceColumn, rows: number): void {
  const { set, stem, number } = people;
  closeReferences(set);
  fillPeople(column, set);
  for (let row = 0; row < rows; row += 1) {
    const own = numberIn(stem, row);
    const numbers = own === 0 ? undefined : set.byStem[own];
    if (numbers !== undefined)
      putNumber(number, row, rankIn(numbers, numberIn(number, row) - 1) + 1);
  }
}

/** Puts participants into a column that knows their stems, in the order of their numbers. */
export function fillPeople(column: ReferenceColumn, { byStem, others }: ReferenceSet): void {
  for (const text of others.keys()) addReference(column, text);
  for (const [own, numbers] of byStem.entries()) {
    if (numbers !== undefined) eachInSet(numbers, (each) => addNumbered(column, own, each));
  }
}

/** Numbers the participants of rows as they stand among those of all parts. */
export function renumberPeople(
  { set, stem, number }: People,
  { participants: own, rows }: Pick<FactColumns, 'participants' | 'rows'>,
  { joined, places }: NumberedPeople,
): void {
  const byStem = own.stems.map((each) => joined.set.byStem[stemAmong(joined.column, each)]);
  const others = Array.from(set.others.keys(), (text) => numberInJoined(joined, text));
  for (let row = 0; row < rows; row += 1) {
    const local = numberIn(number, row);
    if (local === 0) continue;
    const numbers = byStem[numberIn(stem, row) - 1];
    const rank = numbers === undefined ? (others[local - 1] as number) : rankIn(numbers, local - 1);
    putNumber(number, row, (places === undefined ? rank : (places[rank] as number)) + 1);
  }
}
