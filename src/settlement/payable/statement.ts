/**
 * One move of money of a payee besides what is owed, never less than nothing:
 * - `held`, `released`: earned and not paid while disputed; paid or given up after all;
 * - `on account`, `on account settled`: paid on a claim; set against its decision;
 * - `recoverable`: paid before and not owed any more; `recovered`: taken back of that now;
 * - `written off`: of what is recoverable, never taken back; `write-off reversed`: owed again.
 */
export type PayableItem = Readonly<{
  is: ItemName;
  line: string;
  amount: bigint;
  /** The clause of the terms of payment that says so, where one does. */
  clause?: string;
}>;

export type ItemName =
  | 'held'
  | 'released'
  | 'on account'
  | 'on account settled'
  | 'recoverable'
  | 'recovered'
  | 'written off'
  | 'write-off reversed';

/** What is paid to one payee now, and how that comes from what its lines changed by. */
export type PayableStatement = Readonly<{
  payee: string;
  /** What its lines changed by: all that is paid for them less all that is taken back. */
  due: bigint;
  items: readonly PayableItem[];
  /** Never less than nothing: who owes carries it forward. */
  paid: bigint;
}>;

/** By which sign an item stands between what is due and what is paid. */
export const signs: Readonly<Record<ItemName, 1n | 0n | -1n>> = {
  held: -1n,
  released: 1n,
  'on account': 1n,
  'on account settled': -1n,
  recoverable: 1n,
  recovered: -1n,
  'written off': 0n,
  'write-off reversed': -1n,
};
