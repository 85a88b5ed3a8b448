// What `why` tells of a price and of a place in line: docs/settlement.md, Why.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { achieved, attachedAtFirst, saying } from '../../../test/support/makers/many.ts';
import { aMeasure } from '../../../test/support/makers/measures.ts';
import { anOutcome, pounds } from '../../../test/support/makers/plan.ts';
import { dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, type Plan, type Why, whyLine } from '../index.ts';

const end = asAt('2032-03-31');

function whyOf(plan: Plan, facts: readonly Fact[], line: string): Why {
  const why = whyLine({ plan, facts, asAt: end }, `Outcomes/Settled|${line}`);
  if (why === undefined) throw new Error('there is such a line');
  return why;
}

const one = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
const a1 = 'A-A|Bright Futures|1';

describe('of a price', () => {
  const all = { years: { first: 1, last: 9 } };

  function priced(price: Partial<OutcomePlan['price']>): Plan {
    return saying({}, [anOutcome({ times: 9, price })]);
  }

  test('the row, and each factor in its order with the clause or the fact that gives it', () => {
    const uplift = (clause: string) => ({ clause, with: ['care=yes'], rate: fraction(1, 2) });
    const plan = priced({
      rows: [{ ...all, with: ['care=yes'], price: pounds(240) }],
      taper: [{ ...all, clause: 'Prices/taper', factor: fraction(1, 2) }],
      index: [{ ...all, clause: 'Prices/index', factor: fraction(3, 4) }],
      deadweight: fraction(1, 3),
      discountFromYear: 1,
      // Of two that are as large the first applies.
      uplifts: [uplift('Prices/uplift'), uplift('Prices/uplift 2')],
    });
    const discount = ofProvider('discount', '2027-04-01', {
      provider: 'Bright Futures',
      value: fraction(1, 5),
      id: 'D1',
    });
    const came = attached('2027-04-01', { id: 'A-A', participant: 'A', with: ['care=yes'] });
    const why = whyOf(plan, [came, discount, achieved('A', '2027-06-01')], a1);
    expect(why.price).toEqual({
      list: '240',
      year: 1,
      row: { years: '1 to 9', with: ['care=yes'], tier: null },
    });
    expect(why.factors).toEqual([
      { name: 'taper', value: '0.5', clause: 'Prices/taper' },
      { name: 'index', value: '0.75', clause: 'Prices/index' },
      { name: 'deadweight', value: '2/3' },
      { name: 'discount', value: '0.8', fact: 'D1' },
      { name: 'uplift', value: '1.5', clause: 'Prices/uplift' },
    ]);
    expect(why.amount).toBe('72.00');
  });

  test('a plain price has no factors, and is rounded by itself', () => {
    const why = whyOf(priced({}), one, a1);
    expect(why.factors).toEqual([]);
    expect(why.rounding).toEqual({ how: 'line', unit: '1', direction: 'nearest' });
  });

  test('where no row fits there is none', () => {
    const why = whyOf(priced({ rows: [{ with: ['care=yes'], price: pounds(1) }] }), one, a1);
    expect(why.price).toEqual({ list: '0', year: 1, row: null });
    expect(why.amount).toBe('0.00');
  });

  test('the later rate with its clause, after all others', () => {
    const rate = { clause: 'Prices/later', sum: pounds(220), per: 'contract' } as const;
    const plan = saying({
      laterRates: [{ ...rate, outcomes: ['Settled'], share: fraction(1, 2) }],
    });
    const why = whyOf(plan, [...one, achieved('A', '2027-06-02')], 'A-A|Bright Futures|2');
    expect(why.factors).toEqual([{ name: 'later rate', value: '0.5', clause: 'Prices/later' }]);
  });

  test('the band, and as the how-manieth of how many it was counted', () => {
    const rows = [100, 50].map((price, band) => ({ with: [], band, price: pounds(price) }));
    const over = { per: 'contract', over: 'contract', how: 'own' } as const;
    const bands = { clause: 'Prices/bands', sizes: [1, undefined], ...over };
    const facts = [...one, achieved('A', '2027-06-02'), achieved('A', '2027-06-03')];
    const why = whyOf(priced({ rows, bands }), facts, 'A-A|Bright Futures|2');
    expect(why.price.row?.band).toBe(2);
    expect(why.sentences).toContain(
      'It is number 2 of 3 that are counted together, in line (Prices/bands).',
    );
  });
});

describe('of a place', () => {
  test('in the queue of a count, and since when there was room for it', () => {
    const count = {
      clause: 'Limits/count',
      outcomes: ['Settled'],
      share: fraction(1, 2),
      of: 'attached',
      per: 'contract',
    } as const;
    const plan = saying({ counts: [count] });
    const facts = [...one, ...attachedAtFirst('B'), achieved('B', '2027-06-02')];
    const said = (line: string) =>
      whyOf(plan, facts, line).sentences.filter((each) => each.includes('(Limits/count)'));
    expect(said(a1)).toEqual([
      'It is number 1, and 50% of those attached are paid for: there was room for it from ' +
        '1 April 2027 (Limits/count).',
    ]);
    expect(said('A-B|Bright Futures|1')[0]).toBe(
      'It is number 2, and 50% of those attached are paid for: there are not people enough ' +
        'for it yet (Limits/count).',
    );
  });

  test('by when enough was known, and what had been earned before only where it grew', () => {
    const left = happened('left', '2027-06-30', { participant: 'A' });
    const [a] = attachedAtFirst('A') as [Fact];
    const known = dayNumber('2027-09-01');
    const moved = { ...a, id: 'A-2', replaces: a.id, with: ['care=yes'], known };
    const rows = [
      { with: ['care=yes'], price: pounds(300) },
      { with: [], price: pounds(200) },
    ];
    const grown = 'of it had been earned by';
    const said = (price: Partial<OutcomePlan['price']>) =>
      whyOf(saying({}, [anOutcome({ price })]), [...one, left, moved], a1).sentences;
    const enough = 'By 1 June 2027 enough was known for it: that is its place in line.';
    expect(said({}).filter((each) => each.includes(grown))).toEqual([]);
    expect(said({})).toContain(enough);
    expect(said({ rows })).toContain('£200 of it had been earned by 1 June 2027.');
    expect(said({ rows })).toContain(enough);
  });

  test('behind a gate, and from when it could be paid, also while it waits', () => {
    const gate = {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: [],
      measure: 'Mix',
      least: fraction(0),
      strictly: false,
    };
    const mix = aMeasure({ name: 'Mix', core: { is: 'share having', with: ['area=poor'] } });
    const plan = saying({ measures: [mix], gates: [gate] });
    const opened = 'So it could be paid from 31 March 2028.';
    expect(whyOf(plan, one, a1).sentences).toContain(opened);
    const claim = achieved('A', '2027-06-01', { state: 'claimed' });
    const waits = whyOf(plan, [...attachedAtFirst('A'), claim], a1);
    expect(waits.sentences).toContain(opened);
    expect(waits.payableOn).toBeNull();
  });
});
