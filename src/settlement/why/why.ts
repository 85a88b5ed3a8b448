import type { Day } from '../../calendar/index.ts';
import type { Rounding } from '../../money/index.ts';
import type { Reason } from '../pay/draft.ts';

/**
 * Why a line is what it is: in sentences, and as data from which its amount can be worked out
 * again. Money is text in whole units of the currency, exact; fractions that do not end are n/d.
 */
export type Why = Readonly<{
  line: string;
  clause: string;
  outcome: string;
  number: number | string;
  participant?: string;
  provider: string;
  payer: string;
  payee: string;
  day: Day;
  payableOn: Day | null;
  version: number;
  currency: string;
  sentences: readonly string[];
  /** Ids of the facts it rests on. */
  facts: readonly string[];
  price: WhyPrice;
  /** By what the list price is multiplied, in this order. */
  factors: readonly WhyFactor[];
  rounding: WhyRounding;
  gross: string;
  /** What is not paid for reasons other than a limit. */
  notPaid: readonly WhyUnpaid[];
  /** The line as it stood in line, in one part or more, and the limits it met. */
  parts: readonly WhyPart[];
  amount: string;
}>;

export type WhyPrice = Readonly<{
  list: string;
  year: number;
  /** The row of the rate card; null where none fits. */
  row: Readonly<{ years: string | null; with: readonly string[]; tier: string | null }> | null;
}>;

export type WhyFactor = Readonly<{
  name: 'taper' | 'index' | 'deadweight' | 'discount' | 'uplift' | 'quantity' | 'share';
  value: string;
  clause?: string;
  fact?: string;
}>;

/** The unit is in the currency's smallest units. */
export type WhyRounding = Readonly<{ unit: string; direction: Rounding['direction'] }> &
  (
    | Readonly<{ how: 'line' }>
    | Readonly<{ how: 'running'; before: string }>
    | Readonly<{ how: 'total'; takesOddUnit: boolean }>
    | Readonly<{ how: 'difference'; sum: string }>
  );

export type WhyUnpaid = Readonly<{ reason: Reason; amount: string; clause: string }>;

export type WhyPart = Readonly<{
  amount: string;
  limits: readonly Readonly<{ clause: string; left: string }>[];
}>;
