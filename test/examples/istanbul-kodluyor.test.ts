import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { owed } from '../../src/settlement/index.ts';
import { readWorkedPage } from '../support/settle-example.ts';

const { plan } = readWorkedPage('istanbul-kodluyor');

const jobsKept = [
  [369, '405900.00'],
  [370, '407000.00'],
  [371, '408000.00'],
  [409, '446000.00'],
  [410, '447000.00'],
  [411, '448350.00'],
] as const;

test.each(jobsKept)('%i jobs kept pay $%s', (count, paid) => {
  expect(paidFor('Kept a job', keepers(count, 'men'))).toBe(paid);
});

const women = [
  [91, '0.00'],
  [92, '0.00'],
  [93, '500.00'],
  [130, '19000.00'],
] as const;

test.each(women)('%i women who keep a job bring $%s besides', (count, paid) => {
  const facts = [...keepers(count, 'women'), ...keepers(40, 'men')];
  expect(paidFor('A woman kept a job', facts)).toBe(paid);
});

test('the bands are filled by women and men together', () => {
  const facts = [...keepers(300, 'women'), ...keepers(111, 'men')];
  expect(paidFor('Kept a job', facts)).toBe('448350.00');
});

function paidFor(outcome: string, facts: readonly Fact[]): string {
  const asAt = dayNumber('2025-08-31');
  const { lines } = owed(plan, facts, { trueBy: asAt, knownBy: asAt });
  const own = lines.filter((line) => line.outcome === outcome);
  return formatMajor(
    own.reduce((sum, { amount }) => sum + amount, 0n),
    'USD',
  );
}

/** So many who keep a job for half a year, one a day. */
function keepers(count: number, group: string): Fact[] {
  return Array.from({ length: count }, (_, at) => {
    const participant = `${group}-${at}`;
    const day = dayNumber('2023-10-02') + at;
    const of = { participant, state: 'verified' } as const;
    const [from, to] = [day + 1, day + 200];
    return [
      { ...of, id: `A${group}${at}`, kind: 'attached', provider: 'Enocta', group, day, known: day },
      { ...of, id: `J${group}${at}`, kind: 'employment', from, to, known: to },
    ] satisfies Fact[];
  }).flat();
}
