import { expect, test } from 'vitest';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import type { ResultLine } from '../result.ts';
import { findOtherwise } from './otherwise.ts';
import { changeTeller } from './result-change.ts';

const whose = {
  line: 'Outcomes/Settled|A1|Harbour|1',
  clause: 'Outcomes/Settled',
  outcome: 'Settled',
  provider: 'Harbour',
  payee: 'College',
} as const;

test('a change is read in whole units, with what each payer takes back and pays', () => {
  const change = {
    ...whose,
    participant: 'Sam',
    takenBack: [
      { payer: 'Council', amount: 10_000n },
      { payer: 'Fund', amount: 5n },
    ],
    paid: [
      { payer: 'Lottery', amount: 12_050n },
      { payer: 'Council', amount: 9_000n },
    ],
    cause: { is: 'facts', facts: ['F1'] },
  } as const;
  expect(changeTeller('GBP')(change)).toEqual({
    ...whose,
    participant: 'Sam',
    takenBack: '100.05',
    paid: '210.50',
    payers: [
      { payer: 'Council', takenBack: '100.00', paid: '90.00' },
      { payer: 'Fund', takenBack: '0.05', paid: '0.00' },
      { payer: 'Lottery', takenBack: '0.00', paid: '120.50' },
    ],
    cause: { is: 'facts', facts: ['F1'] },
  });
});

test('the sums of one that was never paid and of one that is gone are nothing', () => {
  const nothing = { ...whose, takenBack: [], paid: [], cause: { is: 'first' } } as const;
  expect(changeTeller('JPY')(nothing)).toEqual({
    ...whose,
    takenBack: '0',
    paid: '0',
    payers: [],
    cause: { is: 'first' },
  });
});

const named = (line: string, words: Partial<ResultLine> = {}) => aResultLine({ line, ...words });

test('what comes out otherwise under the same terms and engine is told with both its sums', () => {
  const { participant: _, ...grant } = named('grant');
  const was = aResult([named('gone'), grant, named('less'), named('same'), named('earlier')]);
  const now = aResult([
    { ...grant, amount: '221.00' },
    named('less', { amount: '-5.00' }),
    named('same'),
    named('earlier', { day: '2027-08-31' }),
    named('new', { participant: 'Ali', amount: '7.00' }),
  ]);
  expect(findOtherwise(now, was)).toEqual([
    { line: 'gone', participant: 'Sam', was: 22_000n, now: 0n },
    { line: 'grant', was: 22_000n, now: 22_100n },
    { line: 'less', participant: 'Sam', was: 22_000n, now: -500n },
    { line: 'new', participant: 'Ali', was: 0n, now: 700n },
  ]);
});

test('under other terms, or another engine, it is no wonder that it does', () => {
  const was = aResult([named('a')]);
  const now = [named('a', { amount: '1.00' })];
  expect(findOtherwise(aResult(now), was)).toHaveLength(1);
  expect(findOtherwise(aResult(now, { contract: 'sha256:1' }), was)).toEqual([]);
  expect(findOtherwise(aResult(now, { engine: '2' }), was)).toEqual([]);
});
