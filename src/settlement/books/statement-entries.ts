import type { Day } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import type { Account, Entry } from '../../ledger/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { ResultPayable } from '../payable/paid-result.ts';
import type { ItemName } from '../payable/statement.ts';
import { held, onAccount, owed, paid, recoverable, writtenOff } from './accounts.ts';
import type { By } from './by.ts';

type Statement = ResultPayable['statements'][number];

/**
 * What a settlement pays, item by item of each statement. With what its lines moved it leaves
 * nothing owed: that is paid, held, set against what was paid on account, or carried forward.
 */
export function statementEntries(
  day: Day,
  { statements }: ResultPayable,
  by: By,
): readonly Entry[] {
  const sorted = [...statements].sort((one, other) => compareTexts(one.payee, other.payee));
  return sorted.flatMap((statement) => [
    ...itemsOf(statement, by).map((item) => entryOfItem(day, item)),
    ...entryOfPayment(day, statement),
  ]);
}

type Item = Readonly<{
  is: ItemName;
  payee: string;
  clause: string | undefined;
  /** By line only. */
  line?: string;
  amount: bigint;
}>;

/** Items of one name and clause are added up, unless they are asked for by line. */
function itemsOf({ payee, items }: Statement, by: By): readonly Item[] {
  const all = items.map(({ is, clause, line, amount }): Item => {
    return { is, payee, clause, line, amount: unitsOfMajor(amount) };
  });
  if (by === 'line') return all;
  const sums = new Map<string, Item>();
  for (const { is, clause, amount } of all) {
    const key = JSON.stringify([is, clause]);
    sums.set(key, { is, payee, clause, amount: amount + (sums.get(key)?.amount ?? 0n) });
  }
  return [...sums.values()];
}

function entryOfItem(day: Day, { is, payee, clause, line, amount }: Item): Entry {
  const { debit, credit } = sides[is];
  const under = clause === undefined ? '' : ` under ${clause}`;
  return {
    day,
    description: `${line ?? payee}, ${is}${under}`,
    postings: [
      { account: debit(payee), amount },
      { account: credit(payee), amount: -amount },
    ],
  };
}

function entryOfPayment(day: Day, { payee, paid: major }: Statement): readonly Entry[] {
  const amount = unitsOfMajor(major);
  const postings = [
    { account: owed(payee), amount },
    { account: paid(payee), amount: -amount },
  ];
  return amount === 0n ? [] : [{ day, description: `${payee}, paid`, postings }];
}

type Side = (payee: string) => Account;

const sides: Readonly<Record<ItemName, Readonly<{ debit: Side; credit: Side }>>> = {
  held: { debit: owed, credit: held },
  released: { debit: held, credit: owed },
  'on account': { debit: onAccount, credit: owed },
  'on account settled': { debit: owed, credit: onAccount },
  recoverable: { debit: recoverable, credit: owed },
  recovered: { debit: owed, credit: recoverable },
  'written off': { debit: writtenOff, credit: recoverable },
  'write-off reversed': { debit: owed, credit: writtenOff },
};
