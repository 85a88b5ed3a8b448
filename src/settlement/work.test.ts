// What is the same for every participant of one settlement.
import { describe, expect, test } from 'vitest';
import { aFact, asAt, happened } from '../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  planFrom,
  settledFor,
  within,
} from '../../test/support/makers/plan.ts';
import { aWhole } from '../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import type { Condition, OutcomePlan } from './plan/plan.ts';
import { looksAtAll, restsOnRecord, workOn } from './work.ts';

const absent = { is: 'absent', kinds: ['in jail'], presumed: false } as const;

test.each<[string, Condition, boolean]>([
  ['an absence', absent, true],
  ['an absence that is presumed', { ...absent, presumed: true }, false],
  ['days in one state', settledFor('13 weeks'), false],
  [
    'days net of those of a complete record',
    settledFor('13 weeks', { lessCompleteSource: 'the jail' }),
    true,
  ],
  [
    'each day net of those of a complete record',
    { is: 'each day', kinds: ['at home'], less: ['in jail'], lessCompleteSource: 'the jail' },
    true,
  ],
  ['each day', { is: 'each day', kinds: ['at home'], less: [] }, false],
  ['what happens', { is: 'happens', kinds: ['level 2'] }, false],
])('%s rests on a complete record: %o %s', (_, condition, rests) => {
  expect(restsOnRecord(anOutcome({ condition }))).toBe(rests);
});

test('all are looked at together where a page speaks of all, or has bands', () => {
  expect(looksAtAll(aPlan([anOutcome()]))).toBe(false);
  expect(looksAtAll(aPlan([anOutcome()], { whole: aWhole() }))).toBe(true);
  const two = planFrom([
    aVersion([anOutcome()]),
    aVersion([anOutcome()], { version: 2, countsFrom: dayNumber('2028-04-01'), whole: aWhole() }),
  ]);
  expect(looksAtAll(two)).toBe(true);
  const bands = { per: 'all', how: 'each', rows: [] } as unknown as OutcomePlan['price']['bands'];
  const banded = anOutcome({ name: 'Banded', price: { bands } as Partial<OutcomePlan['price']> });
  expect(looksAtAll(aPlan([anOutcome(), banded]))).toBe(true);
});

describe('Records of completeness about everybody', () => {
  const outcome = anOutcome({ condition: absent, window: within('13 weeks') });
  const complete = (day: Day, known: Day, words: Partial<Fact> = {}): Fact => {
    const { participant: _, ...fact } = aFact({
      kind: 'complete',
      id: `complete ${known}`,
      from: '2027-04-01',
      to: day,
      known,
      source: 'the jail',
    });
    return { ...fact, about: 'in jail', ...words };
  };
  const ids = (others: readonly Fact[], day: Day, plan = aPlan([outcome])) => {
    const work = workOn(plan, asAt('2028-12-31'), { others, unread: [] });
    return work.completesAt(dayNumber(day)).map(({ id }) => id);
  };
  const first = complete('2027-09-30', '2027-10-05');
  const second = complete('2027-12-31', '2028-01-05');

  test('are those known by the day, and again the same when asked again', () => {
    expect(ids([first, second], '2027-10-04')).toEqual([]);
    expect(ids([first, second], '2027-10-05')).toEqual([first.id]);
    expect(ids([first, second], '2028-01-05')).toEqual([first.id, second.id]);
    const work = workOn(aPlan([outcome]), asAt('2028-12-31'), {
      others: [first, second],
      unread: [],
    });
    const of = (day: Day) => work.completesAt(dayNumber(day)).length;
    expect([of('2028-02-01'), of('2027-11-01'), of('2028-03-01'), of('2027-01-01')]).toEqual([
      2, 1, 2, 0,
    ]);
    expect(work.completesKnownOn).toEqual([dayNumber('2027-10-05'), dayNumber('2028-01-05')]);
  });

  test('are verified, stand, and are of no cohort', () => {
    expect(ids([{ ...first, state: 'claimed' }], '2028-12-31')).toEqual([]);
    const claimed = { ...first, id: 'claim', state: 'claimed' } as const;
    const verified = { ...second, to: first.to ?? 0, replaces: 'claim' };
    expect(ids([claimed, verified], '2027-12-31')).toEqual([]);
    expect(ids([claimed, verified], '2028-01-05')).toEqual(['claim']);
    expect(ids([{ ...first, cohort: '2027-04-01' }], '2028-12-31')).toEqual([]);
    const { participant: _, ...withdrawn } = happened('withdrawn', '2027-11-01', {
      id: 'W',
      replaces: first.id,
    });
    expect(ids([first, withdrawn], '2028-12-31')).toEqual([]);
  });

  test('are looked up only where something rests on them', () => {
    const plan = aPlan([anOutcome()]);
    expect(ids([first], '2028-12-31', plan)).toEqual([]);
    const work = workOn(plan, asAt('2028-12-31'), { others: [first], unread: [] });
    expect(work.completesKnownOn).toEqual([]);
  });
});
