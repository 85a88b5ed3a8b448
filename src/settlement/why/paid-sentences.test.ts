// What limits leave of a line, for what it waits, and who owes it: docs/settlement.md, step 10.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { aMeasure, itPays, percent } from '../../../test/support/makers/measures.ts';
import { aLimit, anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Plan } from '../plan/plan.ts';
import { limitSentences } from './paid-sentences.ts';
import { recomputeFromWhy } from './recompute.ts';
import { whyLine } from './why-line.ts';
import { whyParticipant } from './why-participant.ts';

const clause = 'Limits/limit shared in proportion';
const year = {
  name: '2027-04-01',
  first: dayNumber('2027-04-01'),
  last: dayNumber('2028-03-31'),
  closesOn: dayNumber('2028-04-28'),
};

const shared = (most: number) =>
  ({
    clause,
    most: pounds(most),
    per: { is: 'contract' },
    eachYear: true,
    shared: [year],
  }) as const;

/** Two outcomes of £300 and £100, both of which Sam achieves in 2027. */
const outcomes = [300, 100].map((sum) =>
  anOutcome({
    name: `for ${sum}`,
    condition: { is: 'happens', kinds: [`for ${sum}`] },
    price: { rows: [{ with: [], price: pounds(sum) }] },
  }),
);
const a1 = attached('2027-05-01');
const facts = [a1, happened('for 300', '2027-06-01'), happened('for 100', '2027-07-01')];
const line = (sum: number) => `Outcomes/for ${sum}|A1|Bright Futures|1`;
const before = asAt('2028-04-27');
const atClose = asAt('2028-04-28');

const limited = (most: number, person?: number): Plan =>
  aPlan(outcomes, {
    limits: person === undefined ? [] : [aLimit(person)],
    whole: aWhole({ limits: [shared(most)] }),
  });

function why(plan: Plan, name: string, at = atClose, given: readonly Fact[] = facts) {
  const found = whyLine({ plan, facts: given, asAt: at }, name);
  if (found === undefined) throw new Error('there is such a line');
  return found;
}

const waits =
  'It waits for the close of 1 April 2027 to 31 March 2028, at the end of 28 April 2028, when ' +
  `${clause} is shared: that is its place in line.`;

describe('A limit that is shared in proportion', () => {
  test('is waited for: nobody owes the line before, and what is forecast says so', () => {
    const found = why(limited(200), line(300), before);
    expect(found.closesOn).toBe('2028-04-28');
    expect(found.payableOn).toBe('2028-04-28');
    expect(found.amount).toBe('150.00');
    expect(found.sentences.slice(3)).toEqual([
      'By 1 June 2027 enough was known for it.',
      waits,
      'The list price of for 300 in year 1 is £300.',
      'That comes to £300.',
      `${clause}, no more than £200 in each year, is shared in proportion: £200 over lines that ` +
        'come to £400. The share of this one, £300, is £150: £150 is not paid.',
      'Nobody owes it before the end of 28 April 2028: £150 is forecast, as things are known now.',
    ]);
    const { lines } = whyParticipant({ plan: limited(200), facts, asAt: before }, 'Sam');
    expect(lines.map(({ amount }) => amount)).toEqual(['150.00', '50.00']);
  });

  test('at its close gives each its share: £300 and £100 under £200 are £150 and £50', () => {
    const found = why(limited(200), line(100));
    expect('closesOn' in found).toBe(false);
    expect(found.sentences).toContain(waits);
    expect(found.sentences.slice(-2)).toEqual([
      `${clause}, no more than £200 in each year, is shared in proportion: £200 over lines that ` +
        'come to £400. The share of this one, £100, is £50: £50 is not paid.',
      '£50 is owed by Northshire Council to Bright Futures.',
    ]);
    expect(found.parts).toEqual([
      {
        amount: '100.00',
        limits: [{ clause, left: '50.00', shared: { sum: '200.00', over: '400.00' } }],
      },
    ]);
    expect(recomputeFromWhy(found)).toBe(5_000n);
  });

  test('leaves each whole where they come to no more', () => {
    for (const most of [400, 500]) {
      const found = why(limited(most), line(100));
      expect(found.sentences.at(-2)).toBe(
        `${clause}, no more than £${most} in each year, is over lines that come to £400, and ` +
          'leaves each whole.',
      );
      expect(found.amount).toBe('100.00');
    }
  });

  test('beside another: the one that leaves least is told', () => {
    // £120 a person, first come: all of it to the first, and nothing is left for the second.
    const [first, second] = [300, 100].map((sum) => why(limited(200, 120), line(sum)));
    expect(first?.sentences.at(-2)).toBe(
      'Limits/Person, no more than £120 for each participant, had £120 left when this line came: ' +
        '£180 is not paid.',
    );
    expect(first?.amount).toBe('120.00');
    expect(second?.sentences.at(-2)).toBe(
      'Limits/Person, no more than £120 for each participant, had £0 left when this line came: ' +
        '£100 is not paid.',
    );
  });

  test('of a line that grew, says what of its share an earlier part has left', () => {
    const limit = shared(200);
    const share = { most: 15_000n, amount: 30_000n, all: 40_000n, left: 20_000n };
    const met = [{ limit, clause, left: 5_000n, share }];
    expect(limitSentences({ amount: 8_000n, met }, 'GBP')).toEqual([
      `${clause}, no more than £200 in each year, is shared in proportion: £200 over lines that ` +
        'come to £400. The share of this one, £300, is £150, of which £50 is left: £30 is not paid.',
    ]);
  });
});

