// The data of a why besides its reckoning, and what is settled to find it.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { erasing } from '../../../test/support/makers/many.ts';
import { aMeasure, itPays, percent } from '../../../test/support/makers/measures.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  aVersion,
  planFrom,
  pounds,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';
import { recomputeFromWhy } from './recompute.ts';
import { trace } from './trace.ts';
import { whyLine } from './why-line.ts';
import { whyParticipant } from './why-participant.ts';

const end = asAt('2028-04-30');
const came = (participant: string) =>
  attached('2027-05-01', { id: `A-${participant}`, participant });
const did = (participant: string, day: Parameters<typeof happened>[1] = '2027-06-01') =>
  happened('level 2', day, { id: `F-${participant}`, participant });
const two = [came('Sam'), came('Ada'), did('Sam'), did('Ada', '2027-06-02')];
const sam = 'Outcomes/Settled|A-Sam|Bright Futures|1';
const ada = 'Outcomes/Settled|A-Ada|Bright Futures|1';
const plain = aPlan([anOutcome()]);

function why(plan: Plan, line: string, facts: readonly Fact[] = two, payment?: PaymentPlan) {
  const basis = { plan, facts, asAt: end };
  const found = whyLine(payment === undefined ? basis : { ...basis, payment }, line);
  if (found === undefined) throw new Error('there is such a line');
  expect(recomputeFromWhy(found)).toBe(
    owed(plan, facts, end).lines.find((each) => each.line === line)?.amount,
  );
  return found;
}

const saying = (words: Partial<WholePlan>) => aPlan([anOutcome()], { whole: aWhole(words) });
const fee = {
  clause: 'Payment/grant',
  name: 'grant',
  order: 2000,
  to: { is: 'each provider' },
  on: { is: 'joining', amount: pounds(100) },
} as const;

describe('The data of a line', () => {
  test('of a participant', () => {
    const found = why(plain, sam);
    expect(found).toEqual({
      line: sam,
      clause: 'Outcomes/Settled',
      outcome: 'Settled',
      number: 1,
      participant: 'Sam',
      provider: 'Bright Futures',
      payer: 'Northshire Council',
      payee: 'Bright Futures',
      day: '2027-06-01',
      payableOn: '2027-06-01',
      version: 1,
      currency: 'GBP',
      sentences: found.sentences,
      facts: ['A-Sam', 'F-Sam'],
      price: { list: '220', year: 1, row: { years: null, with: [], tier: null } },
      factors: [],
      rounding: { how: 'line', unit: '1', direction: 'nearest' },
      gross: '220.00',
      notPaid: [],
      parts: [],
      amount: '220.00',
    });
  });

  test('of what is nobody’s has no participant, and the facts it rests on', () => {
    const joined = ofProvider('joined', '2027-05-01', { provider: 'Bright Futures', id: 'J1' });
    const found = why(saying({ fees: [fee] }), 'Payment/grant|joining|Bright Futures|1', [joined]);
    expect('participant' in found).toBe(false);
    expect(found.facts).toEqual(['J1']);
    expect(found.price).toEqual({ list: '100', year: 0, row: null });
    expect(found.sentences.slice(-2)).toEqual([
      'It rests on J1.',
      '£100 is owed by Northshire Council to Bright Futures.',
    ]);
  });

  test('that waits has no payable day, and no place in which it met a limit', () => {
    const plan = aPlan([anOutcome()], { limits: [aLimit(100)] });
    const facts = [came('Sam'), { ...did('Sam'), state: 'claimed' } as const];
    const found = why(plan, sam, facts);
    expect(found.payableOn).toBeNull();
    expect(found.parts).toEqual([]);
    expect(found.notPaid).toEqual([
      { reason: 'not_verified', amount: '100.00', clause: 'Outcomes/Settled' },
      { reason: 'limit', amount: '120.00', clause: 'Limits/Person' },
    ]);
  });

  test('that met limits says each, and what they cut is under no other name', () => {
    const plan = aPlan([anOutcome()], { limits: [aLimit(100)] });
    const found = why(plan, sam);
    expect(found.parts).toEqual([
      { amount: '220.00', limits: [{ clause: 'Limits/Person', left: '100.00' }] },
    ]);
    expect(found.notPaid).toEqual([]);
    expect('payerCuts' in found).toBe(false);
  });

  test('that was settled, of somebody erased, keeps what a limit cut of it then', () => {
    const plan = aPlan([anOutcome()], { limits: [aLimit(100)] });
    const at = erasing('Sam', owed(plan, two, asAt('2027-06-30')));
    const found = whyLine({ plan, facts: two.slice(1, 2), asAt: at }, sam);
    expect(found?.notPaid).toEqual([
      { reason: 'limit', amount: '120.00', clause: 'Limits/Person' },
    ]);
    expect(found?.facts).toEqual([]);
    expect(found && recomputeFromWhy(found)).toBe(10_000n);
  });
});

