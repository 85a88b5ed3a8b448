// docs/ledger.md, Entries: what is booked of the settlement before, and in which order all stands.
import { describe, expect, test } from 'vitest';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { accountName } from '../../ledger/index.ts';
import type { Outstanding } from '../payable/outstanding.ts';
import type { PaidResult, ResultPayable } from '../payable/paid-result.ts';
import type { ResultLine } from '../result.ts';
import { ledgerOf, type Settlements } from './ledger-of.ts';

function entriesOf(settlements: Settlements): readonly string[] {
  return ledgerOf(settlements, 'clause').entries.map(({ day, description, postings }) => {
    const posted = postings.map(({ account, amount }) => `${accountName(account)} ${amount}`);
    return `${day} ${description}: ${posted.join(', ')}`;
  });
}

type Statement = ResultPayable['statements'][number];
type Change = NonNullable<PaidResult['changes']>[number];

const days = { payBy: null, questionBy: null, interest: null };
const paying = (...statements: readonly Statement[]): ResultPayable => {
  return { paid: '0.00', ...days, statements };
};
const statement = (payee: string, paid: string): Statement => {
  return { payee, due: paid, items: [], paid };
};
const because = (is: string): Change => ({ cause: { is } }) as unknown as Change;
const nothing: Outstanding = { held: [], onAccount: [], debts: [], writtenOff: [], paid: [] };

const own = aResultLine({ amount: '100.00' });
const of = (provider: string, amount: string): ResultLine =>
  aResultLine({ provider, line: `Outcomes/Settled|A1|${provider}|1`, amount });

describe('A settlement that is the first of its series', () => {
  const first = (...causes: readonly string[]): PaidResult => ({
    ...aResult([own]),
    payable: paying(statement('Bright Futures', '100.00')),
    changes: causes.map(because),
    outstanding: nothing,
  });
  const owed =
    '2027-09-30 Outcomes/Settled, Bright Futures, due from Northshire Council: ' +
    'due:Northshire Council 10000, owed:Bright Futures -10000';
  const posted = 'owed:Bright Futures 10000, paid:Bright Futures -10000';

  test('is paid as its statements say', () => {
    const paid = [owed, `2027-09-30 Bright Futures, paid: ${posted}`];
    expect(entriesOf([first('first')])).toEqual(paid);
    expect(entriesOf([first('first', 'first')])).toEqual(paid);
  });

  test('else what of it was paid before is not known, and all of it is brought forward', () => {
    const brought = [owed, `2027-09-30 Bright Futures, brought forward: ${posted}`];
    expect(entriesOf([first()])).toEqual(brought);
    const { changes: _, ...unsaid } = first();
    expect(entriesOf([unsaid])).toEqual(brought);
    expect(entriesOf([first('facts')])).toEqual(brought);
    expect(entriesOf([first('first', 'facts')])).toEqual(brought);
  });
});

describe('Brought forward', () => {
  const item = (payee: string, amount: string) => ({ line: 'any', payee, amount });
  const debt = (payee: string, amount: string) => {
    return { ...item(payee, amount), paidOn: null, exempt: false };
  };
  const after = aResult([], { asAt: '2027-10-31' });
  const next: PaidResult = { ...after, payable: paying(), changes: [], outstanding: nothing };

  /** What is brought forward of one settlement. */
  function brought(lines: readonly ResultLine[], outstanding: Partial<Outstanding>) {
    const only = { ...aResult(lines), outstanding: { ...nothing, ...outstanding } };
    const said = entriesOf([{ ...only, payable: paying(), changes: [because('facts')] }]);
    return said.filter((each) => each.includes('brought forward'));
  }

  test('is one entry for each payee, in the order of their names', () => {
    expect(brought([of('Harbour', '50.00'), of('Anchor', '20.00'), own], {})).toEqual([
      '2027-09-30 Anchor, brought forward: owed:Anchor 2000, paid:Anchor -2000',
      '2027-09-30 Bright Futures, brought forward: ' +
        'owed:Bright Futures 10000, paid:Bright Futures -10000',
      '2027-09-30 Harbour, brought forward: owed:Harbour 5000, paid:Harbour -5000',
    ]);
  });

  test('is in that order too for one with whom something stands open alone', () => {
    const whom = brought([own], { debts: [debt('Anchor', '5.00')] });
    expect(whom.map((each) => each.slice(11).split(',')[0])).toEqual(['Anchor', 'Bright Futures']);
  });

  test('is what stands open, and all else as paid', () => {
    // £100 owed, £30 of it held; £10 paid on account, £5 a debt and £2 written off besides.
    const open = {
      held: [item('Bright Futures', '20.00'), item('Bright Futures', '10.00')],
      onAccount: [item('Bright Futures', '10.00')],
      debts: [debt('Bright Futures', '5.00')],
      writtenOff: [item('Bright Futures', '2.00')],
    };
    expect(brought([own], open)).toEqual([
      '2027-09-30 Bright Futures, brought forward: held:Bright Futures -3000, ' +
        'on account:Bright Futures 1000, recoverable:Bright Futures 500, ' +
        'written off:Bright Futures 200, owed:Bright Futures 10000, paid:Bright Futures -8700',
    ]);
  });

  test.each(['held', 'onAccount', 'debts', 'writtenOff'] as const)(
    'is what stands open of one who is owed nothing: %s',
    (kind) => {
      const [only = ''] = brought([], { [kind]: [debt('Harbour', '5.00')] });
      expect(only).toContain('2027-09-30 Harbour, brought forward: ');
      expect(only).toContain('paid:Harbour ');
    },
  );

  test('is nothing where nothing is owed and nothing stands open', () => {
    const free = aResultLine({ amount: '0.00' });
    const waits = [{ line: free.line, clause: free.clause, reason: 'not_verified' as const }];
    const notPaid = waits.map((each) => ({ ...each, amount: '220.00' }));
    const only: PaidResult = {
      ...aResult([free], { notPaid }),
      payable: paying(),
      changes: [],
      outstanding: nothing,
    };
    const said = entriesOf([only, next]);
    expect(said.filter((each) => each.includes('brought forward'))).toEqual([]);
  });
});

