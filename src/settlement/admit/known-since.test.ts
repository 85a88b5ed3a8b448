// Since when a fact has stood as it stands today: corrections keep their place.
import { expect, test } from 'vitest';
import { attached, happened } from '../../../test/support/makers/facts.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import { chainsOf, type Fact } from '../../facts/index.ts';
import { knownSince } from './known-since.ts';

const first = attached('2027-05-01', { id: 'A1', known: '2027-05-10' });
const second: Fact = { ...first, id: 'A2', replaces: 'A1', known: dayNumber('2027-06-10') };

function since(...facts: readonly Fact[]) {
  const [chain = []] = chainsOf(facts);
  const head = chain.at(-1) as Fact;
  return dayOf(knownSince({ chain, head }));
}

test('a correction has been known since what it corrects was, verified and with the same provider', () => {
  expect(since(first)).toBe('2027-05-10');
  expect(since(first, { ...second, with: ['young'] })).toBe('2027-05-10');
  expect(since(first, { ...second, provider: 'Harbour' })).toBe('2027-06-10');
  expect(since({ ...first, state: 'claimed' }, second)).toBe('2027-06-10');
  expect(since({ ...first, kind: 'seen' }, second)).toBe('2027-06-10');
});

test('what was known late is known since then, also where the correction was known before it', () => {
  expect(since({ ...first, known: dayNumber('2027-07-10') }, second)).toBe('2027-06-10');
  const third = { ...second, id: 'A3', replaces: 'A2', known: dayNumber('2027-05-20') };
  expect(since({ ...first, state: 'claimed' }, second, third)).toBe('2027-05-20');
});

test('what was withdrawn and recorded again was known from the first time on', () => {
  const gone = happened('withdrawn', '2027-06-10', { id: 'A2', replaces: 'A1' });
  const again: Fact = { ...first, id: 'A3', replaces: 'A2', known: dayNumber('2027-07-10') };
  expect(since(first, gone, again)).toBe('2027-05-10');
  expect(since({ ...first, state: 'claimed' }, gone, again)).toBe('2027-07-10');
});

test('where a correction earns more than what it corrects, since it did', () => {
  const sum = happened('adjustment', '2027-05-01', { id: 'F1', value: '5' });
  const more = { ...sum, id: 'F2', replaces: 'F1', known: dayNumber('2027-06-01') };
  const chain = [sum, { ...more, value: { numerator: 9n, denominator: 1n } }];
  const head = chain[1] as Fact;
  const wasAsMuch = (then: Fact, today: Fact) => then.value === today.value;
  expect(dayOf(knownSince({ chain, head }))).toBe('2027-05-01');
  expect(dayOf(knownSince({ chain, head }, wasAsMuch))).toBe('2027-06-01');
});
