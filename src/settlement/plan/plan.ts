import type { DayNumber, Length, WorkingDays, YearlyDate } from '../../calendar/index.ts';
import type { FactState } from '../../facts/index.ts';
import type { Fraction, Rounding } from '../../money/index.ts';
import type { GatePlan, MeasurePayment, MeasurePlan } from './measure-plan.ts';
import type {
  AdvancePlan,
  AttachedHere,
  BandsPlan,
  CountLimitPlan,
  DeductionPlan,
  EndingPlan,
  FeePlan,
  GuaranteePlan,
  LaterRatePlan,
  PayerLimitPlan,
  PayerPlan,
  PotPlan,
  TimelinessPlan,
  WideLimitPlan,
} from './money-plan.ts';

/**
 * What the engine runs: every version of a contract with its words worked out to numbers, once for
 * each group, so that nothing below asks what a sentence means. Made by `planOf` from checked
 * contracts.
 */
export type Plan = Readonly<{
  currency: string;
  /** The commissioner: pays every line of which the page names no other payer. */
  payer: string;
  startsOn: DayNumber;
  endsOn: DayNumber;
  /** The date on which each year after the first begins; absent: the anniversary of the start. */
  yearsRunFrom?: YearlyDate;
  /** In the order of the days from which they count; the first counts from the beginning. */
  versions: readonly VersionPlan[];
}>;

export type VersionPlan = Readonly<{
  version: number;
  /** The hash of the terms: the version's identity. */
  hash: string;
  countsFrom: DayNumber;
  /** Whether it takes outcomes that fall, or attachments that are made, from its day on. */
  countsFor: 'outcomes' | 'attachments';
  groups: ReadonlyMap<string, GroupPlan>;
  /** Kinds that set a participant aside without fault, from their day on. */
  setAsideBy: readonly string[];
  whose: 'attached' | 'first' | 'last';
  /** Routes of which only one pays, each a set of outcomes. */
  routes: readonly RoutePlan[];
  rounding: Rounding;
  /** `line`: each line is rounded; `total`: each provider's sum for a clause is rounded once. */
  roundingOf: 'line' | 'total';
  /** How long an attachment lasts at most, counted from its day. */
  partEnds?: Length;
  /** The last day on which anybody is referred. */
  referralsUntil?: DayNumber;
  /** Kinds whose sources are ranked, highest first: on the same days a higher overrides a lower. */
  ranks?: ReadonlyMap<string, readonly string[]>;
  /** Everything that is not about one participant; absent where the page says nothing of it. */
  whole?: WholePlan;
}>;

/** What a version says of cohorts, of lines that are nobody's, and of all lines together. */
export type WholePlan = Readonly<{
  measures: readonly MeasurePlan[];
  measurePayments: readonly MeasurePayment[];
  gates: readonly GatePlan[];
  fees: readonly FeePlan[];
  advances: readonly AdvancePlan[];
  pots: readonly PotPlan[];
  guarantees: readonly GuaranteePlan[];
  deductions: readonly DeductionPlan[];
  limits: readonly WideLimitPlan[];
  counts: readonly CountLimitPlan[];
  laterRates: readonly LaterRatePlan[];
  payers: readonly PayerPlan[];
  payerLimits: readonly PayerLimitPlan[];
  timeliness: TimelinessPlan;
  ending: EndingPlan;
  /** Present on a subcontract's page: no other attachment counts. */
  attachedHere?: readonly AttachedHere[];
}>;

/** Clause of the sentence, and the sets of outcomes of which only the dearest achieved pays. */
export type RoutePlan = Readonly<{ clause: string; sets: readonly (readonly string[])[] }>;

export type GroupPlan = Readonly<{
  group: string;
  /** In page order. An outcome that this group cannot earn is absent. */
  outcomes: readonly OutcomePlan[];
  limits: readonly LimitPlan[];
}>;

/** No more than `most` (in minor units) over these outcomes, or over every outcome. */
export type LimitPlan = Readonly<{
  clause: string;
  most: Fraction;
  per: 'participant' | 'attachment' | 'referral';
  outcomes?: readonly string[];
  /** The limit starts afresh in each year of the contract. */
  eachYear: boolean;
}>;

export type OutcomePlan = Readonly<{
  name: string;
  /** Its place on the page among the outcomes of all groups; absent: its place in the list. */
  order?: number;
  /** `Outcomes/Settled`: section and name. */
  clause: string;
  /** The sentence as the page says it, for reasons. */
  wording: string;
  condition: Condition;
  window?: WindowPlan;
  /** How often it can be achieved in its scope. Where every day counts: how many days. */
  times: number | 'any';
  scope: 'participant' | 'attachment' | 'referral';
  /** Each of these outcomes has been achieved on or before its day. */
  onlyAfter: readonly string[];
  /** Outcomes whose earnings are taken from this one's price. */
  takesThePlaceOf: readonly string[];
  /** Only days on which the participant is attached count. */
  whileAttached?: boolean;
  pausedBy: readonly string[];
  /** States of a fact that count; `['verified']` unless the page names others. */
  states: readonly FactState[];
  /** What ends early, but not before this length, is paid in proportion to its days. */
  partialFrom?: Length;
  /** A fact not known within this length of the outcome's day comes too late. */
  knownWithin?: Length;
  price: PricePlan;
}>;

