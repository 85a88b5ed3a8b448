import type { DayNumber, Length, WorkingDays } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';
import type { ClosingPeriod, Over, PeriodPlan } from './period-plan.ts';

// What is paid, limited, shared or taken besides the price of an outcome. Amounts are in minor
// units, exact.

/** A grant or a fee: sums for stated periods, whatever is achieved. */
export type FeePlan = Readonly<{
  clause: string;
  /** What the line is called: `grant` or `fee`. */
  name: 'grant' | 'fee';
  order: number;
  to:
    | Readonly<{ is: 'each provider' }>
    /** In equal parts to the providers of the day on which it falls due. */
    | Readonly<{ is: 'all providers' }>
    | Readonly<{ is: 'provider'; provider: string }>;
  /** On joining, once; or for periods. */
  on: Readonly<{ is: 'joining'; amount: Fraction } | { is: 'periods'; parts: readonly FeePart[] }>;
}>;

/** Paid by the day to a provider that was there for a part of the period only. */
export type FeePart = PeriodPlan & Readonly<{ amount: Fraction; dueOn: DayNumber }>;

/** Paid before it is earned, and taken off what is earned after it until it is worked off. */
export type AdvancePlan = Readonly<{
  clause: string;
  order: number;
  amount: Fraction;
  on: Readonly<{ is: 'joining' } | { is: 'day'; day: DayNumber }>;
  /** The share of each later line of the provider that works it off. */
  share: Fraction;
}>;

/** A sum shared among providers by how often outcomes were achieved in a period. */
export type PotPlan = Readonly<{
  clause: string;
  order: number;
  outcomes: readonly string[];
  /** A period closes at the end of `closesOn`; until then shares are forecast. */
  periods: readonly ClosingPeriod[];
  size:
    | Readonly<{ is: 'fixed'; amount: Fraction }>
    /** So much for each, but no less than the floor and no more than the ceiling in all. */
    | Readonly<{ is: 'by results'; each: Fraction; floor: Fraction; ceiling: Fraction }>;
}>;

/** What is short of a promise to a provider, paid when the year has closed. */
export type GuaranteePlan = Readonly<{
  clause: string;
  order: number;
  years: readonly ClosingPeriod[];
  least:
    | Readonly<{ is: 'referrals'; count: number; amountShort: Fraction }>
    | Readonly<{ is: 'payment'; amount: Fraction }>;
}>;

/** So much is taken off for each fact of these kinds. */
export type DeductionPlan = Readonly<{
  clause: string;
  order: number;
  kinds: readonly string[];
  amount: Fraction;
}>;

/** A limit over lines of many: see `LimitPlan` for those of one participant. */
export type WideLimitPlan = Readonly<{
  clause: string;
  most: Fraction;
  per:
    | Readonly<{ is: 'contract' | 'each provider' }>
    | Readonly<{ is: 'provider'; provider: string }>
    | Readonly<{ is: 'group'; group: string }>;
  /** Names of outcomes and measures; absent: every line, fees and grants included. */
  outcomes?: readonly string[];
  eachYear: boolean;
  /**
   * The periods at whose close it is shared in proportion to what is earned, in order: the years,
   * or the whole contract. Absent: first come.
   */
  shared?: readonly ClosingPeriod[];
}>;

/**
 * Lines of these outcomes are paid for no more than this share, rounded down, of the people counted
 * so far. Those above wait in line until there are people enough.
 */
export type CountLimitPlan = Readonly<{
  clause: string;
  outcomes: readonly string[];
  share: Fraction;
  of: 'referred' | 'attached';
  /** Whether each provider's own people and lines are counted, or those of all together. */
  per: 'contract' | 'provider';
}>;

/** Volume bands of an outcome: how many achievements each holds, in the order of the page. */
export type BandsPlan = Readonly<{
  clause: string;
  /** The last is without end. */
  sizes: readonly (number | undefined)[];
  per: 'contract' | 'provider';
  over: Over;
  /** `own`: each achievement at the price of its band; `reached`: all at that of the last band. */
  how: 'own' | 'reached';
}>;

/** Once so much has been earned for outcomes, these pay a share of their price. */
export type LaterRatePlan = Readonly<{
  clause: string;
  sum: Fraction;
  per: 'contract' | 'provider';
  outcomes: readonly string[];
  share: Fraction;
}>;

/** Who pays. The first rule that covers a line divides it; the commissioner pays the rest. */
export type PayerPlan = Readonly<{
  clause: string;
  /** Names of outcomes and measures; absent: every line. */
  outcomes?: readonly string[];
  pays: /** Each a share of the running total for provider, payee and clause. */
    | Readonly<{ is: 'shares'; shares: readonly Readonly<{ payer: string; share: Fraction }>[] }>
    /** The first so much (in all, or in each year), then another. */
    | Readonly<{ is: 'first'; payer: string; sum: Fraction; eachYear: boolean; rest: string }>
    /** So much of each line, then another. */
    | Readonly<{ is: 'fixed'; payer: string; amount: Fraction; rest: string }>;
}>;

/** The most that one payer pays. Beyond it another pays, or nobody. */
export type PayerLimitPlan = Readonly<{
  clause: string;
  payer: string;
  most: Fraction;
  eachYear: boolean;
  beyond?: string;
}>;

/** When a fact is known too late to count, and when a claim counts because nobody has decided. */
export type TimelinessPlan = Readonly<{
  /** Known later than this length from its own (last) day, it does not count. */
  within?: Readonly<{ clause: string; length: Length }>;
  by?: Readonly<{ clause: string; day: DayNumber }>;
  /** Known later than this length after the end of the year of its own (last) day. */
  yearCloses?: Readonly<{ clause: string; length: Length }>;
  /** Claimed or waiting for this long since it became known, it counts as verified from then. */
  deemed?: Readonly<{ clause: string; length: Length }>;
  /** What is known by one of these methods, as fraud, is never too late. */
  except?: readonly string[];
  working?: WorkingDays;
}>;

/** What happens when a provider or the whole programme ends. */
export type EndingPlan = Readonly<{
  /** Outcomes later than this after their provider left are not paid. */
  afterLeaving?: Readonly<{ clause: string; length: Length }>;
  /** Outcomes later than this after the programme's last day are not paid. */
  runOff?: Readonly<{ clause: string; length: Length }>;
}>;

/** On a subcontract's page: whose attachments under the page above are attached here, to whom. */
export type AttachedHere = Readonly<{ provider: string; with: readonly string[]; to: string }>;