describe('Payers', () => {
  const shares = [
    { payer: 'Health', share: fraction(1, 3) },
    { payer: 'Police', share: fraction(1, 6) },
  ];
  const payers = [{ clause: 'Payers/shares', pays: { is: 'shares', shares } }] as const;

  test('each with its part, which add up to the line', () => {
    const found = why(saying({ payers }), sam);
    expect(found.payers).toEqual([
      { payer: 'Health', amount: '73.33' },
      { payer: 'Police', amount: '36.67' },
      { payer: 'Northshire Council', amount: '110.00' },
    ]);
    expect(found.sentences.at(-1)).toBe(
      '£220 is owed to Bright Futures: £73.33 by Health, £36.67 by Police and £110 by Northshire ' +
        'Council.',
    );
    expect('payers' in why(plain, sam)).toBe(false);
  });

  test('one of whom pays no more than so much, and nobody beyond it', () => {
    const most = { clause: 'Payers/most', payer: 'Health', most: pounds(50), eachYear: false };
    const limits = [{ ...most, payer: 'Police', clause: 'Payers/most 2' }, most];
    const found = why(saying({ payers, payerLimits: limits }), sam);
    expect(found.payerCuts).toEqual([{ amount: '23.33', clause: 'Payers/most' }]);
    expect(found.notPaid).toEqual([]);
    expect(found.amount).toBe('196.67');
    expect(found.sentences.slice(-2)).toEqual([
      'Health pays no more than £50 in all and has paid so much: £23.33 is not paid (Payers/most).',
      '£196.67 is owed to Bright Futures: £50 by Health, £36.67 by Police and £110 by Northshire ' +
        'Council.',
    ]);
  });

  test('and a limit over the line besides: what that cut is no payer’s cut', () => {
    const payerLimits = [
      { clause: 'Payers/most', payer: 'Health', most: pounds(10), eachYear: true },
    ];
    const plan = aPlan([anOutcome()], {
      limits: [aLimit(90)],
      whole: aWhole({ payers, payerLimits }),
    });
    // £90 are £30, £15 and £45, of which Health pays £10.
    const found = why(plan, sam);
    expect(found.payerCuts).toEqual([{ amount: '20.00', clause: 'Payers/most' }]);
    expect(found.amount).toBe('70.00');
    expect(found.sentences.slice(-3, -1)).toEqual([
      'Limits/Person, no more than £90 for each participant, had £90 left when this line came: ' +
        '£130 is not paid.',
      'Health pays no more than £10 in each year and has paid so much: £20 is not paid ' +
        '(Payers/most).',
    ]);
  });
});

describe('A dispute', () => {
  const payment = { held: { clause: 'Payment/held' } };
  const dispute = (about: string) =>
    happened('disputed', '2027-07-01', { id: 'D1', about, provider: 'Bright Futures' });
  const said =
    'It is disputed since 1 July 2027 (D1): what it rises by is held until that is over.';

  test('is told last, and is among the facts', () => {
    const found = why(plain, sam, [...two, dispute('Settled')], payment);
    expect(found.sentences.at(-1)).toBe(said);
    expect(found.facts).toEqual(['A-Sam', 'F-Sam', 'D1']);
  });

  test('reaches a line by a kind of fact behind its outcome, and by no other', () => {
    expect(why(plain, sam, [...two, dispute('level 2')], payment).sentences).toContain(said);
    expect(why(plain, sam, [...two, dispute('level 3')], payment).sentences).not.toContain(said);
  });

  test('of others or where the page does not hold says nothing', () => {
    const facts = [...two, dispute('Settled')];
    expect(why(plain, sam, facts).facts).toEqual(['A-Sam', 'F-Sam']);
    expect(why(plain, ada, facts, payment).facts).toEqual(['A-Ada', 'F-Ada']);
    expect(why(plain, sam, facts, {}).facts).toEqual(['A-Sam', 'F-Sam']);
  });
});

