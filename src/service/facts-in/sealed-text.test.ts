import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatDecimal, fraction } from '../../money/index.ts';
import { hmacPlace, textIn } from '../../store/keys/index.ts';
import { putSealedText, toldIn } from './sealed-text.ts';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.constantFrom('in work', '"', '\\', '\n', '\ud800', 'é', 'a;b', '\u2028', '\u007f'),
);
const day = fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -9000, max: 99_000 }));
const number = fc.integer({ min: -99_999, max: 99_999 }).map((n) => fraction(BigInt(n), 100n));

const facts: fc.Arbitrary<Fact> = fc.record(
  {
    id: text,
    kind: text,
    known: day,
    state: fc.constant('verified' as const),
    cohort: text,
    provider: text,
    group: text,
    with: fc.array(text, { minLength: 1, maxLength: 3 }),
    day,
    from: day,
    to: day,
    value: number,
    low: number,
    high: number,
    about: text,
    source: text,
    method: text,
    signer: text,
  },
  { requiredKeys: ['id', 'kind', 'known', 'state'] },
);

/** The same, as JSON.stringify writes it. */
function written(fact: Fact): string {
  const { kind, cohort, provider, group, about, source, method, signer, id, known } = fact;
  const dayText = (n: number | undefined) => (n === undefined ? undefined : dayOf(n));
  const [value, low, high] = [fact.value, fact.low, fact.high].map((n) => n && formatDecimal(n));
  const [on, from, to] = [fact.day, fact.from, fact.to].map(dayText);
  const names = { kind, cohort, provider, group, with: fact.with?.join(';'), day: on, from, to };
  const others = { value, low, high, about, source, method, signer, as: id, said: dayOf(known) };
  return JSON.stringify({ ...names, ...others });
}

test('what is sealed of a fact is JSON, whatever it says, and one after the other', () => {
  const place = hmacPlace(16);
  fc.assert(
    fc.property(facts, (fact) => {
      putSealedText(place, fact, { as: fact.id, known: fact.known });
      // Half a letter of two units has no UTF-8: JSON writes it as an escape, and so it stays.
      expect(Buffer.from(textIn(place)).toString('utf8')).toBe(written(fact));
    }),
    { numRuns: 1000 },
  );
});

test('the fact is told by it again', () => {
  const place = hmacPlace(16);
  fc.assert(
    fc.property(facts, (fact) => {
      const days = [fact.known, fact.day, fact.from, fact.to];
      fc.pre(days.every((n) => n === undefined || (n >= 0 && n < 40_000)));
      fc.pre(fact.with === undefined || !fact.with.some((each) => each.includes(';')));
      putSealedText(place, fact, { as: fact.id, known: fact.known });
      const open = { ...fact, participant: undefined, replaces: undefined };
      const told = toldIn(Buffer.from(textIn(place)).toString('utf8'), open);
      expect(told).toEqual({ fact, said: { as: fact.id, known: fact.known } });
    }),
  );
});
