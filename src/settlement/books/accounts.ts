import type { Account } from '../../ledger/index.ts';

// The accounts of a programme, by purpose and party. What has fallen due from its payers is
// debited; where that stands with those who earned it is credited. So all of them together come
// to nothing, and what payers bear is what is owed, held and paid.

/** All that has fallen due from a payer to date, paid since or not. */
export function due(payer: string): Account {
  return ['due', payer];
}

/** Earned, and not paid yet. Below nothing: paid more than was earned in the end. */
export function owed(payee: string): Account {
  return ['owed', payee];
}

/**
 * What is not owed by anybody is a memorandum, balanced against itself: the account above those of
 * all parties holds the other side.
 */
export const unverifiedOfAll: Account = ['memorandum', 'earned but unverified'];

/** What would be owed if everything that waits for verification were verified. */
export function unverified(payee: string): Account {
  return ['memorandum', 'earned but unverified', payee];
}
