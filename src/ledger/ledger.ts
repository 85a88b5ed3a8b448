import { assert } from '../problem/index.ts';
import { type Account, accountName } from './account.ts';
import type { Entry, Posting } from './entry.ts';

/** Entries in the order of their days, in one currency, and what they come to. */
export type Ledger = Readonly<{
  currency: string;
  entries: readonly Entry[];
  /** By the name of the account. */
  balances: ReadonlyMap<string, Balance>;
}>;

export type Balance = Readonly<{ account: Account; amount: bigint }>;

/** A ledger in which nothing stands yet. */
export function emptyLedger(currency: string): Ledger {
  return { currency, entries: [], balances: new Map() };
}

/** A ledger with more entries at its end. Nothing that stands in one is ever changed. */
export function append(ledger: Ledger, entries: readonly Entry[]): Ledger {
  let last = ledger.entries.at(-1)?.day;
  const balances = new Map(ledger.balances);
  for (const entry of entries) {
    assert(last === undefined || entry.day >= last, 'no entry is earlier than those before it');
    assert(entry.postings.length > 1, 'an entry has at least two postings');
    assert(sumOf(entry.postings) === 0n, 'the debits of an entry equal its credits');
    for (const posting of entry.postings) post(balances, posting);
    last = entry.day;
  }
  return { ...ledger, entries: [...ledger.entries, ...entries], balances };
}

function post(balances: Map<string, Balance>, { account, amount }: Posting): void {
  const name = accountName(account);
  const before = balances.get(name)?.amount ?? 0n;
  balances.set(name, { account, amount: before + amount });
}

function sumOf(amounts: readonly Readonly<{ amount: bigint }>[]): bigint {
  return amounts.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Throws a fault unless debits equal credits and every balance is what its postings come to. */
export function assertSound({ currency, entries, balances }: Ledger): void {
  const again = append(emptyLedger(currency), entries);
  assert(sumOf([...balances.values()]) === 0n, 'the debits of a ledger equal its credits');
  assert(again.balances.size === balances.size, 'every account with a balance has postings');
  for (const [name, { amount }] of again.balances) {
    assert(balances.get(name)?.amount === amount, 'a balance is what its postings come to');
  }
}