describe('What is settled once more', () => {
  const basis = (plan: Plan) => ({ plan, facts: two, asAt: end });

  test('is one participant alone where no line looks at others', () => {
    const { settled, participantOf, isOfAll } = trace(basis(plain), 'Sam');
    expect(settled.lines.map(({ due }) => due.participant)).toEqual(['Sam']);
    expect(participantOf('Sam')?.participant).toBe('Sam');
    expect(isOfAll).toBe(false);
  });

  test('is everybody where it is asked of nobody, or lines look at one another', () => {
    const all = trace(basis(plain), undefined);
    expect([...all.everybody()].map((each) => each.participant)).toEqual(['Ada', 'Sam']);
    expect(all.participantOf('Ada')?.participant).toBe('Ada');
    expect(all.participantOf('Eve')).toBeUndefined();
    const total = trace(basis(aPlan([anOutcome()], { roundingOf: 'total' })), 'Sam');
    expect(total.settled.lines.length).toBe(2);
    const wide = { clause: 'Limits/all', most: pounds(300), eachYear: false } as const;
    const limited = trace(basis(saying({ limits: [{ ...wide, per: { is: 'contract' } }] })), 'Sam');
    // Ada’s line takes room, and is not kept.
    expect(limited.settled.lines.map(({ due }) => due.participant)).toEqual(['Sam']);
    expect(limited.met.get(sam)?.[0]?.met[0]?.left).toBe(30_000n);
    expect([...limited.met.keys()]).toEqual([sam]);
    expect(limited.isOfAll).toBe(false);
  });

  test('whoever is settled after whom it is asked of is not taken for them', () => {
    const wide = { clause: 'Limits/all', most: pounds(300), eachYear: false } as const;
    const length = { count: 4, unit: 'week' } as const;
    const lasting = { is: 'lasts', kinds: ['home'], less: [], how: 'in one go' } as const;
    const condition = { ...lasting, length };
    const whole = aWhole({ limits: [{ ...wide, per: { is: 'contract' } }] });
    const days = { from: '2027-06-01', to: '2027-06-03', known: '2027-06-04' } as const;
    const facts = ['Ada', 'Sam'].flatMap((participant) => [
      came(participant),
      spell('home', days, { id: `R-${participant}`, participant, state: 'rejected' }),
    ]);
    const said = (plan: Plan) => whyParticipant({ plan, facts, asAt: end }, 'Ada').statuses;
    const limited = said(aPlan([anOutcome({ condition })], { whole }));
    expect(limited).toEqual(said(aPlan([anOutcome({ condition })])));
    expect(JSON.stringify(limited)).toContain('R-Ada');
  });

  test('keeps everybody where it is asked to', () => {
    const all = trace(basis(saying({ counts: [] })), 'Sam', { isOfAll: true });
    expect(all.isOfAll).toBe(true);
  });

  test('is everybody where any version lets lines look at one another', () => {
    const outcomes = [anOutcome()];
    const second = { version: 2, countsFrom: dayNumber('2028-04-01') };
    const total = aVersion(outcomes, { ...second, roundingOf: 'total' });
    const { settled } = trace(basis(planFrom([aVersion(outcomes), total])), 'Sam');
    expect(settled.lines.length).toBe(2);
  });

  test('an odd unit of a total that is shared is whose it is, though one alone is asked of', () => {
    // A third of £1 each: 67p in all, of which the earlier takes the odd penny.
    const price = { rows: [{ with: [], price: fraction(100n, 3n) }] };
    const plan = aPlan([anOutcome({ price })], { roundingOf: 'total' });
    expect([why(plan, sam).amount, why(plan, ada).amount]).toEqual(['0.34', '0.33']);
  });
});

describe('Rounding a total to a larger unit', () => {
  // Two of £123.45 are £246.90; to whole pounds £247.
  const rounding = { unit: fraction(100), direction: 'nearest' } as const;
  const price = { rows: [{ with: [], price: pounds(123.45) }] };
  const plan = aPlan([anOutcome({ price })], { roundingOf: 'total', rounding });
  const line = 'Outcomes/Settled||Bright Futures|rounding';

  test('is a line of its own, with the sum and what it makes of it', () => {
    const found = why(plan, line);
    expect(found.sentences).toEqual([
      'The lines of Bright Futures for Settled come to £246.90.',
      'Rounding that total as the page says makes a difference of £0.10, a line of its own after ' +
        'Outcomes/Settled|A-Ada|Bright Futures|1.',
      '£0.10 is owed by Northshire Council to Bright Futures.',
    ]);
    expect(found.facts).toEqual([]);
    expect(found.factors).toEqual([]);
    expect(found.price).toEqual({ list: '246.9', year: 0, row: null });
    expect(found.rounding).toEqual({
      how: 'difference',
      sum: '246.9',
      unit: '100',
      direction: 'nearest',
    });
    expect(found.amount).toBe('0.10');
  });
});

