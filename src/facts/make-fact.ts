import type { DayNumber } from '../calendar/index.ts';
import type { Days } from './check-known.ts';
import type { Numbers } from './check-number.ts';
import { columnNumber } from './columns.ts';
import type { Fact, FactState, KindRule } from './fact.ts';
import { type Row, textOf } from './row.ts';

const id = columnNumber('id');
const participant = columnNumber('participant');
const cohort = columnNumber('cohort');
const provider = columnNumber('provider');
const group = columnNumber('group');
const about = columnNumber('about');
const source = columnNumber('source');
const method = columnNumber('method');
const state = columnNumber('state');
const replaces = columnNumber('replaces');
const signer = columnNumber('signer');

/** Gives back the first text equal to this one, so that a name in a million rows is held once. */
export type Keep = (text: string) => string;

/** Names come again soon or never: a short memory finds nearly all, and stays quick. */
const keptMax = 10_000;

export function keeper(): Keep {
  const kept = new Map<string, string>();
  return (text) => {
    const first = kept.get(text);
    if (first !== undefined) return first;
    if (kept.size >= keptMax) kept.clear();
    kept.set(text, text);
    return text;
  };
}

/** The same with a memory of one: the rows of a participant mostly stand together. */
export function lastKeeper(): Keep {
  let last = '';
  return (text) => {
    if (text !== last) last = text;
    return last;
  };
}

/** What the checks read from a row that has nothing against it. */
export type Read = Readonly<{
  rule: KindRule;
  days: Days;
  known: DayNumber;
  numbers: Numbers;
  characteristics: readonly string[] | undefined;
  keep: Keep;
  keepLast: Keep;
}>;

/** Makes the fact of a row. Empty cells are absent keys, and the keys stand in one order. */
export function makeFact(row: Row, read: Read): Fact {
  const { days, numbers, keep, keepLast } = read;
  const stateText = textOf(row, state);
  const fact: { -readonly [Key in keyof Fact]?: Fact[Key] } = {
    id: textOf(row, id),
    kind: read.rule.name,
    known: read.known,
    state: stateText === '' ? 'verified' : (keep(stateText) as FactState),
  };
  const { cells } = row;
  if (cells[participant] !== '') fact.participant = keepLast(textOf(row, participant));
  if (cells[cohort] !== '') fact.cohort = keep(textOf(row, cohort));
  if (cells[provider] !== '') fact.provider = keep(textOf(row, provider));
  if (cells[group] !== '') fact.group = keep(textOf(row, group));
  if (read.characteristics !== undefined) fact.with = read.characteristics;
  if (days.day !== undefined) fact.day = days.day;
  if (days.from !== undefined) fact.from = days.from;
  if (days.to !== undefined) fact.to = days.to;
  if (numbers.value !== undefined) fact.value = numbers.value;
  if (numbers.low !== undefined) fact.low = numbers.low;
  if (numbers.high !== undefined) fact.high = numbers.high;
  if (cells[about] !== '') fact.about = keep(textOf(row, about));
  if (cells[source] !== '') fact.source = keep(textOf(row, source));
  if (cells[method] !== '') fact.method = keep(textOf(row, method));
  if (cells[replaces] !== '') fact.replaces = textOf(row, replaces);
  if (cells[signer] !== '') fact.signer = keep(textOf(row, signer));
  return fact as Fact;
}
