import type { DayNumber } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { columnNumber } from './columns.ts';
import type { Fact, FactState } from './fact.ts';

const id = columnNumber('id');
const participant = columnNumber('participant');
const cohort = columnNumber('cohort');
const provider = columnNumber('provider');
const group = columnNumber('group');
const characteristics = columnNumber('with');
const day = columnNumber('day');
const from = columnNumber('from');
const to = columnNumber('to');
const value = columnNumber('value');
const low = columnNumber('low');
const high = columnNumber('high');
const about = columnNumber('about');
const source = columnNumber('source');
const method = columnNumber('method');
const known = columnNumber('known');
const state = columnNumber('state');
const replaces = columnNumber('replaces');
const signer = columnNumber('signer');

/** What a cell says once it is read: a text, a day, a number, or characteristics. */
export type CellValue = string | DayNumber | Fraction | readonly string[];

/** What the cells of a row say, by the number of their column; undefined where one is empty. */
export type RowValues = (CellValue | undefined)[];

type Draft = { -readonly [Key in keyof Fact]?: Fact[Key] };

/** Makes the fact of a row. Empty cells are absent keys, and the keys stand in one order. */
export function makeFact(row: Readonly<RowValues>, kind: string): Fact {
  const fact: Draft = {
    id: row[id] as string,
    kind,
    known: (row[known] ?? row[to] ?? row[day]) as DayNumber,
    state: (row[state] ?? 'verified') as FactState,
  };
  if (row[participant] !== undefined) fact.participant = row[participant] as string;
  if (row[cohort] !== undefined) fact.cohort = row[cohort] as string;
  if (row[provider] !== undefined) fact.provider = row[provider] as string;
  if (row[group] !== undefined) fact.group = row[group] as string;
  if (row[characteristics] !== undefined) fact.with = row[characteristics] as readonly string[];
  if (row[day] !== undefined) fact.day = row[day] as DayNumber;
  if (row[from] !== undefined) fact.from = row[from] as DayNumber;
  if (row[to] !== undefined) fact.to = row[to] as DayNumber;
  if (row[value] !== undefined) fact.value = row[value] as Fraction;
  if (row[low] !== undefined) fact.low = row[low] as Fraction;
  if (row[high] !== undefined) fact.high = row[high] as Fraction;
  if (row[about] !== undefined) fact.about = row[about] as string;
  if (row[source] !== undefined) fact.source = row[source] as string;
  if (row[method] !== undefined) fact.method = row[method] as string;
  if (row[replaces] !== undefined) fact.replaces = row[replaces] as string;
  if (row[signer] !== undefined) fact.signer = row[signer] as string;
  return fact as Fact;
}
