// "Payable" of docs/settlement.md, item `held`: which lines a dispute reaches, and for how long.
import { expect, test } from 'vitest';
import { asAt, type FactWords, happened } from '../../../test/support/makers/facts.ts';
import type { Day } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import { type Disputable, disputesOver, heldNow } from './disputes.ts';

const line: Disputable = { participant: 'Sam', provider: 'Harbour', outcome: 'Settled' };
const held = { clause: 'Payment/held' };
const kindsOf = (outcome: string) => new Set(outcome === 'Settled' ? ['in housing'] : []);

function isHeld(
  facts: readonly Fact[],
  day: Day,
  plan: PaymentPlan = { held },
  of: Disputable = line,
): boolean {
  return heldNow(facts, asAt(day), { plan, kindsOf })(of);
}

/** About nobody unless it names somebody. */
function aDispute(day: Day, words: Partial<FactWords> = {}, kind = 'disputed'): Fact {
  const { participant, ...rest } = words;
  const { participant: _, ...fact } = happened(kind, day, { id: `${kind} ${day}`, ...rest });
  return participant === undefined ? fact : { ...fact, participant };
}

const release = (day: Day, words: Partial<FactWords> = {}) => aDispute(day, words, 'released');

test.each<[string, Partial<FactWords>, boolean]>([
  ['names nobody: every line', {}, true],
  ['names its participant', { participant: 'Sam' }, true],
  ['names another participant', { participant: 'Ali' }, false],
  ['names its provider', { provider: 'Harbour' }, true],
  ['names another provider', { provider: 'Anchor' }, false],
  ['names its outcome', { about: 'Settled' }, true],
  ['names a kind on which its outcome rests', { about: 'in housing' }, true],
  ['names a kind on which it does not rest', { about: 'in work' }, false],
  ['names its participant and another provider', { participant: 'Sam', provider: 'Anchor' }, false],
  ['names its participant and its provider', { participant: 'Sam', provider: 'Harbour' }, true],
])('a dispute that %s: %s %s', (_, words, reaches) => {
  expect(isHeld([aDispute('2028-01-10', words)], '2028-01-31')).toBe(reaches);
});

test('a line that is nobody’s is reached by what names nobody, and not by what names somebody', () => {
  const pot: Disputable = { provider: 'Harbour', outcome: 'Pot' };
  expect(isHeld([aDispute('2028-01-10')], '2028-01-31', { held }, pot)).toBe(true);
  expect(
    isHeld([aDispute('2028-01-10', { participant: 'Sam' })], '2028-01-31', { held }, pot),
  ).toBe(false);
});

test('all disputes over a line are told, each once', () => {
  const facts = [
    aDispute('2028-01-10', { participant: 'Sam' }),
    aDispute('2028-01-11', { participant: 'Sam', provider: 'Harbour' }),
    aDispute('2028-01-12'),
    aDispute('2028-01-13', { participant: 'Ali' }),
  ];
  const over = disputesOver(facts, asAt('2028-01-31'), { plan: { held }, kindsOf });
  expect(over(line).map(({ id }) => id)).toEqual([
    'disputed 2028-01-10',
    'disputed 2028-01-11',
    'disputed 2028-01-12',
  ]);
  const pot: Disputable = { provider: 'Harbour', outcome: 'Pot' };
  expect(over(pot).map(({ id }) => id)).toEqual(['disputed 2028-01-12']);
});

test('where the page does not hold what is disputed, nothing is held', () => {
  expect(isHeld([aDispute('2028-01-10')], '2028-01-31', {})).toBe(false);
});

test('a dispute counts from its day, once it is known, if it is verified and stands', () => {
  const dispute = aDispute('2028-01-10', { participant: 'Sam' });
  expect(isHeld([dispute], '2028-01-09')).toBe(false);
  expect(isHeld([dispute], '2028-01-10')).toBe(true);
  const late = aDispute('2028-01-10', { known: '2028-02-01' });
  expect(isHeld([late], '2028-01-31')).toBe(false);
  expect(isHeld([late], '2028-02-01')).toBe(true);
  expect(isHeld([aDispute('2028-01-10', { state: 'claimed' })], '2028-01-31')).toBe(false);
  const withdrawn = aDispute('2028-01-20', { id: 'W', replaces: dispute.id }, 'withdrawn');
  expect(isHeld([dispute, withdrawn], '2028-01-31')).toBe(false);
});

test('the first release that names the same ends it, on its day or later; an earlier one does not', () => {
  const sam = { participant: 'Sam' };
  const dispute = aDispute('2028-01-10', sam);
  const after = (words: Partial<FactWords>, day: Day = '2028-01-20') =>
    isHeld([dispute, release(day, words)], '2028-01-31');
  expect(after(sam)).toBe(false);
  expect(after(sam, '2028-01-10')).toBe(false);
  expect(after(sam, '2028-01-09')).toBe(true);
  expect(after({})).toBe(true);
  expect(after({ participant: 'Ali' })).toBe(true);
  expect(after({ ...sam, provider: 'Harbour' })).toBe(true);
  expect(after({ ...sam, about: 'Settled' })).toBe(true);
  expect(after({ ...sam, state: 'claimed' })).toBe(true);
});

test('of several releases the last counts, in whatever order they stand; a new dispute holds again', () => {
  const first = aDispute('2028-01-10');
  const releases = [release('2028-01-20'), release('2028-01-05')];
  expect(isHeld([first, ...releases], '2028-01-31')).toBe(false);
  expect(isHeld([first, ...[...releases].reverse()], '2028-01-31')).toBe(false);
  expect(isHeld([first, ...releases, aDispute('2028-01-25')], '2028-01-31')).toBe(true);
});

test('a length begins on the day after the dispute, and is reckoned to the later of the two days', () => {
  const most = { held: { ...held, most: { count: 10, unit: 'day' } } } as const;
  const dispute = aDispute('2028-01-10');
  expect(isHeld([dispute], '2028-01-20', most)).toBe(true);
  expect(isHeld([dispute], '2028-01-21', most)).toBe(false);
  const over = (trueBy: Day, knownBy: Day) =>
    heldNow([dispute], asAt(trueBy, knownBy), { plan: most, kindsOf })(line);
  expect(over('2028-01-15', '2028-01-20')).toBe(true);
  expect(over('2028-01-15', '2028-01-21')).toBe(false);
  expect(over('2028-01-21', '2028-01-15')).toBe(false);
});
