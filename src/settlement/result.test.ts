// "The result" of docs/settlement.md: days are ISO, money is text in whole units, numbers are exact.
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../test/support/makers/facts.ts';
import { aCohort, aMeasure, people } from '../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../test/support/makers/plan.ts';
import { aWhole } from '../../test/support/makers/whole.ts';
import { dayNumber } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import type { Line } from './due/line.ts';
import { type Owed, owed } from './owed.ts';
import { resultLine, settlementResult } from './result.ts';

const later = asAt('2027-12-31');
const facts = [attached('2027-05-01'), happened('level 2', '2027-06-01')];
const of = { contract: 'abc', language: 1 };

test('the contract, the two days, the total and every line stand in it, and no key without need', () => {
  const settled = owed(aPlan([anOutcome()]), facts, asAt('2027-12-31', '2028-01-15'));
  expect(settlementResult(settled, of)).toEqual({
    contract: 'abc',
    language: 1,
    engine: '1',
    currency: 'GBP',
    asAt: '2027-12-31',
    knownAt: '2028-01-15',
    total: '220.00',
    lines: [
      {
        line: 'Outcomes/Settled|A1|Bright Futures|1',
        clause: 'Outcomes/Settled',
        participant: 'Sam',
        provider: 'Bright Futures',
        payer: 'Northshire Council',
        payee: 'Bright Futures',
        outcome: 'Settled',
        number: 1,
        group: 'leaving',
        day: '2027-06-01',
        payableOn: '2027-06-01',
        quantity: '1',
        price: '220',
        gross: '220.00',
        amount: '220.00',
        version: 1,
      },
    ],
    notPaid: [],
    statuses: { achieved: 1, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 },
  });
});

test('a line of a cohort has no participant and no group, and payers where the page names them', () => {
  const settled: Line = {
    line: 'Measures/Number|the year|Harbour|1',
    clause: 'Measures/Number',
    cohort: 'the year',
    provider: 'Harbour',
    payer: 'Northshire Council',
    payee: 'Harbour',
    outcome: 'Number',
    number: 1,
    day: dayNumber('2028-03-31'),
    payableOn: dayNumber('2028-04-30'),
    earnedOn: dayNumber('2028-03-31'),
    quantity: fraction(2n, 3n),
    price: fraction(1000n, 3n),
    gross: 1050n,
    amount: 1000n,
    version: 2,
    payers: [
      { payer: 'Health Board', amount: 301n },
      { payer: 'Northshire Council', amount: 699n },
    ],
  };
  expect(resultLine(settled, 'GBP')).toEqual({
    line: 'Measures/Number|the year|Harbour|1',
    clause: 'Measures/Number',
    cohort: 'the year',
    provider: 'Harbour',
    payer: 'Northshire Council',
    payee: 'Harbour',
    outcome: 'Number',
    number: 1,
    day: '2028-03-31',
    payableOn: '2028-04-30',
    earnedOn: '2028-03-31',
    quantity: '2/3',
    price: '10/3',
    gross: '10.50',
    amount: '10.00',
    version: 2,
    payers: [
      { payer: 'Health Board', amount: '3.01' },
      { payer: 'Northshire Council', amount: '6.99' },
    ],
  });
  const { payableOn: _, payers: __, earnedOn: ___, cohort: ____, ...rest } = settled;
  const waits = resultLine({ ...rest, period: '2027-04-01' }, 'GBP');
  expect(waits).toMatchObject({ payableOn: null, period: '2027-04-01' });
  for (const key of ['payers', 'earnedOn', 'cohort', 'participant', 'group']) {
    expect(waits).not.toHaveProperty(key);
  }
  expect(resultLine({ ...rest, amount: 1050n }, 'JPY')).toMatchObject({
    amount: '1050',
    price: '1000/3',
  });
});

test('what is not paid says why, how much and by which clause; a gate to come what it waits for', () => {
  const gates = [
    {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: [],
      measure: 'Enrolled',
      least: fraction(1),
      strictly: false,
    },
  ];
  const enrolled = aMeasure({
    name: 'Enrolled',
    core: { is: 'share having', with: ['poor'] },
    cohorts: [aCohort('2027-04-01', '2028-03-31', '2028-06-30')],
  });
  const plan = aPlan([anOutcome()], { whole: aWhole({ measures: [enrolled], gates }) });
  const at = (...days: Parameters<typeof asAt>) =>
    settlementResult(owed(plan, facts, asAt(...days)), of);
  const waits = {
    line: 'Outcomes/Settled|A1|Bright Futures|1',
    reason: 'gate',
    amount: '220.00',
    clause: 'Measures/gate',
  };
  const waitsFor = { measure: 'Enrolled', takenOn: '2028-06-30' };
  expect(at('2028-06-29').notPaid).toEqual([{ ...waits, waitsFor }]);
  expect(at('2028-06-30', '2028-06-29').notPaid).toEqual([{ ...waits, waitsFor }]);
  expect(at('2028-06-29', '2028-06-30').notPaid).toEqual([{ ...waits, waitsFor }]);
  expect(at('2028-06-30').notPaid).toEqual([waits]);
});

test('what cohorts came to stands in it where there are any; what is not known is null', () => {
  const measures = [
    aMeasure({ core: { is: 'share having', with: ['poor'] } }),
    aMeasure({ name: 'Signed', core: { is: 'estimated', bound: 'value' } }),
    aMeasure({ name: 'Each', core: { is: 'share having', with: ['poor'] }, per: 'provider' }),
  ];
  const plan = aPlan([anOutcome()], { whole: aWhole({ measures }) });
  const some = [
    ...people(1, '2027-05-01', { with: ['poor'] }),
    ...people(2, '2027-05-01', { prefix: 'Q' }),
  ];
  const shown = settlementResult(owed(plan, some, asAt('2028-03-31')), of).measures;
  const cohort = '2027-04-01';
  const takenOn = '2028-03-31';
  expect(shown).toStrictEqual([
    { measure: 'Settling', cohort, value: '1/3', takenOn },
    { measure: 'Signed', cohort, value: null, takenOn },
    { measure: 'Each', cohort, provider: 'Bright Futures', value: '1/3', takenOn },
  ]);
});

test('what will be owed when open periods close stands in it where there is any', () => {
  const settled: Owed = {
    ...owed(aPlan([anOutcome()]), facts, later),
    forecast: [
      {
        line: 'Payment/pot|2027-04-01|Harbour|1',
        clause: 'Payment/pot',
        outcome: 'pot',
        provider: 'Harbour',
        period: '2027-04-01',
        amount: 12_345n,
        closesOn: dayNumber('2028-03-31'),
      },
    ],
  };
  expect(settlementResult(settled, of).forecast).toEqual([
    {
      line: 'Payment/pot|2027-04-01|Harbour|1',
      clause: 'Payment/pot',
      outcome: 'pot',
      provider: 'Harbour',
      period: '2027-04-01',
      amount: '123.45',
      closesOn: '2028-03-31',
    },
  ]);
});

test('a status for each outcome of each attachment, one more for each further repeat', () => {
  const twice = anOutcome({ times: 3, price: { rows: [{ with: [], price: pounds(100) }] } });
  const more = [...facts, happened('level 2', '2027-07-01', { id: 'again' })];
  const settled = owed(aPlan([twice]), more, later);
  expect(settled.total).toBe(20_000n);
  expect(settled.statuses).toMatchObject({ achieved: 2 });
  const none = owed(aPlan([anOutcome()]), [attached('2027-05-01')], later);
  expect(none.statuses).toMatchObject({ achieved: 0, notYetDue: 1 });
});
