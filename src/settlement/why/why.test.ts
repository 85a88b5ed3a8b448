import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { fraction } from '../../money/index.ts';
import {
  owed,
  recomputeFromWhy,
  resultSchema,
  settlementResult,
  whyLine,
  whyParticipant,
} from '../index.ts';

const end = asAt('2028-03-01');
const a1 = attached('2027-05-01', { with: ['care=yes'] });
const plan = aPlan(
  [
    anOutcome({
      condition: settledFor('13 weeks'),
      times: 5,
      wording: 'in settled housing for 13 weeks in one go, up to 5 times per attachment',
      price: {
        rows: [{ with: [], price: pounds(220) }],
        deadweight: fraction(1, 6),
        uplifts: [{ clause: 'Prices/Uplift', with: ['care=yes'], rate: fraction(1, 5) }],
      },
    }),
    anOutcome({ name: 'Qualified' }),
  ],
  { limits: [aLimit(300)] },
);
const facts = [a1, spell('settled', { from: '2027-05-10', to: '2028-02-29' }, { id: 'S1' })];

describe('why', () => {
  test('an attachment is told by its id alone, also where that is a number of the line', () => {
    const shares = [{ payee: 'Harbour', share: fraction(1, 4), clause: 'Prices/share' }];
    const shared = aPlan([anOutcome({ price: { shares } })]);
    const other = attached('2027-05-01', { id: '1', participant: 'Ada' });
    const own = attached('2027-05-01', { id: '7' });
    const basis = {
      plan: shared,
      facts: [other, own, happened('level 2', '2027-06-01')],
      asAt: end,
    };
    const line = 'Outcomes/Settled|7|Bright Futures|1|Harbour';
    expect(whyLine(basis, line)?.amount).toBe('55.00');
  });

  test('a line says what happened, whose it is, its price, its limits and what is owed', () => {
    const why = whyLine({ plan, facts, asAt: end }, 'Outcomes/Settled|A1|Bright Futures|2');
    expect(why?.sentences).toEqual([
      'Settled, for the 2nd time, was achieved on 7 November 2027: in settled housing for 13 weeks ' +
        'in one go, up to 5 times per attachment.',
      'It rests on A1 and S1.',
      'It belongs to Bright Futures, attached on 1 May 2027 in leaving (A1).',
      'By 29 February 2028 enough was known for it: that is its place in line.',
      'The list price of Settled in year 1 is £220.',
      '5/6 of it is paid: the rest would have happened anyway.',
      'It is raised to 120% (Prices/Uplift).',
      'That comes to £220.',
      'Limits/Person, no more than £300 for each participant, had £80 left when this line came: ' +
        '£140 is not paid.',
      '£80 is owed by Northshire Council to Bright Futures.',
    ]);
    expect(why && recomputeFromWhy(why)).toBe(8000n);
    expect(JSON.parse(JSON.stringify(why))).toEqual(why);
  });

  test('there is no why of a line that there is not', () => {
    expect(
      whyLine({ plan, facts, asAt: end }, 'Outcomes/Settled|A1|Bright Futures|9'),
    ).toBeUndefined();
  });

  test('what is not achieved says how far it has come and what would achieve it', () => {
    const forty = [a1, spell('settled', { from: '2028-01-21', to: '2028-02-29' })];
    const asked = aPlan([
      anOutcome({ condition: settledFor('13 weeks'), window: within('2 years') }),
    ]);
    const [status] = whyParticipant(
      { plan: asked, facts: forty, asAt: asAt('2028-02-29') },
      'Sam',
    ).statuses;
    expect(status?.sentences).toEqual([
      'Settled with Bright Futures (A1) is not yet due.',
      '40 of 91 days in a row recorded by 29 February 2028; 51 more without a gap, from 1 March ' +
        '2028, would achieve it on 20 April 2028.',
      'Its window closes on 30 April 2029.',
    ]);
  });

  test('what waits for verification says for which fact', () => {
    const claimed = happened('level 2', '2027-06-01', { state: 'claimed', id: 'F12' });
    const { statuses } = whyParticipant({ plan, facts: [a1, claimed], asAt: end }, 'Sam');
    const qualified = statuses.find(({ outcome }) => outcome === 'Qualified');
    expect(qualified?.status).toBe('notKnown');
    expect(qualified?.sentences[1]).toBe(
      'Waiting for verification of F12: level 2 on 1 June 2027 is claimed.',
    );
  });

  test('a participant nobody attached has nothing to explain', () => {
    expect(whyParticipant({ plan, facts, asAt: end }, 'Ali').sentences).toEqual([
      'Nobody was attached under Ali by 1 March 2028.',
    ]);
  });
});

describe('the result', () => {
  const result = settlementResult(owed(plan, facts, end), { contract: 'abc', language: 1 });

  test('money is text in whole units, days are ISO, the amounts add up to the total', () => {
    expect(result.lines[1]).toEqual({
      line: 'Outcomes/Settled|A1|Bright Futures|2',
      clause: 'Outcomes/Settled',
      participant: 'Sam',
      provider: 'Bright Futures',
      payer: 'Northshire Council',
      payee: 'Bright Futures',
      outcome: 'Settled',
      number: 2,
      group: 'leaving',
      day: '2027-11-07',
      payableOn: '2028-02-29',
      quantity: '1',
      price: '220',
      gross: '220.00',
      amount: '80.00',
      version: 1,
    });
    expect(result.total).toBe('300.00');
    expect([result.asAt, result.knownAt]).toEqual(['2028-03-01', '2028-03-01']);
  });

  test('it fits its JSON Schema, which allows nothing else', () => {
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(resultSchema());
    expect(validate(JSON.parse(JSON.stringify(result)))).toBe(true);
    const claim = happened('level 2', '2027-06-01', { state: 'claimed' });
    const waiting = settlementResult(owed(plan, [a1, claim], end), {
      contract: 'abc',
      language: 1,
    });
    expect(validate(JSON.parse(JSON.stringify(waiting)))).toBe(true);
    expect(validate({ ...result, more: 1 })).toBe(false);
  });
});
