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
import { aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import type { FeePlan, GuaranteePlan, PotPlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Comer, Crowd } from '../whose/crowd.ts';
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
    expect(dues[0]).toMatchObject({
      quantity: fraction(7),
      price: pounds(250),
      basis: { factors: [{ name: 'quantity', value: fraction(7) }] },
    });
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

describe('What counts towards a promise of payment', () => {
  const least = { is: 'payment', amount: pounds(1_000) } as const;
  const plan = aWholePlan({ guarantees: [aGuarantee(least)] });
  const late = dayNumber('2028-05-01');

  function short(of: Plan, dues: readonly Due[] = [], crowd?: Crowd): readonly string[] {
    const ground = aGround(of, '2028-05-31', { others: [joined], dues, ...(crowd && { crowd }) });
    return duesShown(otherLines(ground).dues);
  }

  test('lines of its first and its last day that were payable by its close, and no others', () => {
    const counted = [anOutcomeDue('2027-04-01', 100), anOutcomeDue('2028-03-31', 20)];
    const atClose = anOutcomeDue('2027-06-01', 3, { payableOn: year.closesOn });
    const others = [
      anOutcomeDue('2027-03-31', 400),
      anOutcomeDue('2028-04-01', 400),
      anOutcomeDue('2027-06-02', 400, { payableOn: late }),
      anOutcomeDue('2027-06-03', 400, { provider: 'Anchor' }),
    ];
    const { payableOn: _, ...waits } = anOutcomeDue('2027-06-04', 400);
    // £1,000 - £100 - £20 - £3 = £877.
    expect(short(plan, [...counted, atClose, ...others, waits])).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £877',
    ]);
  });

  test('what is refused counts for nothing, and a sum that is just reached is not short', () => {
    const refused = anOutcomeDue('2027-06-01', 1_000, { isRefused: true });
    expect(short(plan, [refused])).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £1,000',
    ]);
    expect(short(plan, [anOutcomeDue('2027-06-01', 1_000)])).toEqual([]);
    expect(short(plan, [anOutcomeDue('2027-06-01', 999.99)])).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £0.01',
    ]);
  });

  test('it says what was promised, what there was and until when that was looked at', () => {
    const dues = [anOutcomeDue('2027-06-01', 400)];
    const ground = aGround(plan, '2028-04-30', { others: [joined], dues });
    const [due] = otherLines(ground).dues;
    expect(due?.basis.is === 'other' && due.basis.explain()).toEqual([
      'Harbour was promised £1,000 from 1 April 2027 to 31 March 2028: its lines of these days ' +
        'that were payable by 30 April 2028 come to £400.',
      'That comes to £600.',
    ]);
    expect(due).toMatchObject({
      line: 'Payment/guarantee|2027-04-01|Harbour|1',
      day: year.last,
      payableOn: year.closesOn,
      basis: { factors: [], facts: [joined.id] },
    });
  });

  test('guarantees before it: of referrals wherever it stands, of payment where it stands before', () => {
    const referrals = { is: 'referrals', count: 2, amountShort: pounds(300) } as const;
    const before = aGuarantee({ is: 'payment', amount: pounds(700) });
    const guarantees = [
      { ...before, clause: 'Payment/first', order: 2000 },
      aGuarantee(least),
      { ...aGuarantee(referrals), clause: 'Payment/referrals', order: 2002 },
    ];
    // Two referrals short are £600; £100 more make £700, and £300 more make £1,000.
    const ground = aGround(aWholePlan({ guarantees }), '2028-05-31', { others: [joined] });
    const { dues } = otherLines(ground);
    expect(dues.map(({ clause, gross }) => [clause, gross])).toEqual([
      ['Payment/referrals', 60_000n],
      ['Payment/first', 10_000n],
      ['Payment/guarantee', 30_000n],
    ]);
  });

  test('of each provider its own', () => {
    const others = [joined, ofProvider('joined', '2027-04-01', { provider: 'Anchor' })];
    const dues = [anOutcomeDue('2027-06-01', 400)];
    const { dues: lines } = otherLines(aGround(plan, '2028-05-31', { others, dues }));
    expect(duesShown(lines)).toEqual([
      'guarantee 2027-04-01 to Anchor on 2028-04-30: £1,000',
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £600',
    ]);
  });
});

