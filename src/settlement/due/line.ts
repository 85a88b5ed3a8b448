import type { DayNumber } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';
import type { Reason } from '../pay/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { payableOfDue } from './due.ts';
import type { PaidBy, Portion } from './payers.ts';

/** One item of what is owed. Money is in the currency's smallest unit. */
export type Line = Readonly<{
  /** Its identity: clause, attachment (or cohort, or period), provider and number. */
  line: string;
  clause: string;
  /** Absent on what is no participant's: grants, measures, what rounding a total adds or takes. */
  participant?: string;
  /** The cohort, or else the period, of a line that is no participant's. */
  cohort?: string;
  period?: string;
  provider: string;
  /** The commissioner, unless the page names others: then `payers` says who pays how much. */
  payer: string;
  payee: string;
  /** The outcome or measure, or `grant`, `fee`, `pot`, `advance`, `guarantee` and the like. */
  outcome: string;
  /** The how-manieth, the month of a line of days, `rounding` or `worked off`. */
  number: number | string;
  group?: string;
  day: DayNumber;
  /** Absent while it waits for verification, a gate or a count. */
  payableOn?: DayNumber;
  /** The day by which it was earned, where a limit made it payable at its close, and no sooner. */
  earnedOn?: DayNumber;
  quantity: Fraction;
  /** Of one unit of the quantity, exact, in smallest units. */
  price: Fraction;
  gross: bigint;
  amount: bigint;
  version: number;
  /** Who pays how much of the amount, where the page names payers. */
  payers?: readonly Portion[];
}>;

/** So much of a line that is not paid, why, and the clause that says so. */
export type NotPaid = Readonly<{ line: string; reason: Reason; amount: bigint; clause: string }>;

type Shown = { -readonly [Key in keyof Line]?: Line[Key] };

/** A line as it is shown and settled. Its keys stand in one order, whichever of them it has. */
export function lineOf(plan: Plan, { due, payers }: PaidBy): Line {
  const { participant, cohort, period, group, payableOn, earnedOn } = due;
  const line: Shown = { line: due.line, clause: due.clause };
  if (participant !== undefined) line.participant = participant;
  if (cohort !== undefined) line.cohort = cohort;
  if (period !== undefined) line.period = period;
  line.provider = due.provider;
  line.payer = plan.payer;
  line.payee = due.payee;
  line.outcome = due.outcome;
  line.number = due.number;
  if (group !== undefined) line.group = group;
  line.day = due.day;
  if (payableOn !== undefined) line.payableOn = payableOn;
  if (earnedOn !== undefined) line.earnedOn = earnedOn;
  line.quantity = due.quantity;
  line.price = due.price;
  line.gross = due.gross;
  line.amount = payableOfDue(due);
  line.version = due.version.version;
  if (payers) line.payers = payers;
  return line as Line;
}

export function notPaidOf({ due }: PaidBy): readonly NotPaid[] {
  return due.unpaid.map((unpaid) => ({ line: due.line, ...unpaid }));
}
