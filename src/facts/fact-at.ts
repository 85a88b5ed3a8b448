import type { Fact, FactState } from './fact.ts';
import { dayInCell, type FactColumns, rowInCell } from './fact-columns.ts';
import { isBare, numberIn } from './number-column.ts';
import { referenceAt } from './reference-column.ts';
import { valueAt } from './value-pool.ts';

type Draft = { -readonly [Key in keyof Fact]?: Fact[Key] };

/** The fact of a row, made anew. Empty cells are absent keys, and the keys stand in one order. */
export function factAt(columns: FactColumns, row: number): Fact {
  const number = numberIn(columns.participant, row);
  const participant = number === 0 ? undefined : referenceAt(columns.participants, number - 1);
  return factMaker(columns)(row, participant);
}

/** Makes the fact of a row, where it is known whom that is about. */
export type FactMaker = (row: number, participant: string | undefined) => Fact;

/** Makes facts for as long as nothing is added: columns that hold nothing are not asked again. */
export function factMaker(columns: FactColumns): FactMaker {
  const { value, low, high, about, source, method, replaces, signer } = columns;
  const rest = [value, low, high, about, source, method, signer].map(({ cells }) => cells);
  const hasRest = [replaces, ...rest].some((column) => !isBare(column));
  return (row, participant) => {
    const fact = factStart(columns, row, participant);
    addWhere(fact, columns, row);
    addWhen(fact, columns, row);
    if (hasRest) addRest(fact, columns, row);
    return fact as Fact;
  };
}

function factStart(columns: FactColumns, row: number, participant: string | undefined): Draft {
  const fact: Draft = {
    id: referenceAt(columns.id, row),
    kind: valueAt(columns.kind, row) as string,
    known: dayInCell(numberIn(columns.known, row)),
    state: valueAt(columns.state, row) as FactState,
  };
  if (participant !== undefined) fact.participant = participant;
  return fact;
}

function addWhere(fact: Draft, columns: FactColumns, row: number): void {
  const cohort = valueAt(columns.cohort, row);
  const provider = valueAt(columns.provider, row);
  const group = valueAt(columns.group, row);
  const characteristics = valueAt(columns.with, row);
  if (cohort !== undefined) fact.cohort = cohort;
  if (provider !== undefined) fact.provider = provider;
  if (group !== undefined) fact.group = group;
  if (characteristics !== undefined) fact.with = characteristics;
}

function addWhen(fact: Draft, columns: FactColumns, row: number): void {
  const day = numberIn(columns.day, row);
  const from = numberIn(columns.from, row);
  const to = numberIn(columns.to, row);
  if (day !== 0) fact.day = dayInCell(day);
  if (from !== 0) fact.from = dayInCell(from);
  if (to !== 0) fact.to = dayInCell(to);
}

function addRest(fact: Draft, columns: FactColumns, row: number): void {
  addNumbers(fact, columns, row);
  const about = valueAt(columns.about, row);
  const source = valueAt(columns.source, row);
  const method = valueAt(columns.method, row);
  const replaces = numberIn(columns.replaces, row);
  const signer = valueAt(columns.signer, row);
  if (about !== undefined) fact.about = about;
  if (source !== undefined) fact.source = source;
  if (method !== undefined) fact.method = method;
  if (replaces !== 0) fact.replaces = referenceAt(columns.id, rowInCell(row, replaces));
  if (signer !== undefined) fact.signer = signer;
}

function addNumbers(fact: Draft, columns: FactColumns, row: number): void {
  const value = valueAt(columns.value, row);
  const low = valueAt(columns.low, row);
  const high = valueAt(columns.high, row);
  if (value !== undefined) fact.value = value;
  if (low !== undefined) fact.low = low;
  if (high !== undefined) fact.high = high;
}
