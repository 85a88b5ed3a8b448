// "Difference" of docs/settlement.md: lines are matched by identity; other money for one is a change.
import { describe, expect, test } from 'vitest';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import type { ResultLine, ResultNotPaid } from '../result.ts';
import {
  isSameMoney,
  isTurnedDown,
  isUnpaidOtherwise,
  linesByName,
  movedLines,
  portionsOf,
} from './moved-lines.ts';

const named = (line: string, words: Partial<ResultLine> = {}) => aResultLine({ line, ...words });
const unpaid = (line: string, words: Partial<ResultNotPaid> = {}): ResultNotPaid => {
  return { line, reason: 'limit', amount: '20.00', clause: 'Limits/Person', ...words };
};

describe('Which lines moved', () => {
  test('those that are gone first, as they stood, then new and other ones as they stand', () => {
    const was = aResult([named('b'), named('gone'), named('same'), named('a gone one')]);
    const now = aResult([named('new'), named('same'), named('b', { amount: '200.00' })]);
    const told = movedLines(now, was).map(({ name, line, was: before, now: after, isChange }) => {
      expect(line).toBe((after ?? before)?.line);
      return [name, before?.line.amount, after?.line.amount, isChange];
    });
    expect(told).toEqual([
      ['gone', '220.00', undefined, true],
      ['a gone one', '220.00', undefined, true],
      ['new', undefined, '220.00', true],
      ['b', '220.00', '200.00', true],
    ]);
  });

  test('of a first settlement all that there are', () => {
    const moved = movedLines(aResult([named('a'), named('b')]), undefined);
    expect(moved.map(({ name, isChange }) => [name, isChange])).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  test('one of nothing that comes or goes is no change: no money moves', () => {
    const nothing = named('a', { amount: '0.00' });
    for (const [now, was] of [
      [[nothing], []],
      [[], [nothing]],
    ]) {
      const [moved] = movedLines(aResult(now ?? []), aResult(was ?? []));
      expect(moved).toMatchObject({ name: 'a', isChange: false });
    }
  });

  test('one of which only the day, or what is not paid, is otherwise has moved and is no change', () => {
    const was = aResult([named('a'), named('b')]);
    const now = aResult([named('a', { day: '2027-09-02' }), named('b')], {
      notPaid: [unpaid('b')],
    });
    expect(movedLines(now, was).map(({ name, isChange }) => [name, isChange])).toEqual([
      ['a', false],
      ['b', false],
    ]);
  });

  test('each line has all of what is not paid of it, and none of what is not paid of others', () => {
    const [first, second] = [unpaid('a'), unpaid('a', { reason: 'replaced' })];
    const other = unpaid('b');
    const seen = linesByName(
      aResult([named('a'), named('b'), named('c')], { notPaid: [first, other, second] }),
    );
    expect([...seen].map(([name, { notPaid }]) => [name, notPaid])).toEqual([
      ['a', [first, second]],
      ['b', [other]],
      ['c', []],
    ]);
  });
});

describe('Whether the same is paid to the same by the same', () => {
  const payers = [
    { payer: 'Fund', amount: '20.00' },
    { payer: 'Council', amount: '200.00' },
  ];
  const divided = named('a', { payers });
  const cases: readonly (readonly [string, ResultLine, ResultLine, boolean])[] = [
    ['other days and prices', named('a'), named('a', { day: '2027-09-05', price: '1' }), true],
    ['another amount', named('a'), named('a', { amount: '220.01' }), false],
    ['another payer', named('a'), named('a', { payer: 'Fund' }), false],
    ['another payee', named('a'), named('a', { payee: 'College' }), false],
    ['payers in another order', divided, named('a', { payers: payers.toReversed() }), true],
    ['the same sum from other payers', divided, named('a'), false],
    [
      'a payer of nothing',
      named('a'),
      named('a', {
        payers: [
          { payer: 'Northshire Council', amount: '220.00' },
          { payer: 'Fund', amount: '0.00' },
        ],
      }),
      true,
    ],
    [
      'nothing to one and nothing to another',
      named('a', { amount: '0.00' }),
      named('a', { amount: '0.00', payee: 'College' }),
      true,
    ],
  ];
  test.each(cases)('%s', (_, one, other, expected) => {
    expect(isSameMoney(one, other)).toBe(expected);
    expect(isSameMoney(other, one)).toBe(expected);
  });

  test('portions are in smallest units, and leave out who pays nothing', () => {
    expect(portionsOf(divided)).toEqual([
      { payer: 'Fund', amount: 2_000n },
      { payer: 'Council', amount: 20_000n },
    ]);
    expect(portionsOf(named('a', { amount: '-1.05' }))).toEqual([
      { payer: 'Northshire Council', amount: -105n },
    ]);
    expect(portionsOf(named('a', { amount: '0.00' }))).toEqual([]);
  });
});

describe('What is not paid', () => {
  const line = named('a');
  const seen = (...notPaid: readonly ResultNotPaid[]) => ({ line, notPaid });
  const moved = { name: 'a', line, isChange: true };

  test('is otherwise where its reason, its sum or its clause is, or where there was none', () => {
    const limit = unpaid('a');
    expect(isUnpaidOtherwise({ ...moved, was: seen(limit), now: seen(limit) })).toBe(false);
    expect(isUnpaidOtherwise({ ...moved, was: seen(limit), now: seen() })).toBe(true);
    expect(isUnpaidOtherwise({ ...moved, was: seen(limit) })).toBe(true);
    expect(isUnpaidOtherwise({ ...moved, now: seen() })).toBe(false);
    const more = unpaid('a', { amount: '30.00' });
    expect(isUnpaidOtherwise({ ...moved, was: seen(limit), now: seen(more) })).toBe(true);
  });

  test('for reasons that are named only those are looked at', () => {
    const of = { ...moved, was: seen(unpaid('a')), now: seen(unpaid('a', { reason: 'gate' })) };
    expect(isUnpaidOtherwise(of, ['gate', 'count'])).toBe(true);
    expect(isUnpaidOtherwise(of, ['count'])).toBe(false);
    expect(isUnpaidOtherwise(of, [])).toBe(false);
  });

  test.each([
    ['not_verified', '220.00', true],
    ['other_provider', '220.00', true],
    ['too_late', '220.00', true],
    ['too_late', '20.00', false],
    ['limit', '220.00', false],
    ['route', '220.00', false],
  ] as const)('%s of %s of 220.00: nothing of it counts for anyone: %s', (reason, amount, is) => {
    expect(isTurnedDown(seen(unpaid('a', { reason, amount })))).toBe(is);
  });

  test('a line of which all is paid is not turned down', () => {
    expect(isTurnedDown(seen())).toBe(false);
  });
});