test('of two settlements that do not say what was paid each brings forward what it moved', () => {
  const october = aResult([own], { asAt: '2027-10-31' });
  const last = {
    ...aResult([own], { asAt: '2027-11-30' }),
    payable: { paid: '0.00', ...days, statements: [] },
    changes: [],
    outstanding: nothing,
  };
  const said = entriesOf([aResult([own]), october, last]).filter((each) =>
    each.includes('brought forward'),
  );
  expect(said).toEqual([
    '2027-09-30 Bright Futures, brought forward: ' +
      'owed:Bright Futures 10000, paid:Bright Futures -10000',
  ]);
});

describe('The order of entries', () => {
  test('of statements is that of their payees, and one of nothing is none', () => {
    const lines = [of('Harbour', '50.00'), of('Anchor', '20.00')];
    const statements = [
      statement('Harbour', '50.00'),
      statement('Nobody', '0.00'),
      statement('Anchor', '20.00'),
    ];
    const changes = [because('first')];
    const only = { ...aResult(lines), payable: paying(...statements), changes };
    const said = entriesOf([{ ...only, outstanding: nothing }]);
    expect(said.slice(2)).toEqual([
      '2027-09-30 Anchor, paid: owed:Anchor 2000, paid:Anchor -2000',
      '2027-09-30 Harbour, paid: owed:Harbour 5000, paid:Harbour -5000',
    ]);
  });

  test('of what is owed is by provider, then clause, then payer', () => {
    const parts = (one: string, other: string) => [
      { payer: one, amount: '60.00' },
      { payer: other, amount: '40.00' },
    ];
    const lines = [
      of('Harbour', '50.00'),
      aResultLine({ outcome: 'Work', amount: '30.00' }),
      { ...own, payers: parts('Police', 'Health') },
    ];
    const whom = entriesOf([aResult(lines)]).map((each) => each.slice(11).split(':')[0]);
    expect(whom).toEqual([
      'Outcomes/Settled, Bright Futures, due from Health',
      'Outcomes/Settled, Bright Futures, due from Police',
      'Outcomes/Work, Bright Futures, due from Northshire Council',
      'Outcomes/Settled, Harbour, due from Northshire Council',
    ]);
  });
});

describe('What comes to nothing', () => {
  test('is no entry: a line taken back and another earned that pays as much', () => {
    const other = { ...own, line: 'Outcomes/Settled|A2|Bright Futures|1' };
    const before = aResult([own]);
    expect(entriesOf([before, aResult([other], { asAt: '2027-10-31' })])).toHaveLength(1);
  });

  test('is no entry by line: a line of which no other money is owed, whatever else changed', () => {
    const cut = { ...own, gross: '150.00' };
    const two = [aResult([own]), aResult([cut], { asAt: '2027-10-31' })] as const;
    expect(ledgerOf([...two], 'line').entries).toHaveLength(1);
  });

  test('for one account is no posting of it: what is owed to another instead', () => {
    const other = { ...own, payee: 'Friends' };
    const [, moved] = entriesOf([aResult([own]), aResult([other], { asAt: '2027-10-31' })]);
    expect(moved).toBe(
      '2027-10-31 Outcomes/Settled, Bright Futures, due from Northshire Council: ' +
        'owed:Bright Futures 10000, owed:Friends -10000',
    );
  });

  test('of what waits is none, where as much waits of another line', () => {
    const waiting = (line: string, asAt: PaidResult['asAt']) => {
      const made = aResultLine({ line, amount: '0.00', gross: '220.00' });
      const unpaid = {
        line,
        clause: made.clause,
        reason: 'not_verified',
        amount: '220.00',
      } as const;
      return aResult([made], { asAt, notPaid: [unpaid] });
    };
    const two = [waiting('one', '2027-09-30'), waiting('two', '2027-10-31')] as const;
    expect(entriesOf([...two])).toHaveLength(1);
  });
});

test('settlements in two currencies are a fault', () => {
  const dollars = aResult([], { currency: 'USD', asAt: '2027-10-31' });
  expect(() => ledgerOf([aResult([own]), dollars], 'clause')).toThrow('one currency');
});
