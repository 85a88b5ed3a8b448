import { expect, test } from 'vitest';
import { factsOf, firms, halving } from '../../examples/generate/work-programme-incentive.ts';
import { dayNumber } from '../../src/calendar/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { owed } from '../../src/settlement/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage } from '../support/settle-example.ts';

const name = 'work-programme-incentive';
const { plan } = readWorkedPage(name);
const { asAt, knownAt } = readExample(name);
const all = firms.map((firm) => firm.name);

test('where referrals halve, the measure in the year pays every firm, and that of the cohort one', () => {
  const [inTheYear, ofTheCohort] = paidBy(halving);
  expect(inTheYear).toEqual({ firms: all, sum: '167000.00' });
  expect(ofTheCohort).toEqual({ firms: ['Prime E'], sum: '10000.00' });
});

test('where as many are referred in each year, both measures pay the same', () => {
  const [inTheYear, ofTheCohort] = paidBy([120, 120, 120]);
  expect(inTheYear).toEqual({ firms: ['Prime E'], sum: '14000.00' });
  expect(ofTheCohort).toEqual(inTheYear);
});

function paidBy(intakes: Parameters<typeof factsOf>[0]) {
  const facts = [...factsOf(intakes).values()].flat();
  const { lines } = owed(plan, facts, { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) });
  return ['In the year', 'Of the cohort'].map((measure) => {
    const paid = lines.filter(({ outcome, amount }) => outcome === measure && amount > 0n);
    const sum = paid.reduce((so, { amount }) => so + amount, 0n);
    const found = new Set(paid.map(({ provider }) => provider));
    return { firms: [...found].toSorted(), sum: formatMajor(sum, 'GBP') };
  });
}
