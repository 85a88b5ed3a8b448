import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { accountName, assertSound, type Ledger } from '../../ledger/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { ItemName } from '../payable/statement.ts';
import type { SettlementResult } from '../result.ts';
import { ledgerOf } from './ledger-of.ts';

function balancesOf({ balances, currency }: Ledger): Readonly<Record<string, string>> {
  const shown = [...balances].map(([name, { amount }]) => [name, formatMajor(amount, currency)]);
  return Object.fromEntries(shown.filter(([, amount]) => amount !== '0.00'));
}

function entriesOf(ledger: Ledger): readonly string[] {
  return ledger.entries.map(({ day, description, postings }) => {
    const posted = postings.map(({ account, amount }) => `${accountName(account)} ${amount}`);
    return `${day} ${description}: ${posted.join(', ')}`;
  });
}

const settled = aResultLine();
const inOctober = { asAt: '2027-10-31' } as const;

test('what is owed is due from its payer, one entry for each clause, with the lines added up', () => {
  const again = aResultLine({ line: 'Outcomes/Settled|A2|Bright Futures|1', amount: '110.00' });
  const qualified = aResultLine({ outcome: 'Qualified', amount: '4730.00' });
  const ledger = ledgerOf([aResult([qualified, again, settled])], 'clause');
  expect(entriesOf(ledger)).toEqual([
    '2027-09-30 Outcomes/Qualified, Bright Futures, due from Northshire Council: ' +
      'due:Northshire Council 473000, owed:Bright Futures -473000',
    '2027-09-30 Outcomes/Settled, Bright Futures, due from Northshire Council: ' +
      'due:Northshire Council 33000, owed:Bright Futures -33000',
  ]);
  expect(balancesOf(ledger)).toEqual({
    'due:Northshire Council': '5060.00',
    'owed:Bright Futures': '-5060.00',
  });
});

test('a settlement is booked on the later of its two days', () => {
  const days = (asAt: SettlementResult['asAt'], knownAt: SettlementResult['asAt']) =>
    ledgerOf([aResult([settled], { asAt, knownAt })], 'clause').entries.map(({ day }) => day);
  expect(days('2027-09-30', '2027-12-31')).toEqual(['2027-12-31']);
  expect(days('2027-09-30', '2027-09-15')).toEqual(['2027-09-30']);
});

test('each payer of a line owes its own part', () => {
  const payers = [
    { payer: 'Northshire Council', amount: '73.33' },
    { payer: 'Health Board', amount: '146.67' },
  ];
  expect(balancesOf(ledgerOf([aResult([{ ...settled, payers }])], 'clause'))).toEqual({
    'due:Health Board': '146.67',
    'due:Northshire Council': '73.33',
    'owed:Bright Futures': '-220.00',
  });
});

test('payers whose parts are a penny off the line are a fault', () => {
  const payers = [{ payer: 'Health Board', amount: '219.99' }];
  const off = () => ledgerOf([aResult([{ ...settled, payers }])], 'clause');
  expect(off).toThrow('adds up to the line');
});

test('a contributor is owed its share, in the entry of the provider', () => {
  const share = aResultLine({
    line: 'Outcomes/Settled|A1|Bright Futures|1|Friends of Bright',
    payee: 'Friends of Bright',
    amount: '20.00',
  });
  const ledger = ledgerOf([aResult([settled, share])], 'clause');
  expect(ledger.entries).toHaveLength(1);
  expect(balancesOf(ledger)).toEqual({
    'due:Northshire Council': '240.00',
    'owed:Bright Futures': '-220.00',
    'owed:Friends of Bright': '-20.00',
  });
});

test('settling twice books nothing the second time', () => {
  const once = ledgerOf([aResult([settled])], 'clause');
  const twice = ledgerOf([aResult([settled]), aResult([settled], inOctober)], 'clause');
  expect(entriesOf(twice)).toEqual(entriesOf(once));
});

