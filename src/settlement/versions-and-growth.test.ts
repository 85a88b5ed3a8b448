// Cases in which versions, lines that grow, and lines below nothing meet what is reckoned together.
import { expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../test/support/makers/facts.ts';
import { anOutcomeDue, ofProvider } from '../../test/support/makers/ground.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  pounds,
  settledFor,
  within,
} from '../../test/support/makers/plan.ts';
import { aWhole } from '../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import { fraction } from '../money/index.ts';
import { shareAmongPayers } from './due/payers.ts';
import { type Owed, owed, type Plan } from './index.ts';
import type { GuaranteePlan, PayerLimitPlan, PayerPlan, WideLimitPlan } from './plan/money-plan.ts';
import type { OutcomePlan, VersionPlan, WholePlan } from './plan/plan.ts';

const end = asAt('2032-03-31');

function people(...names: readonly string[]): readonly Fact[] {
  return names.map((participant) => {
    return attached('2027-04-01', { id: `A-${participant}`, participant });
  });
}

function achieved(participant: string, day: Day, kind = 'level 2'): Fact {
  return happened(kind, day, { participant, id: `${kind}-${participant}-${day}` });
}

function sums({ lines }: Owed): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { participant = 'nobody', amount } of lines) {
    found[participant] = (found[participant] ?? 0) + Number(amount) / 100;
  }
  return found;
}

function saying(whole: Partial<WholePlan>, outcomes = [anOutcome({ times: 9 })]): Plan {
  return aPlan(outcomes, { whole: aWhole(whole) });
}

/** A first version and a second that counts from 1 January 2028. */
function versions(
  first: Readonly<{ outcomes: readonly OutcomePlan[]; whole: Partial<WholePlan> }>,
  second: typeof first,
): Plan {
  const one = aVersion(first.outcomes, { whole: aWhole(first.whole) });
  const two: VersionPlan = aVersion(second.outcomes, {
    version: 2,
    hash: 'second',
    countsFrom: dayNumber('2028-01-01'),
    whole: aWhole(second.whole),
  });
  return { ...aPlan([]), versions: [one, two] };
}

function payersOf(amounts: readonly number[], whole: Partial<WholePlan>) {
  const version = aVersion([], { whole: aWhole(whole) });
  const dues = amounts.map((amount, at) => ({
    ...anOutcomeDue('2028-01-10', amount, { version }),
    line: `Outcomes/Settled|A${at}|Harbour|1`,
  }));
  const found: Record<string, number> = {};
  for (const { payers = [] } of shareAmongPayers(dues, aPlan([]))) {
    for (const { payer, amount } of payers)
      found[payer] = (found[payer] ?? 0) + Number(amount) / 100;
  }
  return found;
}

test('of £100, -£40 and £100 the payer of the first £1,000 pays £160, and nobody else anything', () => {
  const pays = { is: 'first', payer: 'X', sum: pounds(1000), eachYear: true, rest: 'Y' } as const;
  const payers: readonly PayerPlan[] = [{ clause: 'Payment/first', pays }];
  expect(payersOf([100, -40, 100], { payers })).toEqual({ X: 160 });
  const small = [{ clause: 'Payment/first', pays: { ...pays, sum: pounds(90) } }];
  expect(payersOf([100, -40, 100], { payers: small })).toEqual({ X: 90, Y: 70 });
});

test('a payer of half, £30 at most, pays £30 of £160, whatever is taken back on the way', () => {
  const shares = [{ payer: 'Y', share: fraction(1, 2) }];
  const payers: readonly PayerPlan[] = [{ clause: 'Payment/half', pays: { is: 'shares', shares } }];
  const most = { clause: 'Payment/most', payer: 'Y', most: pounds(30), eachYear: true };
  const payerLimits: readonly PayerLimitPlan[] = [{ ...most, beyond: 'X' }];
  const paid = payersOf([100, -40, 100], { payers, payerLimits });
  expect(paid).toEqual({ Y: 30, X: 50, 'Northshire Council': 80 });
});

test('where nobody pays beyond a payer’s limit what is taken back is taken back whole', () => {
  const most = { clause: 'Payment/most', payer: 'Northshire Council', most: pounds(90) };
  const payerLimits: readonly PayerLimitPlan[] = [{ ...most, eachYear: false }];
  expect(payersOf([100, -40, 100], { payerLimits })).toEqual({ 'Northshire Council': 50 });
});

