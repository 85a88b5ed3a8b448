import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import {
  aCohort,
  aMeasure,
  duesShown,
  itPays,
  measuredBy,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { type Fraction, fraction, multiply, round, usualRounding } from '../../money/index.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import type { Plan } from '../plan/plan.ts';
import { shareOut } from './share-out.ts';

const start = dayNumber('2027-04-01');
const end = asAt('2032-12-31');

/** A person by days from the start: attached, achieving and known, and with which provider. */
type Someone = Readonly<{ came: number; achieved: number; late: number; at: number }>;

const someone: fc.Arbitrary<Someone> = fc.record({
  came: fc.integer({ min: 0, max: 729 }),
  achieved: fc.integer({ min: 0, max: 700 }),
  late: fc.integer({ min: 0, max: 300 }),
  at: fc.integer({ min: 0, max: 1 }),
});

const crowds = fc.array(someone, { minLength: 1, maxLength: 6 });
const providers = ['Anchor', 'Bridge'];

function factsOf(crowd: readonly Someone[]): readonly Fact[] {
  return crowd.flatMap(({ came, achieved, late, at }, index) => {
    const participant = `P${index}`;
    const provider = providers[at] ?? '';
    const day = dayOf(start + came);
    const then = dayOf(start + came + achieved);
    const known = dayOf(start + came + achieved + late);
    return [
      attached(day, { id: `A${index}`, participant, provider }),
      happened('level 2', then, { id: `L${index}`, participant, known }),
    ];
  });
}

const cohorts = [
  aCohort('2027-04-01', '2028-03-31', '2028-09-30'),
  aCohort('2028-04-01', '2029-03-31'),
];
const rows = [10, 25, 50, 75].map((least, at) => {
  const under = [25, 50, 75][at];
  return {
    least: fraction(least, 100),
    ...(under === undefined ? {} : { under: fraction(under, 100) }),
    amount: pounds(least),
    each: { amount: pounds(3), unit: fraction(1, 7), above: fraction(1, 10), whole: at === 2 },
  };
});

function planFor(per: 'provider' | 'programme'): Plan {
  const pooled = aMeasure({
    name: 'Pooled',
    per,
    cohorts: [{ ...aCohort('2027-04-01', '2029-03-31'), name: 'both' }],
  });
  const second = {
    is: 'each cohort unpaid',
    of: 'Settling',
    least: fraction(1, 5),
    amount: pounds(7),
  } as const;
  return aPlan([anOutcome()], {
    whole: aWhole({
      measures: [aMeasure({ per, cohorts }), pooled],
      measurePayments: [
        itPays({ is: 'rows', rows }, { to: { is: 'equally' } }),
        itPays(second, { measure: 'Pooled', to: { is: 'by attachments' } }),
      ],
    }),
  });
}

const plans = [planFor('programme'), planFor('provider')] as const;

describe('Whatever happens to whom', () => {
  test('the order of facts changes nothing', () => {
    fc.assert(
      fc.property(crowds, fc.constantFrom(...plans), (crowd, plan) => {
        const facts = factsOf(crowd);
        const other = measuredBy(plan, facts.toReversed(), end);
        expect(duesShown(other)).toEqual(duesShown(measuredBy(plan, facts, end)));
      }),
      { numRuns: 50 },
    );
  });

  test('the share is those who achieved by the day it was taken, of those who came', () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        const { values } = measuredBy(plans[0], factsOf(crowd), end);
        cohorts.forEach(({ first, last, takenOn }, index) => {
          const own = crowd.filter(({ came }) => start + came >= first && start + came <= last);
          const achieved = own.filter((each) => start + each.came + each.achieved <= takenOn);
          const share = own.length === 0 ? undefined : fraction(achieved.length, own.length);
          expect(values[index]?.value).toEqual(share);
        });
      }),
    );
  });

  test('a line is payable on the first day from which it would have come to as much', () => {
    fc.assert(
      fc.property(crowds, fc.constantFrom(...plans), (crowd, plan) => {
        const facts = factsOf(crowd);
        for (const { line, payableOn = 0, gross, outcome } of measuredBy(plan, facts, end).dues) {
          if (outcome !== 'Settling') continue;
          const amountOn = (day: number) => {
            const { dues } = measuredBy(plan, facts, { trueBy: day, knownBy: day });
            return dues.find((due) => due.line === line)?.gross;
          };
          expect(amountOn(payableOn), `${line} on its day`).toBeGreaterThanOrEqual(gross);
          const before = amountOn(payableOn - 1);
          expect(before === undefined || before < gross, `${line} the day before`).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('no cohort is paid by its own number and by the second test', () => {
    fc.assert(
      fc.property(crowds, fc.constantFrom(...plans), (crowd, plan) => {
        const { dues } = measuredBy(plan, factsOf(crowd), end);
        const paid = dues.filter(({ gross }) => gross > 0n);
        for (const { line, outcome, provider } of paid) {
          const cohort = line.split('|')[1];
          const others = paid.filter(
            (other) => other.outcome !== outcome && other.line.split('|')[1] === cohort,
          );
          const isAlike = plan === plans[0] || others.some((other) => other.provider === provider);
          expect(others.length > 0 && isAlike).toBe(false);
        }
      }),
    );
  });
});

test('what is shared out adds up to the whole, to the penny, whatever the parts', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 9 });
  const amounts = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(weights, amounts, (parts, [upper, lower]) => {
      const all = parts.reduce((sum, each) => sum + each, 0);
      const payees = parts.map((part, at) => {
        return { provider: `P${at}`, part: fraction(part, all) };
      });
      const amount: Fraction = fraction(upper, lower);
      const shared = shareOut(amount, payees, usualRounding);
      const units = shared.map(({ list, payee, rounded }) => {
        const exact = multiply(list, payee.part);
        if (rounded.how !== 'total') return round(exact, usualRounding);
        return roundedDown(exact) + (rounded.takesOddUnit ? 1n : 0n);
      });
      const whole = round(amount, usualRounding);
      expect(units.reduce((sum, each) => sum + each, 0n)).toBe(whole);
    }),
  );
});
