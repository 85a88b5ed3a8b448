// Gates (step 4 of docs/settlement.md).
import { expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import { fraction } from '../../money/index.ts';
import type { WholePlan } from './plan.ts';

const periods = ['cohort A | 2027-04-01 | 2027-09-30', 'cohort B | 2027-10-01 | 2028-03-31'];
const rows = [
  'outcome | leaving',
  '**Settled**: housed, once per person | £220',
  '**Passed**: level 2, once per person | £100',
];

function wholeOf(Measures: readonly string[]): WholePlan {
  const { whole } = aVersionOf({ rows, periods, said: { Measures } });
  if (whole === undefined) throw new Error('the page has measures');
  return whole;
}

const known = 'taken when the cohort ends, those whose outcome is not known left out';

test('a gate opens at its level or above it only, as it says', () => {
  const measure = (name: string, outcome: string) =>
    `**${name}**: the number of ${outcome} achieved by those referred in cohort A, for the programme, ${known}.`;
  const gate = (bound: string) => `Nothing is paid for Settled and Y unless X is ${bound} 10.`;
  const { gates } = wholeOf([
    measure('X', 'Settled'),
    measure('Y', 'Passed'),
    gate('at least'),
    gate('more than'),
  ]);
  const both = { outcomes: ['Settled'], measures: ['Y'], measure: 'X', least: fraction(10n) };
  expect(gates).toStrictEqual([
    { clause: 'Measures/gate', ...both, strictly: false },
    { clause: 'Measures/gate 2', ...both, strictly: true },
  ]);
});
