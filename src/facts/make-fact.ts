import type { DayNumber } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { columnNumber } from './columns.ts';
import type { Fact, FactState } from './fact.ts';
import { type Row, valueIn } from './row.ts';

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

/** What a fact says beyond what every fact says. */
const always = [id, columnNumber('kind'), known, state, columnNumber('note')];
const shapeBits = ~always.reduce((bits, column) => bits | (1 << column), 0);
const spell = (1 << participant) | (1 << from) | (1 << to);
const occurrence = (1 << participant) | (1 << day);

type Draft = { -readonly [Key in keyof Fact]?: Fact[Key] };

/**
 * Makes the fact of a row. Empty cells are absent keys, and the keys stand in one order. Nearly all
 * facts say one of two things; made in one piece, they take less time and less memory.
 */
export function makeFact(row: Row, kind: string): Fact {
  switch (row.form & shapeBits) {
    case spell:
      return spellOf(row, kind);
    case occurrence:
      return occurrenceOf(row, kind);
    default:
      return factOf(row, kind);
  }
}

function spellOf(row: Row, kind: string): Fact {
  const { values } = row;
  return {
    id: values[id] as string,
    kind,
    known: (valueIn(row, known) ?? values[to]) as DayNumber,
    state: (valueIn(row, state) ?? 'verified') as FactState,
    participant: values[participant] as string,
    from: values[from] as DayNumber,
    to: values[to] as DayNumber,
  };
}

function occurrenceOf(row: Row, kind: string): Fact {
  const { values } = row;
  return {
    id: values[id] as string,
    kind,
    known: (valueIn(row, known) ?? values[day]) as DayNumber,
    state: (valueIn(row, state) ?? 'verified') as FactState,
    participant: values[participant] as string,
    day: values[day] as DayNumber,
  };
}

function factOf(row: Row, kind: string): Fact {
  const { values, form } = row;
  const fact: Draft = {
    id: values[id] as string,
    kind,
    known: (valueIn(row, known) ?? valueIn(row, to) ?? values[day]) as DayNumber,
    state: (valueIn(row, state) ?? 'verified') as FactState,
  };
  if (has(form, participant)) fact.participant = values[participant] as string;
  if (has(form, cohort)) fact.cohort = values[cohort] as string;
  if (has(form, provider)) fact.provider = values[provider] as string;
  if (has(form, group)) fact.group = values[group] as string;
  if (has(form, characteristics)) fact.with = values[characteristics] as readonly string[];
  if (has(form, day)) fact.day = values[day] as DayNumber;
  if (has(form, from)) fact.from = values[from] as DayNumber;
  if (has(form, to)) fact.to = values[to] as DayNumber;
  if (has(form, value)) fact.value = values[value] as Fraction;
  if (has(form, low)) fact.low = values[low] as Fraction;
  if (has(form, high)) fact.high = values[high] as Fraction;
  if (has(form, about)) fact.about = values[about] as string;
  if (has(form, source)) fact.source = values[source] as string;
  if (has(form, method)) fact.method = values[method] as string;
  if (has(form, replaces)) fact.replaces = values[replaces] as string;
  if (has(form, signer)) fact.signer = values[signer] as string;
  return fact as Fact;
}

function has(form: number, column: number): boolean {
  return (form & (1 << column)) !== 0;
}
