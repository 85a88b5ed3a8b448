import { dayNumber } from '../../calendar/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import { lineOfAccount, openAccount, type PayeeAccount } from './account.ts';
import type { Outstanding, OutstandingItem } from './outstanding.ts';

/** The account of every payee as the last settlement left it. */
export type Accounts = Map<string, PayeeAccount>;

export function accountOf(accounts: Accounts, payee: string): PayeeAccount {
  const known = accounts.get(payee) ?? openAccount(payee);
  accounts.set(payee, known);
  return known;
}

/** Opens the accounts with what the last settlement left outstanding. */
export function accountsFrom(outstanding: Outstanding | undefined): Accounts {
  const accounts: Accounts = new Map();
  if (outstanding === undefined) return accounts;
  const lineFor = ({ payee, line }: OutstandingItem) =>
    lineOfAccount(accountOf(accounts, payee), line);
  for (const item of outstanding.held) lineFor(item).held += unitsOfMajor(item.amount);
  for (const item of outstanding.onAccount) lineFor(item).onAccount += unitsOfMajor(item.amount);
  for (const item of outstanding.writtenOff) lineFor(item).writtenOff += unitsOfMajor(item.amount);
  for (const debt of outstanding.debts) {
    const line = lineFor(debt);
    if (debt.paidOn === null) {
      line.charge += unitsOfMajor(debt.amount);
      continue;
    }
    line.debt += unitsOfMajor(debt.amount);
    line.exempt = debt.exempt;
    line.paidOn = dayNumber(debt.paidOn);
  }
  return accounts;
}