test('by line, what has changed is taken back whole and the new amount is owed', () => {
  const lower = { ...settled, amount: '200.00' };
  const ledger = ledgerOf([aResult([settled]), aResult([lower], inOctober)], 'line');
  const line = 'Outcomes/Settled|A1|Bright Futures|1';
  expect(entriesOf(ledger)).toEqual([
    `2027-09-30 ${line}, due from Northshire Council: ` +
      'due:Northshire Council 22000, owed:Bright Futures -22000',
    `2027-10-31 ${line}, taken back, for Northshire Council: ` +
      'due:Northshire Council -22000, owed:Bright Futures 22000',
    `2027-10-31 ${line}, due from Northshire Council: ` +
      'due:Northshire Council 20000, owed:Bright Futures -20000',
  ]);
});

test('what waits for verification is a memorandum, until it is verified', () => {
  const waits = aResultLine({ outcome: 'Qualified', gross: '4730.00', amount: '0.00' });
  const { line, clause } = waits;
  const notPaid = [{ line, clause, reason: 'not_verified', amount: '4730.00' } as const];
  const first = aResult([waits], { notPaid });
  expect(balancesOf(ledgerOf([first], 'clause'))).toEqual({
    'memorandum:earned but unverified': '4730.00',
    'memorandum:earned but unverified:Bright Futures': '-4730.00',
  });
  const verified = aResult([{ ...waits, amount: '4730.00' }], inOctober);
  expect(balancesOf(ledgerOf([first, verified], 'clause'))).toEqual({
    'due:Northshire Council': '4730.00',
    'owed:Bright Futures': '-4730.00',
  });
});

test('what a limit cuts is in no account', () => {
  const cut = aResultLine({ gross: '220.00', amount: '0.00' });
  const { line, clause } = cut;
  const notPaid = [{ line, clause, reason: 'limit', amount: '220.00' } as const];
  expect(ledgerOf([aResult([cut], { notPaid })], 'line').entries).toEqual([]);
});

test('what is reserved is a memorandum, of which the change is booked', () => {
  const reserved = (amount: string) => ({ attachments: 1, amount, left: null });
  const first = { ...aResult([]), reserved: reserved('2400.00') };
  const next = { ...aResult([], inOctober), reserved: reserved('1000.00') };
  const ledger = ledgerOf([first, next], 'clause');
  expect(entriesOf(ledger)).toEqual([
    '2027-09-30 Reserved for those attached: ' +
      'memorandum:reserved 240000, memorandum:reserved:attachments -240000',
    '2027-10-31 Reserved for those attached: ' +
      'memorandum:reserved -140000, memorandum:reserved:attachments 140000',
  ]);
});

test('each item of a statement is booked under its clause, and what is left is paid', () => {
  const now = aResult([settled, aResultLine({ outcome: 'Qualified', amount: '110.00' })]);
  const item = (is: ItemName, amount: string, clause?: string) => ({
    is,
    line: settled.line,
    amount,
    ...(clause === undefined ? {} : { clause }),
  });
  const items = [
    item('held', '200.00', 'Payment/held'),
    item('held', '20.00', 'Payment/held'),
    item('on account', '40.00', 'Payment/on account'),
    item('recovered', '0.01'),
  ];
  const statement = { payee: 'Bright Futures', due: '330.00', items, paid: '149.99' };
  const days = { payBy: null, questionBy: null, interest: null };
  const payable = { paid: '149.99', ...days, statements: [statement] };
  const first = { ...aResult([]), changes: [] };
  const paidOn = (by: 'clause' | 'line') =>
    entriesOf(ledgerOf([first, { ...now, payable }], by)).slice(2);
  expect(paidOn('clause')).toEqual([
    '2027-09-30 Bright Futures, held under Payment/held: ' +
      'owed:Bright Futures 22000, held:Bright Futures -22000',
    '2027-09-30 Bright Futures, on account under Payment/on account: ' +
      'on account:Bright Futures 4000, owed:Bright Futures -4000',
    '2027-09-30 Bright Futures, recovered: ' +
      'owed:Bright Futures 1, recoverable:Bright Futures -1',
    '2027-09-30 Bright Futures, paid: owed:Bright Futures 14999, paid:Bright Futures -14999',
  ]);
  expect(paidOn('line')).toHaveLength(5);
  expect(paidOn('line')[1]).toBe(
    `2027-09-30 ${settled.line}, held under Payment/held: ` +
      'owed:Bright Futures 2000, held:Bright Futures -2000',
  );
});

