import type { AsAt, Fact } from '../facts/index.ts';
import type { GivenLine } from './pay/given.ts';
import type { PaymentPlan } from './plan/payment-plan.ts';
import type { Plan } from './plan/plan.ts';

export type { AsAt } from '../facts/index.ts';

/** A row of facts that could not be read, as far as it was legible. */
export type Unread = Readonly<{ participant?: string; kind?: string }>;

/** As at which two days, and what may be said besides the facts. */
export type AsAtRequest = AsAt &
  Readonly<{
    /** Rows that could not be read: they make what they may decide not known. */
    unread?: readonly Unread[];
    /** Lines that were settled, of participants whose facts have been erased. */
    given?: readonly GivenLine[];
    /** How many participants have been settled, of how many. */
    onProgress?: (done: number, total: number) => void;
  }>;

/** What a settlement rests on; the terms of payment where it is asked what is held. */
export type Basis = Readonly<{
  plan: Plan;
  facts: readonly Fact[];
  asAt: AsAtRequest;
  payment?: PaymentPlan;
}>;
