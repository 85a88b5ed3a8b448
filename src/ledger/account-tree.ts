import { type Account, accountName } from './account.ts';
import type { Balance, Ledger } from './ledger.ts';

/** An account with what it holds itself and what it holds with all accounts under it. */
export type AccountSum = Readonly<{ account: Account; own: bigint; all: bigint }>;

/** Every account and every account above it, each before those under it. */
export function accountTree({ balances }: Ledger): readonly AccountSum[] {
  const sums = new Map<string, { account: Account; own: bigint; all: bigint }>();
  for (const { account, amount } of balances.values()) {
    for (const above of pathTo(account)) {
      const name = accountName(above);
      const sum = sums.get(name) ?? { account: above, own: 0n, all: 0n };
      sum.all += amount;
      if (above.length === account.length) sum.own += amount;
      sums.set(name, sum);
    }
  }
  return [...sums.values()].sort((one, other) => compareAccounts(one.account, other.account));
}

/** Balances in the order of the names of their accounts, level by level. */
export function balancesInOrder({ balances }: Ledger): readonly Balance[] {
  return [...balances.values()].sort((one, other) => compareAccounts(one.account, other.account));
}

/** `['owed']`, then `['owed', 'Bright Futures']`. */
function pathTo([purpose, ...parties]: Account): readonly Account[] {
  return [[purpose], ...parties.map((_, at): Account => [purpose, ...parties.slice(0, at + 1)])];
}

function compareAccounts(one: Account, other: Account): number {
  for (const [at, level] of one.entries()) {
    const against = other[at];
    if (against === undefined) return 1;
    if (level !== against) return level < against ? -1 : 1;
  }
  return one.length - other.length;
}
