import { type DayNumber, lastDayOf } from '../../src/calendar/index.ts';
import { add, compareFractions, type Fraction, round, zero } from '../../src/money/index.ts';
import type { Reason } from '../../src/settlement/index.ts';
import type { Achievement } from './achieve.ts';
import type { Step } from './payable.ts';

/** A line as the oracle tells it; the engine's are brought to the same form to be compared. */
export type OracleLine = Readonly<{
  identity: string;
  clause: string;
  participant: string | null;
  provider: string;
  payee: string;
  outcome: string;
  number: number | string;
  group: string | null;
  day: DayNumber;
  /** Null for a line that waits for its verifier. */
  payableOn: DayNumber | null;
  version: number;
  gross: bigint;
  notPaid: readonly Readonly<{ reason: Reason; amount: bigint }>[];
  amount: bigint;
}>;

/** A line being worked out. */
export type Work = {
  participant: string;
  achievement: Achievement;
  /** None while it waits for its verifier. */
  enoughOn: DayNumber | undefined;
  steps: readonly Step[];
  /** The provider, or a contributor to whom a share is paid. */
  payee: string;
  exact: Fraction;
  /** Why nothing of it is paid, where nothing is. */
  refused: Reason | undefined;
  gross: bigint;
  /** The exact amounts before it where the line is what a rounded running total grew by. */
  before: Fraction;
  notPaid: { reason: Reason; amount: bigint }[];
};

/** DESIGN 5: a line is known by clause, attachment, provider and number. */
export function identityOf({ outcome, attachment, number }: Achievement): string {
  return `${outcome.clause}|${attachment.id}|${attachment.provider}|${number}`;
}

/** The same for a line of this payee: a contributor's is named with it. */
export function lineIdentity({ achievement, payee }: Work): string {
  const isOwn = payee === achievement.attachment.provider;
  return isOwn ? identityOf(achievement) : `${identityOf(achievement)}|${payee}`;
}

/** What became known within the time that the page gives from the outcome's day. */
export function stepsInTime(work: Work): readonly Step[] {
  return work.steps.filter(({ payableOn }) => payableOn <= latestDayOf(work));
}

/** The place of a line: when there was enough for it or, if that was too late, what was in time. */
export function payableOnOf(work: Work): DayNumber | undefined {
  const { enoughOn, steps } = work;
  if (enoughOn === undefined || enoughOn <= latestDayOf(work)) return enoughOn;
  return (stepsInTime(work).at(-1) ?? steps[0])?.payableOn;
}

function latestDayOf({ achievement }: Work): DayNumber {
  const { knownWithin, window } = achievement.outcome;
  if (knownWithin === undefined) return Number.MAX_SAFE_INTEGER;
  return lastDayOf(achievement.day, knownWithin, window?.working);
}

/** What of the gross amount had been earned when so much, exact, had been. */
export function grossUpTo({ achievement, exact, before, gross }: Work, upTo: Fraction): bigint {
  if (compareFractions(upTo, exact) === 0) return gross;
  const { rounding, roundingOf } = achievement.version;
  // A share of a total that is rounded once is no step of a running total.
  const start = roundingOf === 'total' ? zero : before;
  const part = round(add(start, upTo), rounding) - round(start, rounding);
  return part < gross ? part : gross;
}

/** What the line still pays, less everything found so far not to be paid. */
export function leftOf(work: Work): bigint {
  return work.notPaid.reduce((left, { amount }) => left - amount, work.gross);
}

/** Notes that so much of the line is not paid, and no more than is left of it. */
export function withhold(work: Work, reason: Reason, amount: bigint): void {
  const left = leftOf(work);
  const cut = amount > left ? left : amount;
  if (cut > 0n) work.notPaid.push({ reason, amount: cut });
}