describe('Limits of which one cuts', () => {
  const person = aLimit(100);
  const everyone = {
    clause: 'Limits/all',
    most: pounds(500),
    per: { is: 'contract' },
    eachYear: false,
  } as const;
  const had = (left: string) =>
    `Limits/Person, no more than £100 for each participant, had ${left} left when this line came`;

  test('only that is told, once, whatever the others had left', () => {
    const met = [
      { limit: everyone, clause: everyone.clause, left: 8_000n },
      { limit: person, clause: person.clause, left: 6_000n },
      { limit: person, clause: person.clause, left: 6_000n },
    ];
    expect(limitSentences({ amount: 10_000n, met }, 'GBP')).toEqual([
      `${had('£60')}: £40 is not paid.`,
    ]);
  });

  test('of two of one clause that which had least', () => {
    const met = [
      { limit: person, clause: person.clause, left: 9_000n },
      { limit: person, clause: person.clause, left: 6_000n },
    ];
    expect(limitSentences({ amount: 10_000n, met }, 'GBP')).toEqual([
      `${had('£60')}: £40 is not paid.`,
    ]);
  });

  test('one that has just enough left cuts nothing', () => {
    const met = [{ limit: person, clause: person.clause, left: 10_000n }];
    expect(limitSentences({ amount: 10_000n, met }, 'GBP')).toEqual([`${had('£100')}.`]);
    expect(limitSentences({ amount: 10_000n, met: [] }, 'GBP')).toEqual([]);
  });
});

describe('A line that is nobody’s', () => {
  const rows = [{ amount: pounds(100) }];
  const settling = aMeasure({ name: 'Settling' });
  const mix = aMeasure({ name: 'Mix', core: { is: 'share having', with: ['poor'] } });
  const gate = {
    clause: 'Measures/gate',
    outcomes: [],
    measures: ['Settling'],
    measure: 'Mix',
    least: percent('50%'),
    strictly: false,
  };
  const name = 'Measures/Settling|2027-04-01|Bright Futures|1';
  const paying = (words: Parameters<typeof aWhole>[0], most?: number) =>
    aPlan([anOutcome()], {
      whole: aWhole({
        measures: [settling, mix],
        measurePayments: [itPays({ is: 'rows', rows } as never)],
        limits:
          most === undefined
            ? []
            : [
                {
                  clause: 'Limits/all',
                  most: pounds(most),
                  per: { is: 'contract' },
                  eachYear: false,
                },
              ],
        ...words,
      }),
    });
  const ending = (plan: Plan, on: Day = '2028-04-30') =>
    why(plan, name, asAt(on), [a1]).sentences.slice(-2);

  test('says that the gate over it is shut, and how much waits for it', () => {
    expect(ending(paying({ gates: [gate] }))).toEqual([
      '£100 is not paid: the gate over it has not been passed (Measures/gate).',
      '£0 is owed by Northshire Council to Bright Futures.',
    ]);
  });

  test('says by which limit it is cut, and nothing of a gate', () => {
    const open = { ...gate, least: fraction(0) };
    const { sentences } = why(paying({ gates: [open] }, 60), name, atClose, [a1]);
    expect(sentences.filter((each) => each.includes('not been passed'))).toEqual([]);
    expect(sentences.slice(-2)).toEqual([
      'Limits/all, no more than £60 in all, had £60 left when this line came: £40 is not paid.',
      '£60 is owed by Northshire Council to Bright Futures.',
    ]);
  });

  test('waits for the close of a limit that is shared, as lines of people do', () => {
    const plan = paying({ limits: [shared(60)] });
    const { sentences } = why(plan, name, before, [a1]);
    expect(sentences).toContain(waits);
    expect(sentences.at(-1)).toBe(
      'Nobody owes it before the end of 28 April 2028: £60 is forecast, as things are known now.',
    );
  });
});
