// What a page says of its clock, its limits and its rounding, as the engine runs it.
import { describe, expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import { length, pounds } from '../../../test/support/makers/plan.ts';
import { dayNumber } from '../../calendar/index.ts';
import { fraction, one } from '../../money/index.ts';
import type { VersionPlan } from './plan.ts';

const clock = (...sentences: readonly string[]) => ({
  said: { 'Clock and endings': sentences },
});

test('a page that is silent has the usual meanings', () => {
  const version = aVersionOf({ facts: [] });
  expect(version).toMatchObject({
    version: 1,
    countsFrom: dayNumber('2027-04-01'),
    countsFor: 'outcomes',
    setAsideBy: [],
    whose: 'attached',
    routes: [],
    rounding: { unit: one, direction: 'nearest' },
    roundingOf: 'line',
  });
  for (const key of ['partEnds', 'referralsUntil', 'whole'])
    expect(version).not.toHaveProperty(key);
});

test('those with one of several kinds are set aside, each kind once', () => {
  const version = aVersionOf(
    clock('Those with dying or in jail are set aside.', 'Those with in jail are set aside.'),
  );
  expect(version.setAsideBy).toStrictEqual(['dying', 'in jail']);
});

test.each<[string, VersionPlan['whose']]>([
  ['the first provider', 'first'],
  ['the last provider', 'last'],
  ['the provider of its day', 'attached'],
])('an outcome belongs to %s', (said, whose) => {
  expect(aVersionOf(clock(`An outcome belongs to ${said}.`)).whose).toBe(whose);
});

test('taking part may end, and referrals before the contract does', () => {
  const version = aVersionOf(
    clock(
      'Taking part ends 104 weeks after attachment.',
      'Nobody is referred after 31 March 2031.',
    ),
  );
  expect(version.partEnds).toStrictEqual(length('104 weeks'));
  expect(version.referralsUntil).toBe(dayNumber('2031-03-31'));
  expect(aVersionOf(clock('Taking part has no end.'))).not.toHaveProperty('partEnds');
});

test('kinds with ranked sources are those of which a higher overrides a lower', () => {
  expect([...(aVersionOf({}).ranks ?? [])]).toStrictEqual([
    ['in jail', ['the jail', 'the police']],
    ['employment', ['payroll', 'the provider']],
  ]);
});

test('routes are sets of outcomes, each sentence with its clause', () => {
  const rows = [
    'outcome | leaving',
    ...['A', 'B', 'C', 'D'].map((name) => `**${name}**: housed, once per person | £1`),
  ];
  const said = { Outcomes: ['Either A and B, or C, never both.', 'Either C, or D, never both.'] };
  expect(aVersionOf({ rows, said }).routes).toStrictEqual([
    { clause: 'Outcomes/either', sets: [['A', 'B'], ['C']] },
    { clause: 'Outcomes/either 2', sets: [['C'], ['D']] },
  ]);
});

test('a limit is of what its sentence says: per whom, over what, and whether each year', () => {
  const Limits = [
    'No more than £8,200 is paid per person.',
    'No more than £500 is paid per attachment in each year for Settled.',
    'No more than £0.50 is paid per referral for Settled.',
  ];
  expect(aVersionOf({ said: { Limits } }).groups.get('leaving')?.limits).toStrictEqual([
    { clause: 'Limits/limit', most: pounds(8200), per: 'participant', eachYear: false },
    {
      clause: 'Limits/limit 2',
      most: pounds(500),
      per: 'attachment',
      eachYear: true,
      outcomes: ['Settled'],
    },
    {
      clause: 'Limits/limit 3',
      most: pounds(0.5),
      per: 'referral',
      eachYear: false,
      outcomes: ['Settled'],
    },
  ]);
});

describe('rounding', () => {
  test.each([
    ['Each line is rounded to the nearest £1.', 100n, 'nearest', 'line'],
    ['Each line is rounded up to the £0.05.', 5n, 'up', 'line'],
    ['Each line is rounded down to the £1.', 100n, 'down', 'line'],
    [
      "Each provider's total for an outcome is rounded to the nearest £1.",
      100n,
      'nearest',
      'total',
    ],
    ["Each provider's total for an outcome is rounded up to the £10.", 1000n, 'up', 'total'],
    ["Each provider's total for an outcome is rounded down to the £0.01.", 1n, 'down', 'total'],
  ])('%s', (sentence, unit, direction, roundingOf) => {
    const version = aVersionOf({ said: { Prices: [sentence] } });
    expect(version.rounding).toStrictEqual({ unit: fraction(unit), direction });
    expect(version.roundingOf).toBe(roundingOf);
  });
});