describe('The data of a price', () => {
  const row = (words: object) => [{ with: [], price: pounds(220), ...words }];

  test('of a tier of score says from where and, where it ends, to under what', () => {
    const condition = {
      is: 'scores',
      kind: 'hope',
      least: fraction(15),
      better: 'higher',
    } as const;
    const facts = [came('Sam'), happened('hope', '2027-06-01', { value: '16' })];
    const tier = (words: object) => {
      const rows = row({ tier: { least: fraction(31, 2), ...words } });
      return why(aPlan([anOutcome({ condition, price: { rows } })]), sam, facts).price.row?.tier;
    };
    expect(tier({})).toBe('15.5 or more');
    expect(tier({ under: fraction(20) })).toBe('15.5 to under 20');
  });

  test('of years and a band', () => {
    const over = { per: 'contract', over: 'contract', how: 'own' } as const;
    const bands = { clause: 'Prices/bands', sizes: [undefined], ...over };
    const rows = row({ band: 0, years: { first: 1, last: 3 } });
    expect(why(aPlan([anOutcome({ price: { rows, bands } })]), sam).price).toEqual({
      list: '220',
      year: 1,
      row: { years: '1 to 3', with: [], tier: null, band: 1 },
    });
  });

  test('with sums added, who pays it, and the share of a contributor', () => {
    const shares = [{ payee: 'Harbour', share: fraction(1, 4), clause: 'Prices/share' }];
    const additions = [{ clause: 'Prices/addition', with: [], amount: pounds(20) }];
    const reverse = { clause: 'Prices/reverse' };
    const plan = aPlan([anOutcome({ price: { shares, additions, reverse } })]);
    const own = why(plan, sam);
    expect(own.additions).toEqual([{ amount: '20', clause: 'Prices/addition' }]);
    expect(own.factors).toEqual([
      { name: 'reverse', value: '-1', clause: 'Prices/reverse' },
      { name: 'share', value: '0.75' },
    ]);
    expect(own.amount).toBe('-180.00');
    expect(why(plan, `${sam}|Harbour`).factors[1]).toEqual({
      name: 'share',
      value: '0.25',
      clause: 'Prices/share',
    });
    expect('additions' in why(plain, sam)).toBe(false);
  });

  test('of which the provider has no part of its own', () => {
    const shares = [{ payee: 'Harbour', share: fraction(1), clause: 'Prices/share' }];
    const plan = aPlan([anOutcome({ price: { shares } })]);
    expect(why(plan, sam).amount).toBe('0.00');
    expect(why(plan, `${sam}|Harbour`).amount).toBe('220.00');
  });

  test('of units and of parts has their quantity', () => {
    const condition = { is: 'each unit', kinds: ['tutoring'] } as const;
    const facts = [came('Sam'), happened('tutoring', '2027-06-01', { value: '1.5' })];
    const units = anOutcome({ condition, times: 'any', price: { perUnit: true } });
    expect(why(aPlan([units]), sam, facts).factors).toEqual([{ name: 'quantity', value: '1.5' }]);
  });
});

describe('A measure', () => {
  const share = aMeasure({ name: 'Settling' });
  const rows = [{ least: percent('50%'), amount: pounds(1_000) }];
  const plan = saying({ measures: [share], measurePayments: [itPays({ is: 'rows', rows })] });

  test('has its cohort’s line, with those whom it counts', () => {
    const found = why(plan, 'Measures/Settling|2027-04-01|Bright Futures|1');
    expect(found.day).toBe('2028-03-31');
    expect(found.facts).toEqual(['A-Ada', 'F-Ada', 'A-Sam', 'F-Sam']);
    expect(found.sentences).toContain('Counted for Settling: Ada (1) and Sam (1).');
  });

  test('has none where nobody was counted', () => {
    const late = asAt('2028-04-30');
    expect(
      whyLine({ plan, facts: [], asAt: late }, 'Measures/Settling|2027-04-01|Nobody|1'),
    ).toBeUndefined();
  });
});

test('a gate counts others, and so everybody is settled where a line under one is asked about', () => {
  const poor = aMeasure({ name: 'Mix', core: { is: 'share', outcomes: ['Settled'] } });
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: [],
    measure: 'Mix',
    least: percent('50%'),
    strictly: false,
  };
  const found = why(saying({ measures: [poor], gates: [gate] }), sam);
  expect(found.sentences).toContain('Counted for Mix: Ada (1) and Sam (1).');
  expect(found.facts).toEqual(['A-Sam', 'F-Sam']);
  const [first] = saying({ measures: [poor], gates: [gate] }).versions;
  const second = aVersion([anOutcome()], { version: 2, countsFrom: dayNumber('2028-04-01') });
  const both = first ? planFrom([first, second]) : plain;
  expect(why(both, sam).sentences).toContain('Counted for Mix: Ada (1) and Sam (1).');
});
