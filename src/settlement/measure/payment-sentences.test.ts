// Why, of docs/settlement.md step 4 "What is paid": how an amount follows from a number.
import { expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aCohort,
  aMeasure,
  firstYear,
  itPays,
  measuredBy,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { MeasurePays, MeasureRow } from '../plan/measure-plan.ts';
import type { WholePlan } from '../plan/plan.ts';

const later = asAt('2031-01-01');

/** Of four people three achieve. */
const facts = [...people(4, '2027-05-01'), ...toTheFirst(3, ['level 2', '2027-06-01'])];
const share = aMeasure();
const number = aMeasure({ core: { is: 'number', outcomes: ['Settled'] } });

/** The reasons of the last line, after how many words of the number itself. */
function reasonsOf(whole: Partial<WholePlan>, all: readonly Fact[] = facts): readonly string[] {
  const plan = aPlan([anOutcome()], { whole: aWhole(whole) });
  const due = measuredBy(plan, all, later).dues.at(-1);
  return due?.basis.is === 'other' ? due.basis.explain() : [];
}

function saidOf(measure: typeof share, pays: MeasurePays): readonly string[] {
  return reasonsOf({ measures: [measure], measurePayments: [itPays(pays)] }).slice(4);
}

function eachAbove(above: string, words: Partial<NonNullable<MeasureRow['each']>> = {}) {
  const each = { amount: pounds(10), unit: percent('1%'), above: percent(above), whole: false };
  return { amount: pounds(0), each: { ...each, ...words } };
}

test.each<[string, typeof share, MeasureRow]>([
  [
    'No row of what it pays holds that number. It pays £0.',
    share,
    { ...eachAbove('0%'), least: percent('76%') },
  ],
  ['It pays £50.', share, { amount: pounds(50) }],
  ['It is above 70% by 5 percentage points: £10 for each. It pays £50.', share, eachAbove('70%')],
  ['It is above 74% by 1 percentage point: £10 for each. It pays £10.', share, eachAbove('74%')],
  [
    'It is above 70.5% by 4 whole percentage points: £10 for each. It pays £40.',
    share,
    eachAbove('70.5%', { whole: true }),
  ],
  [
    'It is above 65% by 2 times 5%: £7 and £10 for each. It pays £27.',
    share,
    { ...eachAbove('65%', { unit: percent('5%') }), amount: pounds(7) },
  ],
  [
    'It is above 0.5 by 2.5: £10 for each. It pays £25.',
    number,
    eachAbove('50%', { unit: fraction(1) }),
  ],
  [
    'It is above 0 by 3 whole ones: £10 for each. It pays £30.',
    number,
    eachAbove('0%', { unit: fraction(1), whole: true }),
  ],
  [
    'It is above 2 by 1 whole one: £10 for each. It pays £10.',
    number,
    eachAbove('200%', { unit: fraction(1), whole: true }),
  ],
  [
    'It is above 0 by 1.5 times 2: £10 for each. It pays £15.',
    number,
    eachAbove('0%', { unit: fraction(2) }),
  ],
])('%s', (sentences, measure, row) => {
  expect(saidOf(measure, { is: 'rows', rows: [row] }).join(' ')).toBe(sentences);
});

type EachOne = Extract<MeasurePays, { is: 'each one beyond' }>;

test.each<[string, Partial<EachOne>, EachOne['mark']]>([
  ['50% of them is 2: 1 above it is paid £100. It pays £100.', {}, half('share')],
  ['0.5 for each of them is 2: 1 above it is paid £100. It pays £100.', {}, half('number')],
  [
    '25% of them is 1: 2 above it are paid £100 each. It pays £200.',
    {},
    { is: 'share', value: percent('25%') },
  ],
  ['50% of them is 2: no part of one is below it. It pays £0.', { side: 'below' }, half('share')],
  [
    '70% of them is 2.8: no whole one is above it. It pays £0.',
    { whole: true },
    { is: 'share', value: percent('70%') },
  ],
])('%s', (sentences, words, mark) => {
  const pays = { is: 'each one beyond', side: 'above', amount: pounds(100), whole: false } as const;
  expect(saidOf(share, { ...pays, ...words, mark }).join(' ')).toBe(sentences);
});

function half(is: 'share' | 'number'): EachOne['mark'] {
  return { is, value: fraction(1, 2) };
}

test('a second test tells for which cohort of what it pays, and that nothing else is paid', () => {
  const first = aMeasure({ name: 'Early', cohorts: [firstYear] });
  const pooled = aMeasure({ name: 'Pooled', cohorts: [aCohort('2027-04-01', '2029-03-31')] });
  const second = { is: 'each cohort unpaid', of: 'Early', least: percent('70%') } as const;
  const said = reasonsOf({
    measures: [first, pooled],
    measurePayments: [
      itPays({ is: 'rows', rows: [{ amount: pounds(0) }] }, { measure: 'Early' }),
      itPays({ ...second, amount: pounds(800) }, { measure: 'Pooled' }),
    ],
  });
  expect(said).toEqual([
    'Pooled: as the page says.',
    'It is taken on 31 March 2029 of those attached from 1 April 2027 to 31 March 2029.',
    '3 of 4 people achieved "Settled".',
    'It comes to 75%.',
    'That is at least 70%, and nothing else is paid for Early of 1 April 2027 to 31 March 2028.',
    'It pays £800.',
  ]);
});

test('a part of an amount says whose it is, and is reckoned from the whole', () => {
  const payment = itPays(
    { is: 'rows', rows: [{ amount: fraction(10_001n, 2n) }] },
    { to: { is: 'equally' } },
  );
  const plan = aPlan([anOutcome()], {
    whole: aWhole({ measures: [share], measurePayments: [payment] }),
  });
  const joined = ['Anchor', 'Bridge'].map((provider) =>
    ofProvider('joined', '2027-04-01', { provider }),
  );
  const { dues } = measuredBy(plan, [...facts, ...joined], later);
  const bases = dues.flatMap(({ basis }) => (basis.is === 'other' ? [basis] : []));
  expect(bases.map((basis) => basis.explain().at(-1))).toEqual([
    '1/3, about 33.3333% of it is for Anchor.',
    '1/3, about 33.3333% of it is for Bridge.',
    '1/3, about 33.3333% of it is for Bright Futures.',
  ]);
  expect(bases.map(({ list }) => list)).toEqual(dues.map(() => fraction(10_001n, 2n)));
  expect(bases.map(({ factors }) => factors)).toEqual(
    dues.map(() => [{ name: 'share', value: fraction(1, 3) }]),
  );
  const alone = measuredBy(plan, facts, later).dues[0];
  expect(alone?.basis.is === 'other' && alone.basis.factors).toEqual([]);
  expect(alone?.basis.is === 'other' && alone.basis.explain().at(-1)).toBe('It pays £50.005.');
});

test('a line under a gate tells of the gate after what it pays', () => {
  const gate = {
    clause: 'Measures/gate',
    outcomes: [],
    measures: ['Settling'],
    measure: 'Settling',
    least: percent('80%'),
    strictly: false,
  };
  const pays = itPays({ is: 'rows', rows: [{ amount: pounds(100) }] });
  const said = reasonsOf({ measures: [share], measurePayments: [pays], gates: [gate] });
  expect(said.slice(4, 6)).toEqual([
    'It pays £100.',
    'It is paid only if Settling is at least 80% (Measures/gate).',
  ]);
});