/** Kinds in a list are alternatives: a day in any of them counts once. */
export type Condition =
  /** A recorded fact is the outcome: one of the kinds, or a claim under its own name. */
  | Readonly<{ is: 'happens'; kinds: readonly string[] }>
  | Readonly<{
      is: 'lasts';
      kinds: readonly string[];
      atLeast?: Bound;
      /** Days also in one of these do not count. */
      less: readonly string[];
      /** A day counts only once this source is recorded complete for `less` on it. */
      lessCompleteSource?: string;
      length: Length;
      how: 'in one go' | 'in total';
      /** Longest gap that neither breaks the run nor counts. */
      gapMax?: Length;
    }>
  /** None of the kinds within the outcome's window, which it must have. */
  | Readonly<{
      is: 'absent';
      kinds: readonly string[];
      /** The source that must be recorded complete for the window; absent when presumed. */
      completeSource?: string;
      presumed: boolean;
    }>
  /** A later score differs from the first in the window by at least `by`, in the good direction. */
  | Readonly<{
      is: 'improves';
      kind: string;
      by: Fraction;
      /** `by` is a share of the first score, not a difference. */
      ofFirst?: boolean;
      better: 'higher' | 'lower';
    }>
  /** All of these outcomes are achieved, on the day of the last; or any, on that of the first. */
  | Readonly<{ is: 'all of' | 'any of'; outcomes: readonly string[] }>
  | Readonly<{ is: 'scores'; kind: string; least: Fraction; better: 'higher' | 'lower' }>
  /** The recorded values add up to `amount`: of money, hours, or days by value. */
  | Readonly<{ is: 'adds up'; kinds: readonly string[]; amount: Fraction; perWeek: boolean }>
  /** Every day counts, as one line for each calendar month; all once `onceReached` is achieved. */
  | Readonly<{
      is: 'each day';
      kinds: readonly string[];
      /** Every day of the window counts but for those in `less`; `kinds` is empty. */
      everyDay?: true;
      atLeast?: Bound;
      less: readonly string[];
      lessCompleteSource?: string;
      onceReached?: string;
    }>
  /** Every unit of the recorded value counts, one line for each fact. */
  | Readonly<{ is: 'each unit'; kinds: readonly string[] }>;

/** Only spells whose recorded value is at least (or, strictly, more than) this, and under that. */
export type Bound = Readonly<{ least: Fraction; strictly: boolean; under?: Fraction }>;

/** The days on which it must happen. Absent ends are open. Paused days lengthen it. */
export type WindowPlan = Readonly<{
  /** Where the window is counted from; a date needs no anchor. */
  anchor: Anchor;
  /** `after N of the anchor`: the window opens only when this length from the anchor has passed. */
  opensAfter?: Length;
  /** `within N of X`: the anchor's day is the first day of N. `after X`: from the next day. */
  starts: 'on the day' | 'the next day';
  length?: Length;
  /** Last day whatever the length, such as `by 31 March 2028`. */
  lastDay?: DayNumber;
  firstDay?: DayNumber;
  /** For lengths in working days. */
  working?: WorkingDays;
}>;

export type Anchor =
  | Readonly<{ is: 'attachment' | 'referral' | 'contract' }>
  /** The first occurrence (or first day of a spell) of the kind, on or after the scope began. */
  | Readonly<{ is: 'kind'; kind: string }>
  | Readonly<{ is: 'outcome'; outcome: string }>;

export type PricePlan = Readonly<{
  /** The first row that fits the line pays; the page is checked so that exactly one fits. */
  rows: readonly PriceRow[];
  /** Which day's year picks the row, the taper and the index. */
  yearOf: 'outcome' | 'attachment';
  /** Multiply by quantity: days, or units of the recorded value. */
  perUnit: boolean;
  /** Percentages of the list price by year; a year without one is 100%. */
  taper: readonly YearFactor[];
  index: readonly YearFactor[];
  /** 1/6 where one in six would have happened anyway. Zero where there is none. */
  deadweight: Fraction;
  /** Years of the contract in which the provider's own discount bites; absent: it does not. */
  discountFromYear?: number;
  /** The largest that fits the participant applies, once. */
  uplifts: readonly UpliftPlan[];
  /** Fixed sums that are added after every factor, all that fit, before the one rounding. */
  additions?: readonly AdditionPlan[];
  /** The provider pays: the price is taken, not given. */
  reverse?: Readonly<{ clause: string }>;
  /** How many achievements each band of the rows holds. */
  bands?: BandsPlan;
  /** Shares of the line paid to somebody other than the provider. */
  shares: readonly Readonly<{ payee: string; share: Fraction; clause: string }>[];
}>;

/** A price in minor units, exact, for the lines that fit all of its conditions. */
export type PriceRow = Readonly<{
  years?: Readonly<{ first: number; last: number }>;
  /** Characteristics all of which the participant must have, such as `area=Leeds`. */
  with: readonly string[];
  /** Tiers of a score: by how much it improved, or what it reached; lower bound included. */
  tier?: Readonly<{ least: Fraction; under?: Fraction }>;
  /** Which of the outcome's bands, from 0. */
  band?: number;
  price: Fraction;
}>;

export type AdditionPlan = Readonly<{ clause: string; with: readonly string[]; amount: Fraction }>;

export type YearFactor = Readonly<{
  years: Readonly<{ first: number; last: number }>;
  factor: Fraction;
  clause: string;
}>;

export type UpliftPlan = Readonly<{ clause: string; with: readonly string[]; rate: Fraction }>;
