import { parseDay } from '../../calendar/index.ts';
import type { Fact, FactState } from '../../facts/index.ts';
import { type Fraction, formatDecimal, parseDecimal } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { type HmacPlace, textStart } from '../../store/keys/index.ts';
import { putBytes, putDay, putJson } from './put-text.ts';

/** What the sender said that settles nothing: its own id, and since when it says to have known. */
export type Said = Readonly<{ as: string; known: number }>;

/** What is not sealed: it stands in columns of its own. */
type Open = Readonly<{
  id: string;
  participant: string | undefined;
  known: number;
  state: string;
  replaces: string | undefined;
}>;

/** Writes what a fact says, as JSON with its keys in one order: the same fact is the same text. */
export function putSealedText(place: HmacPlace, fact: Fact, said: Said): void {
  place.end = textStart;
  putBytes(place, opening);
  putJson(place, fact.kind);
  putName(place, names.cohort, fact.cohort);
  putName(place, names.provider, fact.provider);
  putName(place, names.group, fact.group);
  putName(place, names.with, fact.with?.join(';'));
  putDayNamed(place, names.day, fact.day);
  putDayNamed(place, names.from, fact.from);
  putDayNamed(place, names.to, fact.to);
  putNumber(place, names.value, fact.value);
  putNumber(place, names.low, fact.low);
  putNumber(place, names.high, fact.high);
  putName(place, names.about, fact.about);
  putName(place, names.source, fact.source);
  putName(place, names.method, fact.method);
  putName(place, names.signer, fact.signer);
  putName(place, names.as, said.as);
  putDayNamed(place, names.said, said.known);
  putBytes(place, closing);
}

// What stands between the text before and that of each name.
const names = {
  cohort: nameOf('cohort'),
  provider: nameOf('provider'),
  group: nameOf('group'),
  with: nameOf('with'),
  day: nameOf('day'),
  from: nameOf('from'),
  to: nameOf('to'),
  value: nameOf('value'),
  low: nameOf('low'),
  high: nameOf('high'),
  about: nameOf('about'),
  source: nameOf('source'),
  method: nameOf('method'),
  signer: nameOf('signer'),
  as: nameOf('as'),
  said: nameOf('said'),
} as const;

function nameOf(name: string): Uint8Array {
  return Buffer.from(`","${name}":"`);
}

const opening = Buffer.from('{"kind":"');
const closing = Buffer.from('"}');

function putName(place: HmacPlace, name: Uint8Array, text: string | undefined): void {
  if (text === undefined) return;
  putBytes(place, name);
  putJson(place, text);
}

function putDayNamed(place: HmacPlace, name: Uint8Array, day: number | undefined): void {
  if (day === undefined) return;
  putBytes(place, name);
  putDay(place, day);
}

function putNumber(place: HmacPlace, name: Uint8Array, number: Fraction | undefined): void {
  if (number !== undefined) putName(place, name, formatDecimal(number));
}

type Texts = Readonly<Partial<Record<string, string>>>;
type Draft = { -readonly [Key in keyof Fact]?: Fact[Key] };

/** A fact, and what its sender said beside it. */
export type Told = Readonly<{ fact: Fact; said: Said }>;

/** The fact that a sealed text tells of, with what stands beside it in the open. */
export function toldIn(text: string, open: Open): Told {
  const texts = JSON.parse(text) as Texts;
  const { kind } = texts;
  assert(kind !== undefined, 'a sealed fact says of what kind it is');
  const fact: Draft = { id: open.id, kind, known: open.known, state: open.state as FactState };
  if (open.participant !== undefined) fact.participant = open.participant;
  addNames(fact, texts);
  addDays(fact, texts);
  addNumbers(fact, texts);
  if (open.replaces !== undefined) fact.replaces = open.replaces;
  const { as, said } = texts;
  assert(as !== undefined && said !== undefined, 'a sealed fact says what its sender said');
  return { fact: fact as Fact, said: { as, known: getDay(said) } };
}

function addNames(fact: Draft, texts: Texts): void {
  const { cohort, provider, group, about, source, method, signer } = texts;
  if (cohort !== undefined) fact.cohort = cohort;
  if (provider !== undefined) fact.provider = provider;
  if (group !== undefined) fact.group = group;
  if (texts.with !== undefined) fact.with = texts.with.split(';');
  if (about !== undefined) fact.about = about;
  if (source !== undefined) fact.source = source;
  if (method !== undefined) fact.method = method;
  if (signer !== undefined) fact.signer = signer;
}

function addDays(fact: Draft, { day, from, to }: Texts): void {
  if (day !== undefined) fact.day = getDay(day);
  if (from !== undefined) fact.from = getDay(from);
  if (to !== undefined) fact.to = getDay(to);
}

function addNumbers(fact: Draft, { value, low, high }: Texts): void {
  if (value !== undefined) fact.value = getNumber(value);
  if (low !== undefined) fact.low = getNumber(low);
  if (high !== undefined) fact.high = getNumber(high);
}

function getDay(text: string): number {
  const day = parseDay(text);
  assert(day !== undefined, 'a day that was sealed is a day');
  return day;
}

function getNumber(text: string): Fraction {
  const number = parseDecimal(text);
  assert(number !== undefined, 'a number that was sealed is a number');
  return number;
}
