import { expect, test } from 'vitest';
import type { Fact } from '../../facts/index.ts';
import { kindOfRow, kindsOfRows, noteKind } from './kinds-of-rows.ts';

const fact = (kind: string, rest: Partial<Fact> = {}): Fact => ({
  id: 'a1',
  kind,
  known: 20_000,
  state: 'verified',
  ...rest,
});

test('the kind of a fact is told by its row, however far down it stands', () => {
  const kinds = kindsOfRows();
  for (const row of [2, 1023, 1024, 5000]) noteKind(kinds, row, fact(`kind of ${row % 3}`));
  expect([2, 1023, 1024, 5000, 3].map((row) => kindOfRow(kinds, row))).toEqual([
    'kind of 2',
    'kind of 0',
    'kind of 1',
    'kind of 2',
    undefined,
  ]);
});

test('it is not told of a cohort, of a file that mends another, and where there are too many', () => {
  const kinds = kindsOfRows();
  noteKind(kinds, 1, fact('counted', { cohort: '2027' }));
  noteKind(kinds, 1_000_000_001, fact('in work'));
  for (let row = 2; row < 300; row += 1) noteKind(kinds, row, fact(`kind of ${row}`));
  expect([1, 1_000_000_001, 299].map((row) => kindOfRow(kinds, row))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(kindOfRow(kinds, 256)).toBe('kind of 256');
});
