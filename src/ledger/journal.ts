import { formatMajor, getCurrency } from '../money/index.ts';
import { unseenCharacter } from '../problem/index.ts';
import { accountName } from './account.ts';
import { balancesInOrder } from './account-tree.ts';
import type { Entry } from './entry.ts';
import type { Ledger } from './ledger.ts';

/**
 * A ledger as a journal of hledger, piece by piece: the currency and every account are declared,
 * and each posting asserts what its account holds after it, so that `hledger check --strict`
 * works every balance out for itself and compares it. The same ledger gives the same bytes.
 */
export function* journal(ledger: Ledger, heading: readonly string[]): Generator<string> {
  const { currency, entries } = ledger;
  const names = balancesInOrder(ledger).map(({ account }) => accountName(account));
  for (const line of heading) yield `; ${oneLine(line)}\n`;
  yield `\ndecimal-mark .\ncommodity ${currency} 1000.${'0'.repeat(exponentOf(currency))}\n\n`;
  for (const name of names) yield `account ${name}\n`;
  const width = names.reduce((most, { length }) => Math.max(most, length), 0);
  const balances = new Map<string, bigint>();
  for (const entry of entries) yield entryText(entry, { currency, width, balances });
}

type Printing = Readonly<{ currency: string; width: number; balances: Map<string, bigint> }>;

function entryText(
  { day, description, postings }: Entry,
  { currency, width, balances }: Printing,
): string {
  const lines = postings.map(({ account, amount }) => {
    const name = accountName(account);
    const balance = (balances.get(name) ?? 0n) + amount;
    balances.set(name, balance);
    const money = `${currency} ${formatMajor(amount, currency)}`;
    return `    ${name.padEnd(width)}  ${money} = ${currency} ${formatMajor(balance, currency)}\n`;
  });
  return `\n${day} ${oneLine(description)}\n${lines.join('')}`;
}

function exponentOf(currency: string): number {
  return getCurrency(currency).exponent;
}

// A semicolon would begin a comment; what ends a line, or cannot be seen, would part or hide it.
const unsafe = new RegExp(`[;\\s]|${unseenCharacter.source}`, 'gu');

function oneLine(text: string): string {
  return text.replace(unsafe, (character) => (character === ';' ? ',' : ' ')).trim();
}