describe('Whom and when a guarantee reaches', () => {
  const least = { is: 'referrals', count: 2, amountShort: pounds(10) } as const;
  const plan = aWholePlan({ guarantees: [aGuarantee(least)] });
  const linesOn = (day: Day, others: readonly Fact[] = [joined], referred: readonly Comer[] = []) =>
    otherLines(aGround(plan, day, { others, crowd: { attached: [], referred } }));

  test('it is forecast from the first day of its year to the day before it closes', () => {
    expect(linesOn('2027-03-31', [ofProvider('joined', '2027-03-01')]).forecasts).toEqual([]);
    expect(linesOn('2027-04-01').forecasts).toEqual([
      {
        line: 'Payment/guarantee|2027-04-01|Harbour|1',
        clause: 'Payment/guarantee',
        outcome: 'guarantee',
        provider: 'Harbour',
        period: '2027-04-01',
        amount: 2_000n,
        closesOn: year.closesOn,
      },
    ]);
    expect(linesOn('2028-04-29').forecasts).toHaveLength(1);
    expect(linesOn('2028-04-30').forecasts).toEqual([]);
  });

  test('a referral is of whom it was made to, and else of its first attachment', () => {
    const referred = [
      aComer('Anchor', '2027-04-01', { referredTo: 'Harbour' }),
      aComer('Harbour', '2028-03-31', { referredTo: 'Anchor' }),
    ];
    expect(duesShown(linesOn('2028-04-30', [joined], referred).dues)).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £10',
    ]);
  });

  test('referrals of the first and of the last day count, and of the days beside them do not', () => {
    const outside = (['2027-03-31', '2028-04-01'] as const).map((day) => aComer('Harbour', day));
    const inside = (['2027-04-01', '2028-03-31'] as const).map((day) => aComer('Harbour', day));
    expect(duesShown(linesOn('2028-04-30', [joined], outside).dues)).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £20',
    ]);
    expect(linesOn('2028-04-30', [joined], inside).dues).toEqual([]);
  });

  test('it is whole for whoever took part on its first day or on its last alone', () => {
    const others = [
      ofProvider('joined', '2027-03-01', { provider: 'Anchor' }),
      ofProvider('left', '2027-04-01', { provider: 'Anchor' }),
      ofProvider('joined', '2028-03-31', { provider: 'Lantern' }),
    ];
    expect(duesShown(linesOn('2028-04-30', others).dues)).toEqual([
      'guarantee 2027-04-01 to Anchor on 2028-04-30: £20',
      'guarantee 2027-04-01 to Lantern on 2028-04-30: £20',
    ]);
  });

  test('one whose joining became known after the close is paid from then', () => {
    const late = { ...joined, known: dayNumber('2028-06-10') };
    expect(linesOn('2028-06-09', [late]).dues).toEqual([]);
    expect(duesShown(linesOn('2028-06-10', [late]).dues)).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-06-10: £20',
    ]);
  });

  test('its terms are those in force on the last day of its year', () => {
    const version = (number: number, countsFrom: Day, amountShort: number) =>
      aVersion([], {
        version: number,
        countsFrom: dayNumber(countsFrom),
        whole: aWhole({ guarantees: [aGuarantee({ ...least, amountShort: pounds(amountShort) })] }),
      });
    const shownUnder = (changesOn: Day) => {
      const changed = planFrom([version(1, '2027-04-01', 10), version(2, changesOn, 30)]);
      return duesShown(otherLines(aGround(changed, '2028-04-30', { others: [joined] })).dues);
    };
    expect(shownUnder('2028-03-31')).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £60',
    ]);
    expect(shownUnder('2028-04-01')).toEqual([
      'guarantee 2027-04-01 to Harbour on 2028-04-30: £20',
    ]);
  });
});
