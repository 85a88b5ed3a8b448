import { dayOf, parseDay } from '../../calendar/index.ts';
import type { Fact, FactState } from '../../facts/index.ts';
import { type Fraction, formatDecimal, parseDecimal } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';

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

/** What a fact says, as JSON with its keys in one order, so that the same fact is the same text. */
export function sealedText(fact: Fact, said: Said): string {
  return JSON.stringify({
    kind: fact.kind,
    cohort: fact.cohort,
    provider: fact.provider,
    group: fact.group,
    with: fact.with?.join(';'),
    day: dayText(fact.day),
    from: dayText(fact.from),
    to: dayText(fact.to),
    value: numberText(fact.value),
    low: numberText(fact.low),
    high: numberText(fact.high),
    about: fact.about,
    source: fact.source,
    method: fact.method,
    signer: fact.signer,
    as: said.as,
    said: dayOf(said.known),
  });
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

function dayText(day: number | undefined): string | undefined {
  return day === undefined ? undefined : dayOf(day);
}

function numberText(number: Fraction | undefined): string | undefined {
  return number === undefined ? undefined : formatDecimal(number);
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
