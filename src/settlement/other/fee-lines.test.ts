// Step 9 of docs/settlement.md: grants and fees.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aComer,
  aGround,
  aWholePlan,
  duesShown,
  ofProvider,
} from '../../../test/support/makers/ground.ts';
import { aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { addMonths, type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { divide, type Fraction, fraction } from '../../money/index.ts';
import type { FeePart, FeePlan } from '../plan/money-plan.ts';
import { periodsOf } from '../plan/periods-of.ts';
import type { Plan } from '../plan/plan.ts';
import { otherLines } from './index.ts';

const contractDays = { startsOn: dayNumber('2027-04-01'), endsOn: dayNumber('2032-03-31') };
const dueInAdvance = ({ first }: { first: number }) => first;

function parts(
  over: 'year' | 'quarter' | 'month',
  amount: Fraction | ((index: number) => Fraction),
  dueOn: (period: { first: number; last: number }) => number = dueInAdvance,
): readonly FeePart[] {
  return periodsOf(contractDays, over).map((period, index) => ({
    ...period,
    amount: typeof amount === 'function' ? amount(index) : amount,
    dueOn: dueOn(period),
  }));
}

function aGrant(inParts: readonly FeePart[], words: Partial<FeePlan> = {}): FeePlan {
  return {
    clause: 'Payment/grant',
    name: 'grant',
    order: 2001,
    to: { is: 'each provider' },
    on: { is: 'periods', parts: inParts },
    ...words,
  };
}

function paid(plan: Plan, others: readonly Fact[], day: Day): readonly string[] {
  return duesShown(otherLines(aGround(plan, day, { others })).dues);
}

describe('A grant to each provider, £40,000 a year in quarters, in advance', () => {
  const plan = aWholePlan({ fees: [aGrant(parts('quarter', pounds(10_000)))] });

  test('joined on 16 May: 46 of 91 days, £10,000 x 46/91 = £5,054.95, then £10,000', () => {
    expect(paid(plan, [ofProvider('joined', '2027-05-16')], '2027-07-31')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-05-16: £5,054.95',
      'grant 2027-07-01 to Harbour on 2027-07-01: £10,000',
    ]);
  });

  test('left on 15 May: £10,000 until that is known, then £10,000 x 45/91 = £4,945.05', () => {
    const left = ofProvider('left', '2027-05-15', { known: dayNumber('2027-06-20') });
    const facts = [ofProvider('joined', '2027-04-01'), left];
    expect(paid(plan, facts, '2027-06-19')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-04-01: £10,000',
    ]);
    expect(paid(plan, facts, '2027-12-31')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-04-01: £4,945.05',
    ]);
  });

  test('a joining that becomes known later is paid from the day it is known', () => {
    const joined = ofProvider('joined', '2027-04-01', { known: dayNumber('2027-07-10') });
    expect(paid(plan, [joined], '2027-07-09')).toEqual([]);
    expect(paid(plan, [joined], '2027-07-10')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-07-10: £10,000',
      'grant 2027-07-01 to Harbour on 2027-07-10: £10,000',
    ]);
  });

  test('whoever was only ever attached to takes part from the first attachment', () => {
    const crowd = { attached: [aComer('Anchor', '2027-06-30')], referred: [] };
    const { dues } = otherLines(aGround(plan, '2027-06-30', { crowd }));
    // £10,000 x 1/91 = £109.89.
    expect(duesShown(dues)).toEqual(['grant 2027-04-01 to Anchor on 2027-06-30: £109.89']);
  });

  test('the line falls on the last day of its period and says how it came about', () => {
    const facts = [ofProvider('joined', '2027-05-16')];
    const [due] = otherLines(aGround(plan, '2027-05-31', { others: facts })).dues;
    expect(due?.line).toBe('Payment/grant|2027-04-01|Harbour|1');
    expect(due && dayOf(due.day)).toBe('2027-06-30');
    expect(due?.basis.is === 'other' && due.basis.explain()).toEqual([
      'A grant of £10,000 for 1 April 2027 to 30 June 2027 falls due on 1 April 2027.',
      'Harbour took part on 46 of its 91 days: 16 May 2027 to 30 June 2027.',
      'By 16 May 2027 Harbour had joined and was known to have.',
      'That comes to £5,054.95, as the rounded running total grew by so much.',
    ]);
    expect(due?.basis.is === 'other' && due.basis.facts).toEqual(['joined Harbour 2027-05-16']);
  });
});

