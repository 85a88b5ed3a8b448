import { type Day, dayNumber } from '../../../src/calendar/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { parseDecimal } from '../../../src/money/index.ts';
import { assert } from '../../../src/problem/index.ts';

/** A fact in human terms: days as people write them, values as text. */
export type FactWords = Partial<
  Omit<Fact, 'day' | 'from' | 'to' | 'known' | 'value' | 'low' | 'high'>
> &
  Readonly<{ kind: string; day?: Day; from?: Day; to?: Day; known?: Day; value?: string }>;

/** A verified fact about Sam, known on its last day unless it says otherwise. */
export function aFact(words: FactWords): Fact {
  const { day, from, to, known, value, ...rest } = words;
  const number = (text: Day | undefined, key: string) =>
    text === undefined ? {} : { [key]: dayNumber(text) };
  const knownOn = known ?? to ?? day ?? from;
  assert(knownOn, 'a fact has a day');
  const read = value === undefined ? undefined : parseDecimal(value);
  return {
    id: `${words.kind} ${day ?? from}`,
    participant: 'Sam',
    state: 'verified',
    ...rest,
    ...number(day, 'day'),
    ...number(from, 'from'),
    ...number(to, 'to'),
    known: dayNumber(knownOn),
    ...(read ? { value: read } : {}),
  } as Fact;
}

/** Sam was attached to Bright Futures. */
export function attached(day: Day, words: Partial<FactWords> = {}): Fact {
  const provider = 'Bright Futures';
  return aFact({ kind: 'attached', id: 'A1', day, provider, group: 'leaving', ...words });
}

/** From one day to another; without an end, as far as known on `known`. */
export function spell(
  kind: string,
  days: Readonly<{ from: Day; to?: Day; known?: Day }>,
  words: Partial<FactWords> = {},
): Fact {
  return aFact({ kind, ...days, ...words });
}

/** It happened on a day. */
export function happened(kind: string, day: Day, words: Partial<FactWords> = {}): Fact {
  return aFact({ kind, day, ...words });
}

/** Two days by their names; both the same unless the second is given. */
export function asAt(trueBy: Day, knownBy: Day = trueBy) {
  return { trueBy: dayNumber(trueBy), knownBy: dayNumber(knownBy) };
}
