// Step 9 of docs/settlement.md: what is short of a promise to a provider.
import { describe, expect, test } from 'vitest';
import {
  aComer,
  aGround,
  anOutcomeDue,
  aWholePlan,
  duesShown,
  forecastsShown,
  ofProvider,
} from '../../../test/support/makers/ground.ts';
import { pounds } from '../../../test/support/makers/plan.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import type { FeePlan, GuaranteePlan, PotPlan } from '../plan/money-plan.ts';
import { otherLines } from './index.ts';

const first = dayNumber('2027-04-01');
const year = {
  name: '2027-04-01',
  first,
  last: dayNumber('2028-03-31'),
  closesOn: dayNumber('2028-04-30'),
};

function aGuarantee(least: GuaranteePlan['least']): GuaranteePlan {
  return { clause: 'Payment/guarantee', order: 2001, years: [year], least };
}

const joined = ofProvider('joined', '2027-04-01');

describe('40 referrals are promised in each year, £250 for each that is short', () => {
  const plan = aWholePlan({
    guarantees: [aGuarantee({ is: 'referrals', count: 40, amountShort: pounds(250) })],
  });
  const referred = Array.from({ length: 33 }, (_, at) => aComer('Harbour', dayOf(first + at)));
  const crowd = { attached: [], referred: [...referred, aComer('Harbour', '2028-04-01')] };

  test('33 came: 7 x £250 = £1,750 at close, forecast before', () => {
    const ground = aGround(plan, '2028-04-30', { others: [joined], crowd });
    const { dues } = otherLines(ground);
    expect(duesShown(dues)).toEqual(['guarantee 2027-04-01 to Harbour on 2028-04-30: £1,750']);
    expect(dues[0]?.basis.is === 'other' && dues[0].basis.explain()).toEqual([
      'Harbour was promised 40 referrals from 1 April 2027 to 31 March 2028 and had 33: ' +
        'each of the 7 short is worth £250.',
      'That comes to £1,750.',
    ]);
    const before = otherLines(aGround(plan, '2028-04-29', { others: [joined], crowd }));
    expect(before.dues).toEqual([]);
    expect(forecastsShown(before.forecasts)).toEqual(duesShown(dues));
  });

  test('40 came: nothing is short', () => {
    const seven = Array.from({ length: 7 }, (_, at) => aComer('Harbour', dayOf(first + 90 + at)));
    const enough = { attached: [], referred: [...referred, ...seven] };
    const ground = aGround(plan, '2028-04-30', { others: [joined], crowd: enough });
    expect(otherLines(ground).dues).toEqual([]);
  });

  test('whoever left before the year or joined after it is promised nothing', () => {
    const others = [
      ofProvider('joined', '2027-01-01', { provider: 'Anchor' }),
      ofProvider('left', '2027-03-31', { provider: 'Anchor' }),
      ofProvider('joined', '2028-04-01', { provider: 'Lantern' }),
    ];
    expect(otherLines(aGround(plan, '2028-04-30', { others, crowd })).dues).toEqual([]);
  });
});

describe('£50,000 is promised in each year', () => {
  const grant: FeePlan = {
    clause: 'Payment/grant',
    name: 'grant',
    order: 2002,
    to: { is: 'each provider' },
    on: { is: 'periods', parts: [{ ...year, amount: pounds(30_000), dueOn: first }] },
  };
  const pot: PotPlan = {
    clause: 'Payment/pot',
    order: 2003,
    outcomes: ['Settled'],
    periods: [year],
    size: { is: 'fixed', amount: pounds(1_000) },
  };
  const plan = aWholePlan({
    guarantees: [aGuarantee({ is: 'payment', amount: pounds(50_000) })],
    fees: [grant],
    pots: [pot],
    advances: [
      {
        clause: 'Payment/advance',
        order: 2004,
        amount: pounds(5_000),
        on: { is: 'joining' },
        share: pounds(0.01),
      },
    ],
  });

  test('£30,000 grant + £7,000 + £1,000 pot = £38,000: £12,000 is short; the advance is not', () => {
    const dues = [
      anOutcomeDue('2027-06-01', 7_000),
      anOutcomeDue('2027-06-02', 900, { isRefused: true }),
      anOutcomeDue('2027-06-03', 900, { outcome: 'Work', payableOn: dayNumber('2028-05-01') }),
      anOutcomeDue('2028-04-01', 900),
      anOutcomeDue('2027-06-04', 900, { payee: 'College' }),
    ];
    const ground = aGround(plan, '2028-05-31', { others: [joined], dues });
    expect(duesShown(otherLines(ground).dues)).toContain(
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £12,000',
    );
  });

  test('£20,000 of outcomes reach it', () => {
    const dues = [anOutcomeDue('2027-06-01', 20_000)];
    const ground = aGround(plan, '2028-04-30', { others: [joined], dues });
    expect(otherLines(ground).dues.map(({ outcome }) => outcome)).toEqual([
      'grant',
      'advance',
      'pot',
    ]);
  });
});
