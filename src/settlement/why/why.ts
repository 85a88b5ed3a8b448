import type { Day } from '../../calendar/index.ts';
import type { Rounding } from '../../money/index.ts';
import type { OtherFactor } from '../due/due.ts';
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
  /** Of a line that is only forecast: at the end of which day it is owed. */
  closesOn?: Day;
  version: number;
  currency: string;
  sentences: readonly string[];
  /** Ids of the facts it rests on. */
  facts: readonly string[];
  price: WhyPrice;
  /**
   * By what the list price is multiplied, in this order. What is added goes between the factors
   * that make a price (taper to later rate) and all others.
   */
  factors: readonly WhyFactor[];
  /** Fixed sums that are added to the price. */
  additions?: readonly Readonly<{ amount: string; clause: string }>[];
  rounding: WhyRounding;
  gross: string;
  /** What is not paid for reasons other than a limit. */
  notPaid: readonly WhyUnpaid[];
  /** The line as it stood in line, in one part or more, and the limits it met. */
  parts: readonly WhyPart[];
  /** What payers' own limits cut of it after that. */
  payerCuts?: readonly Readonly<{ amount: string; clause: string }>[];
  /** Who pays how much of it, where the page names payers. */
  payers?: readonly Readonly<{ payer: string; amount: string }>[];
  amount: string;
}>;

export type WhyPrice = Readonly<{
  list: string;
  year: number;
  /** The row of the rate card; null where none fits. */
  row: Readonly<{
    years: string | null;
    with: readonly string[];
    tier: string | null;
    /** Which volume band, from 1. */
    band?: number;
  }> | null;
}>;

export type WhyFactor = Readonly<{
  name: OtherFactor['name'] | 'reverse';
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
  limits: readonly WhyLimit[];
}>;

/** What a limit left; where it is shared in proportion, also how much is over which sum. */
export type WhyLimit = Readonly<{
  clause: string;
  left: string;
  shared?: Readonly<{ sum: string; over: string }>;
}>;