test('days before anybody is attached are the first provider’s, where the window is of referral', () => {
  const outcome = anOutcome({
    name: 'Days',
    condition: { is: 'each day', kinds: [], everyDay: true, less: ['in care'] },
    times: 'any',
    scope: 'participant',
    window: within('30 days', { anchor: { is: 'referral' } }),
    price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
  });
  const facts = [
    happened('referred', '2027-04-01', { id: 'R1' }),
    attached('2027-04-08', { id: 'A1' }),
  ];
  expect(owed(aPlan([outcome]), facts, end).total).toBe(30_000n);
});

test('a contributor who is the provider has one line, of its own part and its contribution', () => {
  const shares = [
    { payee: 'Bright Futures', share: fraction(1, 4), clause: 'Prices/share' },
    { payee: 'College', share: fraction(1, 4), clause: 'Prices/share 2' },
  ];
  const plan = aPlan([anOutcome({ price: { shares } })]);
  const { lines } = owed(plan, [...people('A'), achieved('A', '2027-06-01')], end);
  expect(lines.map(({ payee, amount }) => `${payee} ${amount}`)).toEqual([
    'Bright Futures 16500',
    'College 5500',
  ]);
});

const qualified = anOutcome({
  name: 'Qualified',
  times: 9,
  condition: { is: 'happens', kinds: ['qualified'] },
  order: 1,
});

test('a new limit that takes the name of an old one has all its own room', () => {
  const limit = (outcome: string): WideLimitPlan => ({
    clause: 'Limits/limit in all',
    most: pounds(300),
    per: { is: 'contract' },
    outcomes: [outcome],
    eachYear: false,
  });
  const outcomes = [anOutcome({ times: 9 }), qualified];
  const old = { ...limit('Settled'), clause: 'Limits/limit in all 2' };
  const plan = versions(
    { outcomes, whole: { limits: [limit('Settled')] } },
    { outcomes, whole: { limits: [limit('Qualified'), old] } },
  );
  const facts = [
    ...people('A', 'B'),
    achieved('A', '2027-06-01'),
    achieved('B', '2028-02-01', 'qualified'),
  ];
  expect(sums(owed(plan, facts, end))).toEqual({ A: 220, B: 220 });
});

const days = anOutcome({
  name: 'Days',
  condition: { is: 'each day', kinds: ['settled'], less: [] },
  times: 'any',
  price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
});

test('under a share of a count what was added to a line takes nothing from lines before it', () => {
  const counts = [
    {
      clause: 'Limits/count',
      outcomes: ['Days'],
      share: fraction(1),
      of: 'attached',
      per: 'contract',
    },
  ] as const;
  const limits = [
    {
      clause: 'Limits/limit',
      most: pounds(300),
      per: { is: 'contract' },
      eachYear: false,
    },
  ] as const;
  const plan = saying({ counts, limits }, [days]);
  const before = [
    ...people('A', 'B'),
    spell('settled', { from: '2027-05-01', to: '2027-05-20' }, { participant: 'A', id: 'S-A' }),
    spell('settled', { from: '2027-06-06', to: '2027-06-15' }, { participant: 'B', id: 'S-B' }),
  ];
  const added = spell(
    'settled',
    { from: '2027-05-21', to: '2027-05-31', known: '2027-07-09' },
    { participant: 'A', id: 'S-A2' },
  );
  expect(sums(owed(plan, before, end))).toEqual({ A: 200, B: 100 });
  expect(sums(owed(plan, [...before, added], end))).toEqual({ A: 200, B: 100 });
});

test('two advances of one clause worked off in one month are two lines', () => {
  const advance = (day: Day) => ({
    clause: 'Payment/advance',
    order: 2001,
    amount: pounds(100),
    on: { is: 'day', day: dayNumber(day) } as const,
    share: fraction(1, 2),
  });
  const outcomes = [anOutcome({ times: 9 })];
  const plan = versions(
    { outcomes, whole: { advances: [advance('2027-04-01')] } },
    { outcomes, whole: { advances: [advance('2028-02-01')] } },
  );
  const facts = [
    ...people('A'),
    ofProvider('joined', '2027-04-01', { provider: 'Bright Futures' }),
    achieved('A', '2028-02-10'),
  ];
  const { lines } = owed(plan, facts, end);
  const off = lines.filter(({ number }) => String(number).startsWith('worked off'));
  expect(off.map(({ line, amount }) => `${line} ${amount}`)).toEqual([
    'Payment/advance|2028-02|Bright Futures|worked off -10000',
    'Payment/advance|2028-02|Bright Futures|worked off 2 -10000',
  ]);
});

const year = {
  name: '2027-04-01',
  first: dayNumber('2027-04-01'),
  last: dayNumber('2028-03-31'),
  closesOn: dayNumber('2028-03-31'),
};

