import { accountName, balancesInOrder } from '../ledger/index.ts';
import { formatMajor } from '../money/index.ts';
import type { Booked } from '../service/index.ts';

/** A ledger as programs read it; docs/cli.md lists the keys. */
export function journalJson({ result, ledger }: Booked) {
  const { contract, language, engine, currency, asAt, knownAt } = result;
  const moved = ({ account, amount }: ReturnType<typeof balancesInOrder>[number]) => ({
    account: accountName(account),
    amount: formatMajor(amount, currency),
  });
  const entries = ledger.entries.map((entry) => ({
    ...entry,
    postings: entry.postings.map(moved),
  }));
  const balances = balancesInOrder(ledger).map(moved);
  return { contract, language, engine, currency, asAt, knownAt, entries, balances };
}
