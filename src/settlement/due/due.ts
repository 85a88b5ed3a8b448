import type { DayNumber } from '../../calendar/index.ts';
import { add, type Fraction, multiply, one, type Rounding, round } from '../../money/index.ts';
import type { Draft, Rounded, Unpaid } from '../pay/draft.ts';
import type { Factor } from '../pay/price.ts';
import { type Difference, partOfTotal } from '../pay/rounding-of-total.ts';
import type { VersionPlan } from '../plan/plan.ts';

/** A line from step 9 on, whatever it is for: an outcome, a grant, a measure, a share of a pot. */
export type Due = Readonly<{
  /** Its identity: clause, attachment (or cohort, or period), provider and number. */
  line: string;
  clause: string;
  /** The outcome or measure, or `grant`, `fee`, `advance`, `pot`, `guarantee`, `deduction` ... */
  outcome: string;
  participant?: string;
  /** The cohort, or else the period, of a line that is no participant's. */
  cohort?: string;
  period?: string;
  group?: string;
  provider: string;
  payee: string;
  number: number | string;
  day: DayNumber;
  /** Absent while it waits: for verification, a gate or a count. */
  payableOn?: DayNumber;
  /** The day by which it was earned, where a limit made it payable at its close, and no sooner. */
  earnedOn?: DayNumber;
  /** Its place on the page. */
  order: number;
  quantity: Fraction;
  /** Of one unit of the quantity, exact, in smallest units. */
  price: Fraction;
  gross: bigint;
  unpaid: readonly Unpaid[];
  /** How much of what is payable had been earned by when, in place in line; the last is all. */
  steps: readonly DueStep[];
  version: VersionPlan;
  basis: DueBasis;
}>;

export type DueStep = Readonly<{ payableOn: DayNumber; upTo: bigint }>;

export type DueBasis =
  | Readonly<{ is: 'outcome'; draft: Draft }>
  | Readonly<{ is: 'rounding'; difference: Difference }>
  | OtherBasis;

/** How a line that is no participant's came about: list x factors, rounded. */
export type OtherBasis = Readonly<{
  is: 'other';
  list: Fraction;
  factors: readonly OtherFactor[];
  rounded: Rounded;
  rounding: Rounding;
  /** In plain sentences what it is for and how it was worked out; asked only for a why. */
  explain: () => readonly string[];
  /** Ids of the facts it rests on. */
  facts: readonly string[];
}>;

/** By what the list amount is multiplied. */
export type OtherFactor = Readonly<{
  name: Factor['name'] | 'quantity' | 'share' | 'part';
  value: Fraction;
  clause?: string;
  fact?: string;
}>;

/** What a line that is no participant's is made from. */
export type OtherLine = Readonly<{
  clause: string;
  outcome: string;
  /** The cohort or the period, by name. */
  period: string;
  isCohort?: true;
  provider: string;
  number: number | string;
  day: DayNumber;
  payableOn?: DayNumber;
  order: number;
  version: VersionPlan;
  quantity?: Fraction;
  list: Fraction;
  factors: readonly OtherFactor[];
  rounded: Rounded;
  explain: () => readonly string[];
  facts?: readonly string[];
}>;

/** Works out the amount of a line that is no participant's, and names it. */
export function otherDue(line: OtherLine): Due {
  const { list, factors, rounded, explain, facts = [], version } = line;
  const { rounding } = version;
  const gross = grossOfOther({ list, factors, rounded, rounding });
  return {
    line: [line.clause, line.period, line.provider, String(line.number)].join('|'),
    clause: line.clause,
    outcome: line.outcome,
    ...(line.isCohort ? { cohort: line.period } : { period: line.period }),
    provider: line.provider,
    payee: line.provider,
    number: line.number,
    day: line.day,
    ...(line.payableOn === undefined ? {} : { payableOn: line.payableOn }),
    order: line.order,
    quantity: line.quantity ?? one,
    price: list,
    gross,
    unpaid: [],
    steps: line.payableOn === undefined ? [] : [{ payableOn: line.payableOn, upTo: gross }],
    version,
    basis: { is: 'other', list, factors, rounded, rounding, explain, facts },
  };
}

/** List x factors, rounded as it says: by itself, as a running total grew, or as a shared sum. */
function grossOfOther({
  list,
  factors,
  rounded,
  rounding,
}: Pick<OtherBasis, 'list' | 'factors' | 'rounded' | 'rounding'>): bigint {
  const exact = factors.reduce((product, { value }) => multiply(product, value), list);
  switch (rounded.how) {
    case 'line':
      return round(exact, rounding);
    case 'running':
      return round(add(rounded.before, exact), rounding) - round(rounded.before, rounding);
    case 'total':
      return partOfTotal(exact, rounded.takesOddUnit);
  }
}

/** It was settled under the limits over it, and only uses its room of them. */
export function isGiven({ basis }: Due): boolean {
  return basis.is === 'outcome' && basis.draft.isGiven === true;
}

/** Whether something is unpaid because of a payer's own limit, after all others. */
export function isPayerCut({ reason, clause }: Unpaid, { whole }: VersionPlan): boolean {
  const limits = whole?.payerLimits ?? [];
  return reason === 'limit' && limits.some((limit) => limit.clause === clause);
}

/** What of a line is left to be paid. */
export function payableOfDue({ gross, unpaid }: Pick<Due, 'gross' | 'unpaid'>): bigint {
  return unpaid.reduce((left, { amount }) => left - amount, gross);
}