function guarantee(clause: string, least: GuaranteePlan['least']): GuaranteePlan {
  return { clause, order: 2001, years: [year], least };
}

test('£500 and £700 guaranteed for one year are £700 in all, whatever else is guaranteed in it', () => {
  const payment = (amount: number) => ({ is: 'payment', amount: pounds(amount) }) as const;
  const plan = saying({
    guarantees: [
      guarantee('Payment/least', payment(500)),
      guarantee('Payment/least 2', payment(700)),
      guarantee('Payment/referrals', { is: 'referrals', count: 3, amountShort: pounds(100) }),
    ],
  });
  // Two short of three referrals, £200; one outcome of £220: £80 more make £500, £200 more £700.
  const facts = [...people('A'), achieved('A', '2027-06-01')];
  const { lines, total } = owed(plan, facts, end);
  expect(total).toBe(70_000n);
  const guaranteed = lines.filter(({ outcome }) => outcome === 'guarantee');
  expect(guaranteed.map(({ amount }) => amount).sort()).toEqual([20_000n, 20_000n, 8_000n].sort());
});

test('whoever has been erased still makes room in a share of a count', () => {
  const counts = [
    {
      clause: 'Limits/count',
      outcomes: ['Settled'],
      share: fraction(1, 2),
      of: 'attached',
      per: 'contract',
    },
  ] as const;
  const plan = saying({ counts });
  const facts = [
    ...people('A', 'B', 'C', 'D'),
    achieved('A', '2027-06-01'),
    achieved('B', '2027-06-02'),
  ];
  const settled = owed(plan, facts, end);
  const given = settled.lines
    .filter(({ participant }) => participant === 'A')
    .map((line) => ({ line, notPaid: [] }));
  const left = facts.filter(({ participant }) => participant !== 'A');
  expect(sums(owed(plan, left, { ...end, given }))).toEqual(sums(settled));
});

test('a line of somebody erased keeps its payers, and what they paid of their limits', () => {
  const most = { clause: 'Payment/most', payer: 'Northshire Council', most: pounds(300) };
  const plan = saying({ payerLimits: [{ ...most, eachYear: false, beyond: 'Health' }] });
  const facts = [...people('A', 'B'), achieved('A', '2027-06-01'), achieved('B', '2027-06-02')];
  const settled = owed(plan, facts, end);
  for (const erased of ['A', 'B']) {
    const given = settled.lines
      .filter(({ participant }) => participant === erased)
      .map((line) => ({ line, notPaid: [] }));
    const left = facts.filter(({ participant }) => participant !== erased);
    expect(owed(plan, left, { ...end, given }).lines).toEqual(settled.lines);
  }
});

test('a decision comes in time if the claim did; what takes back a verified fact does not', () => {
  const yearCloses = {
    clause: 'Payment/year closes',
    length: { count: 3, unit: 'month' },
  } as const;
  const plan = saying({ timeliness: { yearCloses } });
  const claim = { ...achieved('A', '2027-06-01'), state: 'claimed' } as const;
  const later = { replaces: claim.id, id: 'D', known: dayNumber('2029-09-01') };
  const verified = { ...claim, ...later, state: 'verified' } as const;
  expect(owed(plan, [...people('A'), claim, verified], end).total).toBe(22_000n);
  const sure = { ...claim, state: 'verified' } as const;
  const rejected = { ...claim, ...later, state: 'rejected' } as const;
  expect(owed(plan, [...people('A'), sure, rejected], end).total).toBe(22_000n);
});

test('what happens under the first version and lasts under the second is each found once', () => {
  const words = { times: 'any', scope: 'participant' } as const;
  const happens = { outcomes: [anOutcome(words)], whole: {} };
  const lasts = {
    outcomes: [anOutcome({ ...words, condition: settledFor('7 days') })],
    whole: {},
  };
  const facts = [
    ...people('Ann'),
    achieved('Ann', '2027-06-01'),
    achieved('Ann', '2027-09-01'),
    achieved('Ann', '2028-02-01'),
    spell('settled', { from: '2027-12-20', to: '2028-01-20' }, { id: 'S1', participant: 'Ann' }),
  ];
  const { lines } = owed(versions(happens, lasts), facts, end);
  expect(lines.map(({ number, day }) => `${number} on ${dayOf(day)}`)).toEqual([
    '1 on 2027-06-01',
    '2 on 2027-09-01',
    '3 on 2028-01-02',
    '4 on 2028-01-09',
    '5 on 2028-01-16',
  ]);
});
