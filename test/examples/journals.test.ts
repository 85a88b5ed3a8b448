// The ledger of every example, checked by a program of accounts that nobody here wrote.
import { beforeAll, describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { rulesOf } from '../../src/facts/index.ts';
import { append, emptyLedger, journal, type Ledger } from '../../src/ledger/index.ts';
import { formatMajor, unitsOfMajor } from '../../src/money/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import {
  ledgerOf,
  owed,
  type PaidResult,
  paidResult,
  settlementResult,
} from '../../src/settlement/index.ts';
import {
  type ExpectedSettlement,
  exampleNames,
  examplePath,
  isThere,
  readExample,
} from '../support/example-folders.ts';
import { balancesByHledger, hasHledger, strictCheck } from '../support/hledger.ts';
import { readWorkedPage } from '../support/settle-example.ts';

type Results = readonly [PaidResult, ...PaidResult[]];

/** Every settlement that an example names, in the order of their days, each paid after the other. */
async function settlementsOf(name: string): Promise<Results> {
  const { contract, plan } = readWorkedPage(name);
  const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
  const example = readExample(name);
  const all: readonly ExpectedSettlement[] = [example, ...(example.settlements ?? [])];
  const days = new Map(all.map((each) => [`${each.knownAt} ${each.asAt}`, each]));
  const results: PaidResult[] = [];
  for (const [, { asAt, knownAt }] of [...days].toSorted()) {
    const found = owed(plan, facts, { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) });
    const now = settlementResult(found, { contract: plan.versions[0]?.hash ?? '', language: 1 });
    const previous = results.at(-1);
    const following = { now, plan, contracts: [contract], facts };
    results.push(paidResult(previous === undefined ? following : { ...following, previous }));
  }
  const [first, ...more] = results;
  if (first === undefined) throw new Error(`The example ${name} has no settlement.`);
  return [first, ...more];
}

function textOf(ledger: Ledger): string {
  return [...journal(ledger, ['A journal of Outturn.'])].join('');
}

function balancesByUs({ balances, currency }: Ledger): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...balances].map(([name, { amount }]) => [
      name,
      amount === 0n ? '0' : `${currency} ${formatMajor(amount, currency)}`,
    ]),
  );
}

/** All that stands in accounts of one purpose. */
function heldFor(purpose: string, { balances }: Ledger): bigint {
  const held = [...balances.values()].filter(({ account }) => account[0] === purpose);
  return held.reduce((sum, { amount }) => sum + amount, 0n);
}

/** The same journal, in which the last posting of one account and what it asserts are a penny up. */
function aPennyUp(text: string, account: string): string {
  const at = text.lastIndexOf(`    ${account}  `);
  const end = text.indexOf('\n', at);
  const raised = text
    .slice(at, end)
    .replace(/-?\d+\.\d\d/g, (amount) => formatMajor(unitsOfMajor(amount) + 1n, 'GBP'));
  return `${text.slice(0, at)}${raised}${text.slice(end)}`;
}

/** The same ledger, in which the first entry moves a penny more. */
function withAPennyMore({ currency, entries: [first, ...rest] }: Ledger): Ledger {
  if (first === undefined) throw new Error('This ledger has no entry.');
  const [debit, credit, ...more] = first.postings;
  if (debit === undefined || credit === undefined) throw new Error('This entry is no entry.');
  const postings = [
    { ...debit, amount: debit.amount + 1n },
    { ...credit, amount: credit.amount - 1n },
    ...more,
  ];
  return append(emptyLedger(currency), [{ ...first, postings }, ...rest]);
}

for (const name of exampleNames.filter((each) => isThere(each, 'example.json'))) {
  describe(`the ledger of ${name}`, () => {
    let results: Results;
    let byClause: Ledger;
    let byLine: Ledger;

    beforeAll(async () => {
      results = await settlementsOf(name);
      byClause = ledgerOf(results, 'clause');
      byLine = ledgerOf(results, 'line');
    });

    test('holds what the last settlement owes, paid, by clause and by line alike', () => {
      expect(heldFor('due', byClause)).toBe(unitsOfMajor(results.at(-1)?.total ?? '0.00'));
      expect(heldFor('owed', byClause)).toBe(0n);
      expect(balancesByUs(byLine)).toEqual(balancesByUs(byClause));
    });

    test.skipIf(!hasHledger)('is found alike by hledger', () => {
      for (const ledger of [byClause, byLine]) {
        const text = textOf(ledger);
        expect(balancesByHledger(text)).toEqual(balancesByUs(ledger));
      }
    });

    test.skipIf(!hasHledger)('shows a penny more in an account of any purpose', () => {
      const text = textOf(byClause);
      const purposeOf = (account: string) => account.split(':', 1)[0];
      const all = [...byClause.balances.keys()];
      const accounts = new Map(all.map((account) => [purposeOf(account), account])).values();
      const unseen = [...accounts].filter((account) => strictCheck(aPennyUp(text, account)) === '');
      expect(unseen).toEqual([]);
    });

    test.skipIf(!hasHledger)('shows a penny more on both sides, whatever is asserted', () => {
      // Where nothing was ever owed there is nothing that a penny could be added to.
      if (byClause.entries.length === 0) {
        expect([...byClause.balances]).toEqual([]);
        return;
      }
      const text = textOf(withAPennyMore(byClause));
      const found = balancesByHledger(text);
      expect(found).not.toHaveProperty('wrong');
      expect(found).not.toEqual(balancesByUs(byClause));
    });
  });
}
