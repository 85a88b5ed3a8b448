export { type Account, accountName } from './account.ts';
export { type AccountSum, accountTree, balancesInOrder } from './account-tree.ts';
export type { Entry, Posting } from './entry.ts';
export { journal } from './journal.ts';
export { append, assertSound, type Balance, emptyLedger, type Ledger } from './ledger.ts';
