import { compareTexts } from '../../facts/index.ts';
import { type Account, accountName, type Entry, type Ledger } from '../../ledger/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { OutstandingItem } from '../payable/outstanding.ts';
import type { PaidResult } from '../payable/paid-result.ts';
import { held, onAccount, owed, paid, recoverable, writtenOff } from './accounts.ts';
import { dayOfSettlement } from './day-of-settlement.ts';

/** Of which days a settlement is, and what it leaves for the next. */
type Outlook = Pick<PaidResult, 'asAt' | 'knownAt' | 'outstanding'>;

/**
 * A settlement of which it is not known, item by item, what was paid on it and on those before it:
 * one entry for each payee puts into its accounts what the settlement left outstanding, and takes
 * all else that is owed as paid.
 */
export function broughtForward(ledger: Ledger, result: Outlook): readonly Entry[] {
  const day = dayOfSettlement(result);
  const targets = targetsOf(result);
  const payees = payeesOf(ledger, result);
  return payees.flatMap((payee) => {
    const moves = accountsOf(payee).map((account) => {
      const target = targets.get(accountName(account)) ?? 0n;
      return { account, amount: target - balanceOf(ledger, account) };
    });
    const rest = moves.reduce((sum, { amount }) => sum + amount, 0n);
    const all = [...moves, { account: paid(payee), amount: -rest }];
    const postings = all.filter(({ amount }) => amount !== 0n);
    return postings.length === 0
      ? []
      : [{ day, description: `${payee}, brought forward`, postings }];
  });
}

const purposes: ReadonlySet<string> = new Set(accountsOf('').map(([purpose]) => purpose));

/** Everybody who is owed anything, or with whom anything is outstanding. */
function payeesOf({ balances }: Ledger, { outstanding }: Outlook): readonly string[] {
  const booked = [...balances.values()].flatMap(({ account: [purpose, party] }) =>
    party !== undefined && purposes.has(purpose) ? [party] : [],
  );
  const {
    held: disputed = [],
    onAccount: claims = [],
    debts = [],
    writtenOff: lost = [],
  } = outstanding ?? {};
  const open = [...disputed, ...claims, ...debts, ...lost].map(({ payee }) => payee);
  return [...new Set([...booked, ...open])].sort(compareTexts);
}

function accountsOf(payee: string): readonly Account[] {
  return [held, onAccount, recoverable, writtenOff, owed].map((account) => account(payee));
}

function balanceOf({ balances }: Ledger, account: Account): bigint {
  return balances.get(accountName(account))?.amount ?? 0n;
}

/** What the accounts must hold, by their names. */
function targetsOf({ outstanding }: Outlook): ReadonlyMap<string, bigint> {
  const targets = new Map<string, bigint>();
  const add = (items: readonly OutstandingItem[] = [], account: typeof held, sign: bigint) => {
    for (const { payee, amount } of items) {
      const name = accountName(account(payee));
      targets.set(name, (targets.get(name) ?? 0n) + sign * unitsOfMajor(amount));
    }
  };
  add(outstanding?.held, held, -1n);
  add(outstanding?.onAccount, onAccount, 1n);
  add(outstanding?.debts, recoverable, 1n);
  add(outstanding?.writtenOff, writtenOff, 1n);
  return targets;
}
