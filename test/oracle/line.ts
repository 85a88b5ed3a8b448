import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fraction } from '../../src/money/index.ts';
import type { Reason } from '../../src/settlement/index.ts';
import type { Achievement } from './achieve.ts';

/** A line as the oracle tells it; the engine's are brought to the same form to be compared. */
export type OracleLine = Readonly<{
  identity: string;
  clause: string;
  participant: string | null;
  provider: string;
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
  payableOn: DayNumber | null;
  exact: Fraction;
  gross: bigint;
  notPaid: { reason: Reason; amount: bigint }[];
};

/** DESIGN 5: a line is known by clause, attachment, provider and number. */
export function identityOf({ outcome, attachment, instance, number }: Achievement): string {
  const isOfOther = instance.scope === 'referral' && attachment.referral !== instance.key;
  const stay = isOfOther ? `${attachment.id}/${instance.key}` : attachment.id;
  return `${outcome.clause}|${stay}|${attachment.provider}|${number}`;
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
