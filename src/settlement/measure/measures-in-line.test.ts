import { describe, expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import {
  aCohort,
  aMeasure,
  firstYear,
  itPays,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  aVersion,
  planFrom,
  pounds,
} from '../../../test/support/makers/plan.ts';
import { linesOf, notPaidOf } from '../../../test/support/makers/shown.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { WholePlan } from '../plan/plan.ts';
import { whyLine } from '../why/why-line.ts';

const later = asAt('2031-01-01');
const enrolled = aMeasure({
  name: 'Enrolled',
  core: { is: 'share having', with: ['poor'] },
  cohorts: [firstYear, aCohort('2028-04-01', '2029-03-31')],
});
const gate = {
  clause: 'Measures/gate',
  outcomes: ['Settled'],
  measures: [],
  measure: 'Enrolled',
  least: percent('65%'),
  strictly: false,
};

function page(whole: Partial<WholePlan>) {
  return aPlan([anOutcome()], { whole: aWhole(whole) });
}

/** In the first year 1 of 2 are poor, in the second 2 of 2; one of each achieves. */
const facts = [
  ...people(1, '2027-05-01', { prefix: 'A', with: ['poor'] }),
  ...people(1, '2027-05-01', { prefix: 'B' }),
  ...people(2, '2028-05-01', { prefix: 'C', with: ['poor'] }),
  ...toTheFirst(1, ['level 2', '2027-06-01'], { prefix: 'A' }),
  ...toTheFirst(1, ['level 2', '2028-06-01'], { prefix: 'C' }),
];

describe('A gate over an outcome', () => {
  const gated = page({ measures: [enrolled], gates: [gate] });

  test('holds back the lines of its own cohort whole, and opens those of another', () => {
    const settled = owed(gated, facts, later);
    expect(linesOf(settled)).toEqual([
      'Settled 1 on 2028-06-01: £220',
      'Settled 1 on 2027-06-01: £0',
    ]);
    expect(notPaidOf(settled)).toEqual(['Outcomes/Settled|A A001|Bright Futures|1: gate £220']);
    expect(settled.lines.map(({ payableOn }) => payableOn && dayOf(payableOn))).toEqual([
      '2029-03-31',
      undefined,
    ]);
  });

  test('lines wait while the number is not taken, and are payable on the day it is', () => {
    expect(owed(gated, facts, asAt('2029-03-30')).total).toBe(0n);
    expect(owed(gated, facts, asAt('2029-03-31')).total).toBe(22_000n);
  });

  test('gate first: what it holds back takes nothing from a limit of one for each participant', () => {
    // Two outcomes of £220 under a limit of £300; the gate is over the first, and shut.
    const work = anOutcome({
      name: 'Work',
      order: 1,
      condition: { is: 'happens', kinds: ['job'] },
    });
    const plan = aPlan([anOutcome(), work], {
      limits: [aLimit(300)],
      whole: aWhole({ measures: [enrolled], gates: [gate] }),
    });
    const both = [
      ...facts,
      ...toTheFirst(1, ['job', '2027-09-01'], { prefix: 'A' }),
      ...toTheFirst(1, ['job', '2028-09-01'], { prefix: 'C' }),
    ];
    expect(linesOf(owed(plan, both, later))).toEqual([
      'Work 1 on 2027-09-01: £220',
      'Work 1 on 2028-09-01: £220',
      'Settled 1 on 2028-06-01: £80',
      'Settled 1 on 2027-06-01: £0',
    ]);
  });
});

describe('A line of a measure', () => {
  const number = aMeasure({ name: 'Number', core: { is: 'number', outcomes: ['Settled'] } });
  const each = { amount: pounds(100), unit: fraction(1), above: fraction(0), whole: true };
  const pays = itPays({ is: 'rows', rows: [{ amount: pounds(0), each }] }, { measure: 'Number' });
  const plan = page({
    measures: [number],
    measurePayments: [pays],
    limits: [{ clause: 'Limits/all', most: pounds(270), per: { is: 'contract' }, eachYear: false }],
  });

  test('stands in line with the others, and is cut by a limit over all: £270 - £220 is £50', () => {
    const settled = owed(plan, facts.slice(0, 5), later);
    expect(linesOf(settled)).toEqual([
      'Settled 1 on 2027-06-01: £220',
      'Number 1 on 2028-03-31: £50',
    ]);
    expect(notPaidOf(settled)).toEqual(['Measures/Number|2027-04-01|Bright Futures|1: limit £50']);
  });

  test('says of whom, what was counted and what it pays', () => {
    const line = 'Measures/Number|2027-04-01|Bright Futures|1';
    const why = whyLine({ plan, facts: facts.slice(0, 5), asAt: later }, line);
    const text = JSON.stringify(why);
    expect(text).toContain(
      'It is taken on 31 March 2028 of those attached from 1 April 2027 to 31 March 2028.',
    );
    expect(text).toContain('\\"Settled\\" counts 1, for 2 people.');
    expect(text).toContain('It is above 0 by 1 whole one: £100 for each.');
    expect(text).toContain('It pays £100.');
  });
});

test('a gate of a later version is over the lines of its own outcomes alone', () => {
  const first = aVersion([anOutcome()], { whole: aWhole({ measures: [enrolled] }) });
  const second = aVersion([anOutcome()], {
    version: 2,
    countsFrom: dayNumber('2028-04-01'),
    whole: aWhole({
      measures: [enrolled],
      gates: [{ ...gate, strictly: true, least: fraction(1) }],
    }),
  });
  expect(linesOf(owed(planFrom([first, second]), facts, later))).toEqual([
    'Settled 1 on 2027-06-01: £220',
    'Settled 1 on 2028-06-01: £0',
  ]);
});
