import type { Account } from '../../ledger/index.ts';

// The accounts of a contract, by purpose and party. What has fallen due from its payers is debited;
// how it stands with those who earned it is credited. So all of them together come to nothing.

/** All that has fallen due from a payer to date, paid since or not. */
export function due(payer: string): Account {
  return ['due', payer];
}

/** Earned, and in none of the accounts below. */
export function owed(payee: string): Account {
  return ['owed', payee];
}

/** Paid to date. */
export function paid(payee: string): Account {
  return ['paid', payee];
}

/** Earned, and not paid while it is disputed. */
export function held(payee: string): Account {
  return ['held', payee];
}

/** Paid on claims that are not decided. */
export function onAccount(payee: string): Account {
  return ['on account', payee];
}

/** Paid, not owed any more, and to be taken back. */
export function recoverable(payee: string): Account {
  return ['recoverable', payee];
}

/** Paid, not owed any more, and not to be taken back. */
export function writtenOff(payee: string): Account {
  return ['written off', payee];
}

// What is owed by nobody is a memorandum, balanced against itself: the account above those of the
// parties holds the other side, so that with them it comes to nothing.

export const unverifiedOfAll: Account = ['memorandum', 'earned but unverified'];

/** What would be owed if everything that waits for verification were verified. */
export function unverified(payee: string): Account {
  return ['memorandum', 'earned but unverified', payee];
}

export const reservedOfAll: Account = ['memorandum', 'reserved'];

/** What is set aside for those who are attached. */
export const reserved: Account = ['memorandum', 'reserved', 'attachments'];