describe('Sums that do not divide', () => {
  const joined = [ofProvider('joined', '2027-04-01')];

  test('£10,000 in three: £3,333.33, £3,333.34, £3,333.33', () => {
    const third = divide(pounds(10_000), fraction(3));
    const plan = aWholePlan({ fees: [aGrant(parts('month', third).slice(0, 3))] });
    expect(paid(plan, joined, '2027-12-31')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-04-01: £3,333.33',
      'grant 2027-05-01 to Harbour on 2027-05-01: £3,333.34',
      'grant 2027-06-01 to Harbour on 2027-06-01: £3,333.33',
    ]);
  });

  test('a fee of £1,000,000 in 60 parts in arrears: £16,666.67, £16,666.66, ... £1,000,000', () => {
    const inArrears = ({ last }: { last: number }) => last;
    const fee = parts('month', divide(pounds(1_000_000), fraction(60)), inArrears);
    const plan = aWholePlan({ fees: [aGrant(fee, { name: 'fee', clause: 'Payment/fee' })] });
    const { dues } = otherLines(aGround(plan, '2032-03-31', { others: joined }));
    expect(duesShown(dues.slice(0, 3))).toEqual([
      'fee 2027-04-01 to Harbour on 2027-04-30: £16,666.67',
      'fee 2027-05-01 to Harbour on 2027-05-31: £16,666.66',
      'fee 2027-06-01 to Harbour on 2027-06-30: £16,666.67',
    ]);
    expect(dues).toHaveLength(60);
    expect(dues.reduce((sum, { gross }) => sum + gross, 0n)).toBe(100_000_000n);
  });

  test('fees that decline: £30,000, £20,000, £10,000 and no more', () => {
    const sums = [30_000, 20_000, 10_000];
    const plan = aWholePlan({
      fees: [aGrant(parts('year', (year) => pounds(sums[year] ?? 0)).slice(0, 3))],
    });
    expect(paid(plan, joined, '2032-03-31')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-04-01: £30,000',
      'grant 2028-04-01 to Harbour on 2028-04-01: £20,000',
      'grant 2029-04-01 to Harbour on 2029-04-01: £10,000',
    ]);
  });
});

describe('Whom it is for', () => {
  const three = ['Anchor', 'Bright Futures', 'Harbour'].map((provider) =>
    ofProvider('joined', '2027-04-01', { provider }),
  );

  test('£10,000 shared among three is £3,333.34, £3,333.33 and £3,333.33; one left, £5,000 each', () => {
    const quarters = parts('quarter', pounds(10_000)).slice(0, 2);
    const plan = aWholePlan({ fees: [aGrant(quarters, { to: { is: 'all providers' } })] });
    const left = ofProvider('left', '2027-06-30', { provider: 'Bright Futures' });
    expect(paid(plan, [...three, left], '2027-12-31')).toEqual([
      'grant 2027-04-01 to Anchor on 2027-04-01: £3,333.34',
      'grant 2027-04-01 to Bright Futures on 2027-04-01: £3,333.33',
      'grant 2027-04-01 to Harbour on 2027-04-01: £3,333.33',
      'grant 2027-07-01 to Anchor on 2027-07-01: £5,000',
      'grant 2027-07-01 to Harbour on 2027-07-01: £5,000',
    ]);
  });

  test('a named provider is paid whole, whether or not it has joined', () => {
    const to = { is: 'provider', provider: 'Lantern' } as const;
    const plan = aWholePlan({ fees: [aGrant(parts('year', pounds(500)).slice(0, 1), { to })] });
    expect(paid(plan, three, '2027-04-01')).toEqual([
      'grant 2027-04-01 to Lantern on 2027-04-01: £500',
    ]);
  });

  test('a sum on joining is paid once, on the day each joined', () => {
    const plan = aWholePlan({ fees: [aGrant([], { on: { is: 'joining', amount: pounds(750) } })] });
    const facts = [three[0] as Fact, ofProvider('joined', '2028-01-10')];
    expect(paid(plan, facts, '2028-01-31')).toEqual([
      'grant joining to Anchor on 2027-04-01: £750',
      'grant joining to Harbour on 2028-01-10: £750',
    ]);
    const { dues } = otherLines(aGround(plan, '2028-01-31', { others: facts }));
    expect(dues[1]?.basis.is === 'other' && dues[1].basis.explain()).toEqual([
      'A grant of £750 is paid once on joining: Harbour joined on 10 January 2028.',
      'That comes to £750.',
    ]);
  });
});

