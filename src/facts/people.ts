import type { FactColumns } from './fact-columns.ts';
import { type JoinedReferences, numberInJoined } from './joined-references.ts';
import {
  type Chosen,
  type NumberColumn,
  numberColumn,
  numbersFor,
  numbersOf,
  putAlike,
  putChosen,
  putNumber,
} from './number-column.ts';
import { addToSet, eachInSet, type NumberSet, rankIn } from './number-set.ts';
import { addNumbered, addReference, type ReferenceColumn, stemAmong } from './reference-column.ts';
import { nothing, type ReferenceList, stemOfSort, stemsLess, whole } from './reference-list.ts';
import {
  addToReferences,
  closeReferences,
  isNumbered,
  numberInReferences,
  type ReferenceSet,
  referenceSet,
  setOf,
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

/** The participants of all parts, each with a number. */
export type NumberedPeople = Readonly<{
  joined: JoinedReferences;
  count: number;
  /** The place of each number in the order of references; undefined where they stand in it. */
  places: Int32Array | undefined;
}>;

/** Rows are told in a column that holds the numbers of participants in the end. */
export function openPeople(number: NumberColumn): People {
  return { set: referenceSet(), stem: numberColumn(number.rowsExpected), number };
}

/** Some references of a list. */
type ChosenReferences = Chosen & Readonly<{ list: ReferenceList }>;

/** Notes whom rows are about, from the first of them on: the chosen references of a list. */
export function addPeople(people: People, first: number, chosen: ChosenReferences): void {
  const { list, places, count } = chosen;
  if (list.areNumbered) addNumberedPeople(people, first, chosen);
  else {
    for (let at = 0; at < count; at += 1) {
      addPerson(people, first + at, { list, at: places[at] as number });
    }
  }
}

function addNumberedPeople(
  { set, stem, number }: People,
  first: number,
  { list, ...chosen }: ChosenReferences,
): void {
  const { sorts, numbers } = list;
  const { places, count } = chosen;
  let last = nothing;
  let own: NumberSet | undefined;
  for (let at = 0; at < count; at += 1) {
    const place = places[at] as number;
    const sort = sorts[place] as number;
    if (own === undefined || sort !== last) own = setOf(set, stemOfSort(sort));
    last = sort;
    addToSet(own, numbers[place] as number);
  }
  putStems(stem, first, { ...chosen, list });
  putChosen(number, first, { ...chosen, cells: numbers, more: 1 });
}

/** Puts the stems of chosen references, each of which has one, into a row and those after it. */
export function putStems(
  column: NumberColumn,
  first: number,
  { list, ...chosen }: ChosenReferences,
): void {
  const { sorts, sortOfAll } = list;
  if (sortOfAll === whole) putChosen(column, first, { ...chosen, cells: sorts, more: stemsLess });
  else putAlike(column, first, { count: chosen.count, value: stemOfSort(sortOfAll) });
}

function addPerson(
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
  const { set } = people;
  const count = closeReferences(set);
  fillPeople(column, set);
  const others = Array.from(set.others.keys(), (_, at) => at);
  putRanks(people, rows, { byStem: set.byStem.slice(1), others, count, places: undefined });
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
  people: People,
  { participants: own, rows }: Pick<FactColumns, 'participants' | 'rows'>,
  { joined, places, count }: NumberedPeople,
): void {
  const byStem = own.stems.map((each) => joined.set.byStem[stemAmong(joined.column, each)]);
  const others = Array.from(people.set.others.keys(), (text) => numberInJoined(joined, text));
  putRanks(people, rows, { byStem, others, count, places });
}

/** What becomes of the numbers of rows: by stem, the first of them first, or else by what it is. */
type Ranks = Readonly<{
  byStem: readonly (NumberSet | undefined)[];
  others: readonly number[];
}> &
  Pick<NumberedPeople, 'count' | 'places'>;

function putRanks({ stem, number }: People, rows: number, ranks: Ranks): void {
  const { byStem, others, count, places } = ranks;
  const stems = numbersOf(stem, rows);
  const cells = numbersFor(number, rows, count);
  for (let row = 0; row < rows; row += 1) {
    const local = cells[row] as number;
    if (local === 0) continue;
    const numbers = byStem[(stems[row] as number) - 1];
    const rank = numbers === undefined ? (others[local - 1] as number) : rankIn(numbers, local - 1);
    cells[row] = (places === undefined ? rank : (places[rank] as number)) + 1;
  }
}