const names = ['Bright Futures', 'Bright: Futures;  Ltd', '', ' x'];
const amount = fc.bigInt({ min: -300n, max: 300n });
const line = fc
  .record({
    attachment: fc.integer({ min: 1, max: 3 }),
    clause: fc.constantFrom('Outcomes/A', 'Outcomes/B'),
    provider: fc.constantFrom(...names),
    amount,
    ofOther: fc.option(amount),
    waits: fc.bigInt({ min: 0n, max: 300n }),
  })
  .map(({ attachment, clause, provider, ofOther, ...each }) => {
    const name = [clause, `A${attachment}`, provider, '1'].join('|');
    const [own, other] = [each.amount, ofOther ?? 0n];
    const payers = [
      { payer: 'Council', amount: formatMajor(own, 'GBP') },
      { payer: 'Board', amount: formatMajor(other, 'GBP') },
    ];
    const made = aResultLine({
      line: name,
      clause,
      provider,
      payee: provider,
      payer: 'Council',
      amount: formatMajor(own + other, 'GBP'),
      ...(ofOther === null ? {} : { payers }),
    });
    return { made, own, other, waits: each.waits };
  });

const lines = fc.uniqueArray(line, { selector: ({ made }) => made.line, maxLength: 12 });

type Drawn = readonly Readonly<{
  made: typeof settled;
  own: bigint;
  other: bigint;
  waits: bigint;
}>[];

function resultOf(drawn: Drawn, month: number): SettlementResult {
  const notPaid = drawn.flatMap(({ made: { line: name, clause }, waits }) =>
    waits === 0n
      ? []
      : [
          {
            line: name,
            clause,
            reason: 'not_verified' as const,
            amount: formatMajor(waits, 'GBP'),
          },
        ],
  );
  const asAt = `2027-${String(month).padStart(2, '0')}-28` as SettlementResult['asAt'];
  return aResult(
    drawn.map(({ made }) => made),
    { asAt, notPaid },
  );
}

test('after any settlements the ledger balances and holds what the last one owes', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), (drawn) => {
      const [first, ...more] = drawn.map((each, at) => resultOf(each, at + 1));
      if (first === undefined) return;
      const byClause = ledgerOf([first, ...more], 'clause');
      const byLine = ledgerOf([first, ...more], 'line');
      assertSound(byClause);
      assertSound(byLine);
      expect(balancesOf(byLine)).toEqual(balancesOf(byClause));
      const last = drawn.at(-1) ?? [];
      const sum = (amounts: readonly bigint[]) => amounts.reduce((all, each) => all + each, 0n);
      const held = (purpose: string, party?: string) =>
        [...byClause.balances.values()]
          .filter(({ account }) => account[0] === purpose && (party ?? account[1]) === account[1])
          .reduce((all, each) => all + each.amount, 0n);
      expect(held('due', 'Council')).toBe(sum(last.map(({ own }) => own)));
      expect(held('due', 'Board')).toBe(sum(last.map(({ other }) => other)));
      for (const name of names) {
        const own = last.filter(({ made }) => made.payee === name);
        expect(held('owed', name)).toBe(-sum(own.map((each) => each.own + each.other)));
      }
      expect(held('memorandum')).toBe(0n);
    }),
  );
});

test('there is one entry for each settlement, provider, clause and payer at most', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 3 }), (drawn) => {
      const [first, ...more] = drawn.map((each, at) => resultOf(each, at + 1));
      if (first === undefined) return;
      const { entries } = ledgerOf([first, ...more], 'clause');
      const keys = entries.map(({ day, description }) => `${day} ${description}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('the order of the lines changes nothing', () => {
  fc.assert(
    fc.property(lines, (drawn) => {
      const forth = ledgerOf([resultOf(drawn, 1)], 'line');
      const back = ledgerOf([resultOf(drawn.toReversed(), 1)], 'line');
      expect(entriesOf(back)).toEqual(entriesOf(forth));
    }),
  );
});
