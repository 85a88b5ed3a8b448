import { expect, test } from 'vitest';
import { type Day, dayNumber, dayOf } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { fraction, one, zero } from '../../src/money/index.ts';
import type { Condition, OutcomePlan, Plan } from '../../src/settlement/plan/plan.ts';
import { owedByOracle } from './oracle.ts';

const verified = ['verified'] as const;

type Named = Partial<Omit<OutcomePlan, 'price'>> &
  Readonly<{ name: string; condition: Condition; pounds: number }>;

function anOutcome({ pounds, ...outcome }: Named): OutcomePlan {
  return {
    clause: `Outcomes/${outcome.name}`,
    wording: outcome.name,
    times: 1,
    scope: 'participant',
    onlyAfter: [],
    takesThePlaceOf: [],
    pausedBy: [],
    states: verified,
    price: {
      rows: [{ with: [], price: fraction(pounds * 100) }],
      yearOf: 'outcome',
      perUnit: false,
      taper: [],
      index: [],
      deadweight: zero,
      uplifts: [],
      shares: [],
    },
    ...outcome,
  };
}

function aPlan(startsOn: Day, endsOn: Day, outcomes: readonly OutcomePlan[]): Plan {
  const version = {
    version: 1,
    hash: 'one',
    countsFrom: dayNumber(startsOn),
    countsFor: 'outcomes' as const,
    groups: new Map([['all', { group: 'all', outcomes, limits: [] }]]),
    setAsideBy: [],
    whose: 'attached' as const,
    routes: [],
    rounding: { unit: one, direction: 'nearest' as const },
    roundingOf: 'line' as const,
  };
  return {
    currency: 'GBP',
    payer: 'Northshire',
    startsOn: dayNumber(startsOn),
    endsOn: dayNumber(endsOn),
    versions: [version],
  };
}

let count = 0;

function aFact(kind: string, days: Readonly<{ day?: Day; from?: Day; to?: Day }>): Fact {
  count += 1;
  const numbers = Object.fromEntries(
    Object.entries(days).map(([key, day]) => [key, dayNumber(day)]),
  ) as { day?: number; from?: number; to?: number };
  return {
    id: `F${count}`,
    kind,
    participant: 'Sam',
    ...numbers,
    known: (numbers.day ?? numbers.to) as number,
    state: 'verified',
  };
}

function attached(day: Day): Fact {
  return { ...aFact('attached', { day }), provider: 'Bright Futures', group: 'all' };
}

function lasts(kind: string, weeks: number, how: 'in one go' | 'in total'): Condition {
  return { is: 'lasts', kinds: [kind], less: [], length: { count: weeks, unit: 'week' }, how };
}

function asAt(day: Day) {
  return { trueBy: dayNumber(day), knownBy: dayNumber(day) };
}

test('the example of the illustrated page pays £5,390', () => {
  const plan = aPlan('2027-04-01', '2032-03-31', [
    anOutcome({
      name: 'Settled',
      condition: lasts('in settled housing', 13, 'in one go'),
      times: 5,
      pounds: 220,
    }),
    anOutcome({
      name: 'Qualified',
      condition: { is: 'happens', kinds: ['level 2'] },
      pounds: 4730,
    }),
  ]);
  const facts = [
    attached('2027-05-04'),
    aFact('in settled housing', { from: '2027-05-10', to: '2028-03-01' }),
    aFact('level 2', { day: '2027-09-01' }),
  ];
  const owed = owedByOracle(plan, facts, asAt('2028-06-30'));
  expect(owed.total).toBe(539_000n);
  const days = owed.lines.map(({ outcome, day }) => `${outcome} ${dayOf(day)}`).sort();
  expect(days).toEqual([
    'Qualified 2027-09-01',
    'Settled 2027-08-08',
    'Settled 2027-11-07',
    'Settled 2028-02-06',
  ]);
});

test('a job kept from week 10 pays £13,720, and the 27th sustainment is refused', () => {
  const sustained = lasts('in work', 4, 'in one go');
  const plan = aPlan('2011-06-01', '2016-03-31', [
    anOutcome({
      name: 'Attachment',
      condition: { is: 'happens', kinds: ['attached'] },
      pounds: 600,
    }),
    anOutcome({ name: 'Job', condition: lasts('in work', 13, 'in total'), pounds: 3500 }),
    anOutcome({
      name: 'Sustained',
      condition: sustained,
      window: { anchor: { is: 'outcome', outcome: 'Job' }, starts: 'the next day' },
      times: 26,
      pounds: 370,
    }),
  ]);
  const facts = [
    attached('2011-06-01'),
    aFact('in work', { from: '2011-08-10', to: '2014-12-31' }),
  ];
  const owed = owedByOracle(plan, facts, asAt('2015-06-30'));
  expect(owed.total).toBe(1_372_000n);
  expect(owed.lines.filter(({ outcome }) => outcome === 'Sustained')).toHaveLength(26);
  expect(owed.statuses.achieved).toBe(28);
});
