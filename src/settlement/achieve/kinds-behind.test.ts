// Step 5 of docs/settlement.md, payable day: a line is payable once all on which it rests is known.
import { expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, pounds, settledFor, within } from '../../../test/support/makers/plan.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed, type VersionPlan } from '../index.ts';

const july = '2027-07-01';
const end = asAt('2030-01-01');
const a1 = attached('2027-05-01');
const level2 = happened('level 2', '2027-06-01');

type Words = Partial<Omit<OutcomePlan, 'price'>>;
type Case = Readonly<{
  words?: Words;
  others?: readonly OutcomePlan[];
  version?: Partial<VersionPlan>;
  facts: readonly Fact[];
}>;

/** First said so on its own day, and put right on 1 July. */
function corrected(first: Fact, right: Partial<Fact>): readonly Fact[] {
  const known = dayNumber(july);
  return [first, { ...first, ...right, id: `${first.id} again`, replaces: first.id, known }];
}

const late = (kind: string, words = {}) => happened(kind, '2027-05-10', { known: july, ...words });
const stay = spell('settled', { from: '2027-05-01', to: '2027-05-07' });
const first = anOutcome({ name: 'First', condition: { is: 'happens', kinds: ['first'] } });
const second = anOutcome({ name: 'Second', onlyAfter: ['First'] });
const scores = ['10', '20'].map((value, at) =>
  happened('goals', `2027-05-0${at + 2}` as '2027-05-02', { value, known: july }),
);
const score = { kind: 'goals', better: 'higher' } as const;
const june = dayNumber('2027-06-20');

const cases: Readonly<Record<string, Case>> = {
  'what happens': { facts: [a1, happened('level 2', '2027-06-01', { known: july })] },
  'an attachment': { facts: [attached('2027-05-01', { known: july }), level2] },
  'a referral': {
    words: { window: within('60 days', { anchor: { is: 'referral' } }) },
    facts: [
      a1,
      level2,
      ...corrected(happened('referred', '2027-04-01'), { day: dayNumber('2027-04-20') }),
    ],
  },
  'a leaving': {
    words: { whileAttached: true },
    facts: [a1, level2, ...corrected(happened('left', '2027-05-20'), { day: june })],
  },
  'what sets aside': {
    version: { setAsideBy: ['died'] },
    facts: [a1, level2, ...corrected(happened('died', '2027-05-20'), { day: june })],
  },
  'days in a state': {
    words: { condition: settledFor('7 days') },
    facts: [a1, spell('settled', { from: '2027-05-01', to: '2027-05-07', known: july })],
  },
  'an excluded state': {
    words: { condition: settledFor('7 days', { less: ['custody'] }) },
    facts: [
      a1,
      stay,
      ...corrected(spell('custody', { from: '2027-05-03', to: '2027-05-04' }), {
        from: june,
        to: june,
      }),
    ],
  },
  'a record of exclusions': {
    words: { condition: settledFor('7 days', { less: ['custody'], lessCompleteSource: 'prison' }) },
    facts: [
      a1,
      stay,
      spell(
        'complete',
        { from: '2027-05-01', to: '2027-05-07', known: july },
        { about: 'custody', source: 'prison' },
      ),
    ],
  },
  'a pause': {
    words: { window: within('31 days'), pausedBy: ['hospital'] },
    facts: [a1, level2, spell('hospital', { from: '2027-05-03', to: '2027-05-08', known: july })],
  },
  'what a window is counted from': {
    words: { window: within('60 days', { anchor: { is: 'kind', kind: 'release' } }) },
    facts: [a1, level2, late('release')],
  },
  'a score': {
    words: { condition: { is: 'scores', least: fraction(20), ...score } },
    facts: [a1, ...scores],
  },
  'how a score improves': {
    words: { condition: { is: 'improves', by: fraction(10), ...score } },
    facts: [a1, ...scores],
  },
  'a sum': {
    words: { condition: { is: 'adds up', kinds: ['pay'], amount: fraction(5), perWeek: false } },
    facts: [a1, late('pay', { value: '5' })],
  },
  'an absence': {
    words: {
      condition: { is: 'absent', kinds: ['offence'], completeSource: 'police', presumed: false },
      window: within('7 days'),
    },
    facts: [
      a1,
      spell(
        'complete',
        { from: '2027-05-01', to: '2027-05-07', known: july },
        { about: 'offence', source: 'police' },
      ),
    ],
  },
  'another outcome': {
    words: { onlyAfter: ['First'] },
    others: [first],
    facts: [a1, level2, late('first')],
  },
  'an outcome behind another': {
    words: { onlyAfter: ['Second'] },
    others: [second, first],
    facts: [a1, level2, late('first')],
  },
  'an outcome from which its window is counted': {
    words: { window: within('60 days', { anchor: { is: 'outcome', outcome: 'First' } }) },
    others: [first],
    facts: [a1, level2, late('first')],
  },
  'all of some outcomes': {
    words: { condition: { is: 'all of', outcomes: ['First', 'Other'] } },
    others: [first, anOutcome({ name: 'Other' })],
    facts: [a1, level2, late('first')],
  },
  'any of some outcomes': {
    words: { condition: { is: 'any of', outcomes: ['First', 'Other'] } },
    others: [first],
    facts: [a1, late('first')],
  },
  'a mark': {
    words: { condition: { is: 'each day', kinds: ['settled'], less: [], onceReached: 'First' } },
    others: [first],
    facts: [a1, stay, late('first')],
  },
};

test.each(Object.entries(cases))('a line is not payable before it is known: %s', (_, given) => {
  const { words = {}, others = [], version = {}, facts } = given;
  const own = anOutcome({
    ...words,
    name: 'Own',
    price: { rows: [{ with: [], price: pounds(1) }] },
  });
  const { lines } = owed(aPlan([own, ...others], version), facts, end);
  const payable = lines.filter(({ outcome }) => outcome === 'Own');
  expect(payable.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual([july]);
});

test('what becomes known of other kinds, or of other outcomes, moves no line', () => {
  const plan = aPlan([anOutcome(), first]);
  const { lines } = owed(plan, [a1, level2, late('first'), late('other')], end);
  const settled = lines.filter(({ outcome }) => outcome === 'Settled');
  expect(settled.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-06-01']);
});
