import type { DayNumber, Length } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';
import type { PeriodPlan } from './period-plan.ts';

/** A number about a whole cohort, taken on a stated day. It reads facts and outcomes, not money. */
export type MeasurePlan = Readonly<{
  name: string;
  /** `Measures/Fewer jail days`: section and name. */
  clause: string;
  /** Its place on the page, after every outcome. */
  order: number;
  /** The sentence as the page says it, for reasons. */
  wording: string;
  core: MeasureCore;
  /** Whether reasons say an estimate or a weighted sum in percent, as the page says its marks. */
  inPercent?: boolean;
  /** Whether a cohort is of those referred or of those attached in it. */
  of: 'referred' | 'attached';
  cohorts: readonly CohortPlan[];
  per: 'provider' | 'programme';
  /** Only what falls within this length from the day of referral or attachment counts. */
  within?: Length;
  against?: Against;
  /**
   * People of whom it is not known whether they achieved an outcome it counts: they are left out
   * of the number of people, or count as not.
   */
  unknown: 'left out' | 'not';
}>;

/** The people of a period, and the day on which the number about them is taken. */
export type CohortPlan = PeriodPlan & Readonly<{ takenOn: DayNumber }>;

/** Which facts are counted. */
type OfFacts = Readonly<{
  kinds: readonly string[];
  /**
   * Known only once this source is recorded complete for every kind on all days that count; absent
   * where what is not recorded is presumed not to have happened.
   */
  completeSource?: string;
}>;

export type MeasureCore =
  /** How often any of these outcomes was achieved by the people of the cohort. */
  | Readonly<{ is: 'number'; outcomes: readonly string[] }>
  /** The share of the people who achieved any of them at least once. */
  | Readonly<{ is: 'share'; outcomes: readonly string[] }>
  /** Achievements whose day falls in the period, whoever's, for each of the period's people. */
  | Readonly<{ is: 'rate'; outcomes: readonly string[] }>
  /** The share of the people with any such fact; or all such facts, for each of the people. */
  | (Readonly<{ is: 'share with' | 'per head' }> & OfFacts)
  /** All such facts, for each of those people who have any. */
  | (Readonly<{ is: 'per one with any' }> & OfFacts)
  /** The share of the people who had all of these characteristics on their day. */
  | Readonly<{ is: 'share having'; with: readonly string[] }>
  /** Of the values recorded on facts of these kinds: their sum, or the sum for each person. */
  | (Readonly<{ is: 'total' | 'mean' }> & OfFacts)
  /** The last score less the first, in the good direction, on average over those with two. */
  | Readonly<{ is: 'mean change'; kind: string; better: 'higher' | 'lower' }>
  /**
   * A fact of the kind of the measure's name, recorded for the cohort (and, where it is for each
   * provider, for the provider), exactly as it was signed.
   */
  | Readonly<{ is: 'estimated'; bound: 'value' | 'low' | 'high' }>
  /** The values of other measures for the same cohort, each times its weight. */
  | Readonly<{ is: 'weighted'; parts: readonly Readonly<{ measure: string; weight: Fraction }>[] }>;

/** With what the number is compared: a fixed value, or the same number about another cohort. */
export type Against = Readonly<{
  /** How far above it, how far below it, or what share of it. */
  how: 'rise above' | 'fall below' | 'share of';
  value: Readonly<{ is: 'number'; number: Fraction } | { is: 'cohort'; cohort: PeriodPlan }>;
  /** The rise or fall as a share of what it is compared with. */
  relative: boolean;
}>;

/** What a measure pays for each cohort (and provider, where it is for each provider). */
export type MeasurePayment = Readonly<{
  measure: string;
  clause: string;
  /** Its place on the page among lines that are no outcome's. */
  order: number;
  pays: MeasurePays;
  /** To whom, where the measure is for the programme. */
  to: MeasurePayees;
}>;

export type MeasurePays =
  /** The row whose bounds hold the exact value; rows leave no gap and no overlap. */
  | Readonly<{ is: 'rows'; rows: readonly MeasureRow[] }>
  /**
   * For each one of the people (or outcomes, or facts) by which the number counted is above, or
   * below, so much for each of those over whom it is counted: a share of them, or a number each.
   */
  | Readonly<{
      is: 'each one beyond';
      side: 'above' | 'below';
      mark: Readonly<{ is: 'share' | 'number'; value: Fraction }>;
      amount: Fraction;
      whole: boolean;
    }>
  /**
   * The second test: if the measure, once taken, is at least this, the amount is paid for each
   * cohort of another measure for which nothing else has been paid.
   */
  | Readonly<{ is: 'each cohort unpaid'; of: string; least: Fraction; amount: Fraction }>;

/** From `least` (included) to under `under`; absent ends are open. Amounts in minor units. */
export type MeasureRow = Readonly<{
  least?: Fraction;
  under?: Fraction;
  amount: Fraction;
  /** So much for each `unit` of the value above `above`: whole units alone, or in proportion. */
  each?: Readonly<{ amount: Fraction; unit: Fraction; above: Fraction; whole: boolean }>;
}>;

export type MeasurePayees =
  /** The provider of the measure, or the only one that has joined. */
  | Readonly<{ is: 'own' }>
  | Readonly<{ is: 'equally' | 'by attachments' }>
  | Readonly<{ is: 'shares'; shares: readonly Readonly<{ provider: string; share: Fraction }>[] }>;

/**
 * Lines of these outcomes and measures are paid only if the measure, of the cohort of the line's
 * attachment (or of the same cohort), is at least so much: until it is taken they wait.
 */
export type GatePlan = Readonly<{
  clause: string;
  outcomes: readonly string[];
  measures: readonly string[];
  measure: string;
  least: Fraction;
  /** More than `least`, not just as much. */
  strictly: boolean;
}>;