describe('Versions', () => {
  const version = (number: number, countsFrom: Day, fees: readonly FeePlan[]) =>
    aVersion([], {
      version: number,
      countsFrom: dayNumber(countsFrom),
      whole: aWhole({ fees }),
    });
  const joined = [ofProvider('joined', '2027-04-01')];

  test('a part is of the version in force when it falls due: £10,000 three times, then £12,000', () => {
    const plan = planFrom([
      version(1, '2027-04-01', [aGrant(parts('quarter', pounds(10_000)))]),
      version(2, '2027-11-15', [aGrant(parts('quarter', pounds(12_000)))]),
    ]);
    expect(paid(plan, joined, '2028-03-31')).toEqual([
      'grant 2027-04-01 to Harbour on 2027-04-01: £10,000',
      'grant 2027-07-01 to Harbour on 2027-07-01: £10,000',
      'grant 2027-10-01 to Harbour on 2027-10-01: £10,000',
      'grant 2028-01-01 to Harbour on 2028-01-01: £12,000',
    ]);
  });

  test('months of one version and quarters of the next may begin on one day', () => {
    const quarters = parts('quarter', pounds(300));
    const inArrears = quarters.map((part) => ({ ...part, dueOn: part.last }));
    const plan = planFrom([
      version(1, '2027-04-01', [aGrant(parts('month', pounds(100)))]),
      version(2, '2027-05-15', [aGrant(inArrears)]),
    ]);
    const { dues } = otherLines(aGround(plan, '2027-06-30', { others: joined }));
    expect(dues.map(({ line }) => line).sort()).toEqual([
      'Payment/grant|2027-04-01|Harbour|1',
      'Payment/grant|2027-04-01|Harbour|2',
      'Payment/grant|2027-05-01|Harbour|1',
    ]);
  });
});

describe('Whatever the sums and the days', () => {
  const overs = fc.constantFrom('year' as const, 'quarter' as const, 'month' as const);
  const inAYear = { year: 1, quarter: 4, month: 12 };

  test('the parts of a grant add up to the sum of each year that a provider was there for', () => {
    const property = fc.property(
      fc.record({
        pence: fc.bigInt({ min: 1n, max: 10n ** 9n }),
        over: overs,
        joinedBefore: fc.nat(400),
        leftAfter: fc.option(fc.nat(400)),
        years: fc.integer({ min: 1, max: 5 }),
      }),
      ({ pence, over, joinedBefore, leftAfter, years }) => {
        const end = addMonths(contractDays.startsOn, 12 * years) - 1;
        const amount = fraction(pence, BigInt(inAYear[over]));
        const plan = aWholePlan({ fees: [aGrant(parts(over, amount))] });
        const facts = [
          ofProvider('joined', dayOf(contractDays.startsOn - joinedBefore)),
          ...(leftAfter === null ? [] : [ofProvider('left', dayOf(end + leftAfter))]),
        ];
        const { dues } = otherLines(aGround(plan, dayOf(end), { others: facts }));
        const sum = dues.reduce((all, { gross }) => all + gross, 0n);
        expect(sum).toBe(pence * BigInt(years));
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  test('the order of facts does not matter', () => {
    const names = ['Anchor', 'Bright Futures', 'Harbour', 'Lantern'];
    const facts = names.flatMap((provider, at) => [
      ofProvider('joined', dayOf(contractDays.startsOn + 40 * at), { provider }),
      ofProvider('left', dayOf(contractDays.startsOn + 400 + 30 * at), { provider }),
    ]);
    const plan = aWholePlan({
      fees: [
        aGrant(parts('quarter', fraction(100_000, 7))),
        aGrant(parts('month', pounds(100)), {
          clause: 'Payment/shared grant',
          to: { is: 'all providers' },
        }),
      ],
    });
    const usual = paid(plan, facts, '2029-03-31');
    const shuffled = fc.shuffledSubarray(facts, { minLength: facts.length });
    const property = fc.property(shuffled, (others) => {
      expect(paid(plan, others, '2029-03-31')).toEqual(usual);
    });
    fc.assert(property, { numRuns: 20 });
  });
});
