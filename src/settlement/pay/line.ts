import type { DayNumber } from '../../calendar/index.ts';
import { type Fraction, fraction, multiply, one } from '../../money/index.ts';
import type { Plan } from '../plan/plan.ts';
import { type Draft, lineName, payableOf, payableOnOf, type Reason } from './draft.ts';
import type { Difference } from './rounding-of-total.ts';

/** One item of what is owed. Money is in the currency's smallest unit. */
export type Line = Readonly<{
  /** Its identity: clause, attachment, provider and number. */
  line: string;
  clause: string;
  /** Absent on what rounding a total to a larger unit adds or takes. */
  participant?: string;
  provider: string;
  payer: string;
  payee: string;
  outcome: string;
  /** The how-manieth, the month of a line of days, or `rounding`. */
  number: number | string;
  group?: string;
  day: DayNumber;
  /** Absent while it waits for verification. */
  payableOn?: DayNumber;
  quantity: Fraction;
  /** Of one unit of the quantity, exact, in smallest units. */
  price: Fraction;
  gross: bigint;
  amount: bigint;
  version: number;
}>;

/** So much of a line that is not paid, why, and the clause that says so. */
export type NotPaid = Readonly<{ line: string; reason: Reason; amount: bigint; clause: string }>;

/** A line as it is shown and settled. */
export function lineOf(plan: Plan, draft: Draft): Line {
  const { earned, participant, payee, priced, share, gross } = draft;
  const payableOn = payableOnOf(draft);
  const { placed, attachment, achievement, group, version, number } = earned;
  const { outcome } = placed;
  return {
    line: lineName(draft),
    clause: outcome.clause,
    participant,
    provider: attachment.provider,
    payer: plan.payer,
    payee,
    outcome: outcome.name,
    number,
    group: group.group,
    day: achievement.day,
    ...(payableOn === undefined ? {} : { payableOn }),
    quantity: achievement.quantity,
    price: share.part === one ? priced.unit : multiply(priced.unit, share.part),
    gross,
    amount: payableOf(draft),
    version: version.version,
  };
}

export function notPaidOf(draft: Draft): readonly NotPaid[] {
  const line = lineName(draft);
  return draft.unpaid.map((unpaid) => ({ line, ...unpaid }));
}

/** What rounding a total to a larger unit adds or takes is a line of its own. */
export function roundingLineOf(plan: Plan, { last, amount }: Difference): Line {
  const { participant: _, group: __, ...line } = lineOf(plan, last);
  const payees = line.payee === line.provider ? [] : [line.payee];
  return {
    ...line,
    line: [line.clause, '', line.provider, 'rounding', ...payees].join('|'),
    number: 'rounding',
    quantity: one,
    price: fraction(amount),
    gross: amount,
    amount,
  };
}
