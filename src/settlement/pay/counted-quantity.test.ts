// Steps 4, 5 and 9 of docs/settlement.md: how often a line counts in a pot, and from when.
import { expect, test } from 'vitest';
import { asAt, spell } from '../../../test/support/makers/facts.ts';
import { achieved, attachedAtFirst, saying } from '../../../test/support/makers/many.ts';
import { aMeasure } from '../../../test/support/makers/measures.ts';
import { anOutcome, length, pounds } from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed } from '../index.ts';
import type { WholePlan } from '../plan/plan.ts';

const end = asAt('2032-03-31');
const settled = anOutcome({ times: 9, price: { rows: [{ with: [], price: pounds(0) }] } });

function days(price: number, words: Partial<OutcomePlan> = {}): OutcomePlan {
  return anOutcome({
    name: 'Days',
    condition: { is: 'each day', kinds: ['settled'], less: [] },
    times: 'any',
    ...words,
    price: { perUnit: true, rows: [{ with: [], price: pounds(price) }] },
  });
}

function stay(participant: string, from: Day, to: Day, known: Day = to): Fact {
  return spell('settled', { from, to, known }, { participant, id: `S ${participant} ${from}` });
}

/** What each provider has of £300 for the first year, and the day on which it is payable. */
function shared(
  outcomes: readonly OutcomePlan[],
  facts: readonly Fact[],
  words: Partial<WholePlan> = {},
): readonly string[] {
  const pot = {
    clause: 'Payment/pot',
    order: 2001,
    outcomes: outcomes.map(({ name }) => name),
    periods: [
      {
        name: '2027-04-01',
        first: dayNumber('2027-04-01'),
        last: dayNumber('2028-03-31'),
        closesOn: dayNumber('2028-03-31'),
      },
    ],
    size: { is: 'fixed', amount: pounds(300) },
  } as const;
  const { lines } = owed(saying({ pots: [pot], ...words }, outcomes), facts, end);
  return lines
    .filter(({ outcome }) => outcome === 'pot')
    .map(({ provider, amount, payableOn = 0 }) => {
      return `${provider} ${Number(amount) / 100} ${dayOf(payableOn)}`;
    });
}

const came = attachedAtFirst('A', 'B of Harbour');
const once = achieved('B', '2027-06-01');

test('an outcome counts once; what is paid for each day as many times as there are days', () => {
  const facts = [
    ...came,
    stay('A', '2027-05-01', '2027-05-20'),
    stay('B', '2027-05-01', '2027-05-10'),
  ];
  expect(shared([days(10)], facts)).toEqual([
    'Bright Futures 200 2028-03-31',
    'Harbour 100 2028-03-31',
  ]);
  expect(shared([days(0)], facts)).toEqual([
    'Bright Futures 200 2028-03-31',
    'Harbour 100 2028-03-31',
  ]);
  const two = [achieved('A', '2027-06-01'), achieved('A', '2027-06-02'), once];
  expect(shared([settled], [...came, ...two])).toEqual([
    'Bright Futures 200 2028-03-31',
    'Harbour 100 2028-03-31',
  ]);
});

test('days that were added after the close count from then', () => {
  const facts = [
    ...came,
    stay('A', '2027-05-01', '2027-05-10'),
    stay('A', '2027-05-11', '2027-05-20', '2028-06-01'),
    stay('B', '2027-05-01', '2027-05-10'),
  ];
  expect(shared([days(10)], facts)).toEqual([
    'Harbour 100 2028-03-31',
    'Bright Futures 200 2028-06-01',
  ]);
});

test('an outcome that is dearer since counts once, from its own day', () => {
  const rows = [
    { with: ['care=yes'], price: pounds(300) },
    { with: [], price: pounds(200) },
  ];
  const outcome = anOutcome({ times: 9, price: { rows } });
  const [a, b] = came as [Fact, Fact];
  const known = dayNumber('2028-06-01');
  const corrected = { ...a, id: 'A-2', replaces: a.id, with: ['care=yes'], known };
  const facts = [a, corrected, b, achieved('A', '2027-06-01'), once];
  expect(shared([outcome], facts)).toEqual([
    'Bright Futures 150 2028-03-31',
    'Harbour 150 2028-03-31',
  ]);
});

test('days that came too late do not count', () => {
  const facts = [
    ...came,
    stay('A', '2027-05-11', '2027-05-20'),
    stay('A', '2027-05-01', '2027-05-10', '2028-06-01'),
    stay('B', '2027-05-01', '2027-05-20'),
  ];
  expect(shared([days(10, { knownWithin: length('4 weeks') })], facts)).toEqual([
    'Bright Futures 100 2028-03-31',
    'Harbour 200 2028-03-31',
  ]);
});

test('what waits for verification does not count', () => {
  const claim = achieved('A', '2027-06-01', { state: 'claimed' });
  expect(shared([settled], [...came, claim, once])).toEqual(['Harbour 300 2028-03-31']);
  const days20 = { ...stay('A', '2027-05-01', '2027-05-20'), state: 'claimed' } as const;
  const facts = [...came, days20, stay('B', '2027-05-01', '2027-05-10')];
  expect(shared([days(10)], facts)).toEqual(['Harbour 300 2028-03-31']);
});

test('what a gate held back counts from the day on which it was passed', () => {
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Days'],
    measures: [],
    measure: 'Mix',
    least: fraction(1, 2),
    strictly: false,
  };
  const mix = (takenOn: Day) => {
    const first = dayNumber('2027-04-01');
    const last = dayNumber('2028-03-31');
    const cohort = { name: '2027-04-01', first, last, takenOn: dayNumber(takenOn) };
    return aMeasure({
      name: 'Mix',
      core: { is: 'share having', with: ['area=poor'] },
      cohorts: [cohort],
    });
  };
  const poor = came.map((fact) => ({ ...fact, with: ['area=poor'] }));
  const facts = [
    ...poor,
    stay('A', '2027-05-01', '2027-05-20'),
    stay('B', '2027-05-01', '2027-05-10'),
  ];
  expect(shared([days(10)], facts, { gates: [gate], measures: [mix('2028-06-30')] })).toEqual([
    'Bright Futures 200 2028-06-30',
    'Harbour 100 2028-06-30',
  ]);
  const rich = facts.map((fact) => ({ ...fact, with: [] }));
  expect(shared([days(10)], rich, { gates: [gate], measures: [mix('2028-06-30')] })).toEqual([]);
});
