import type { Day } from '../../calendar/index.ts';

/**
 * What a settlement leaves for the next: money is text in whole units. It stands in the result, so
 * that the next settlement needs no other memory.
 */
export type Outstanding = Readonly<{
  /** Earned, and not paid while it is disputed. */
  held: readonly OutstandingItem[];
  /** Paid on claims that are not decided. */
  onAccount: readonly OutstandingItem[];
  /** Paid, not owed any more, and not taken back so far. */
  debts: readonly Debt[];
  /** Paid, not owed any more, and not to be taken back. */
  writtenOff: readonly OutstandingItem[];
  /**
   * On which day of settlement each line was last paid more. It is kept whatever the terms: later
   * ones may limit recovery by it.
   */
  paid: readonly Readonly<{ on: Day; lines: readonly string[] }>[];
}>;

export type OutstandingItem = Readonly<{ line: string; payee: string; amount: string }>;

export type Debt = OutstandingItem &
  Readonly<{
    /** When it had been paid; null for what was owed to the payer from the start. */
    paidOn: Day | null;
    /** Whether no limit of recovery holds for it. */
    exempt: boolean;
  }>;
