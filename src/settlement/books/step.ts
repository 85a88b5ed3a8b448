import type { PaidResult } from '../payable/paid-result.ts';

/** A settlement after the one before it; the first comes after nothing. */
export type Step = Readonly<{ previous?: PaidResult | undefined; result: PaidResult }>;
