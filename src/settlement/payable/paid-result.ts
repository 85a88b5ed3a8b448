import {
  type Day,
  type DayNumber,
  dayNumber,
  dayOf,
  type Length,
  lastDayOf,
} from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import { formatDecimal, formatMajor } from '../../money/index.ts';
import { dayOfSettlement } from '../books/day-of-settlement.ts';
import { difference } from '../difference/difference.ts';
import { changeTeller, type ResultChange } from '../difference/result-change.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import { paymentPlanOf } from '../plan/payment-plan-of.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import type { Outstanding } from './outstanding.ts';
import { payable } from './payable.ts';
import { isReserveUsedUp, type Reserved, reservedOf } from './reserved.ts';
import type { ItemName, PayableStatement } from './statement.ts';

/** The result of a settlement that follows another: with what changed, and what is paid now. */
export type PaidResult = SettlementResult &
  Readonly<{
    changes?: readonly ResultChange[];
    payable?: ResultPayable;
    outstanding?: Outstanding;
    reserved?: Reserved;
    /** Participants whose facts have been erased: their lines are as they were settled. */
    erased?: readonly string[];
  }>;

/** What is paid now, as other programs read it: money is text in whole units. */
export type ResultPayable = Readonly<{
  paid: string;
  /** The last day on which it is paid in time; null where the page does not say. */
  payBy: Day | null;
  /** The last day on which a statement may be questioned; null where the page does not say. */
  questionBy: Day | null;
  /** A year, simple, on what is paid later than that. */
  interest: Readonly<{ rate: string; over: string | null }> | null;
  statements: readonly Readonly<{
    payee: string;
    due: string;
    items: readonly Readonly<{ is: ItemName; line: string; amount: string; clause?: string }>[];
    paid: string;
  }>[];
}>;

/** What a settlement follows, and what both rest on. Without `previous` it is the first. */
export type Following = Readonly<{
  now: SettlementResult;
  previous?: PaidResult;
  anew?: SettlementResult;
  plan: Plan;
  /** Every version, in order. */
  contracts: readonly Contract[];
  facts: readonly Fact[];
}>;

/** A settlement with what changed since the last one, and what is to be paid on it now. */
export function paidResult(following: Following): PaidResult {
  const { now, contracts } = following;
  const on = dayNumber(dayOfSettlement(now));
  const payment = paymentPlanOf(contracts, on);
  const changes = difference(following);
  const { statements, outstanding } = payable({ ...following, payment, changes });
  return {
    ...now,
    changes: changes.map(changeTeller(now.currency)),
    payable: resultPayable(statements, { payment, on, currency: now.currency }),
    outstanding,
  };
}

type Payment = Readonly<{ payment: PaymentPlan; on: DayNumber; currency: string }>;

/** What is paid now, as other programs read it. */
export function resultPayable(
  statements: readonly PayableStatement[],
  { payment, on, currency }: Payment,
): ResultPayable {
  const money = (units: bigint) => formatMajor(units, currency);
  return {
    paid: money(statements.reduce((sum, { paid }) => sum + paid, 0n)),
    ...daysOf(payment, on),
    interest: interestOf(payment),
    statements: statements.map(({ payee, due, items, paid }) => ({
      payee,
      due: money(due),
      items: items.map((item) => ({ ...item, amount: money(item.amount) })),
      paid: money(paid),
    })),
  };
}

function daysOf({ settled, questioned, working }: PaymentPlan, on: DayNumber) {
  const after = (length: Length | undefined) =>
    length ? dayOf(lastDayOf(on + 1, length, working)) : null;
  return { payBy: after(settled?.within), questionBy: after(questioned?.open) };
}

function interestOf({ late }: PaymentPlan): ResultPayable['interest'] {
  return late ? { rate: formatDecimal(late.rate), over: late.base ?? null } : null;
}

/** A settlement with what is set aside for those attached, where the page sets anything aside. */
export function withReserved<R extends SettlementResult>(
  result: R,
  { plan, contracts, facts }: Pick<Following, 'plan' | 'contracts' | 'facts'>,
): Readonly<{ result: R & Readonly<{ reserved?: Reserved }>; isUsedUp: boolean }> {
  const { reserve } = paymentPlanOf(contracts, dayNumber(dayOfSettlement(result)));
  if (reserve === undefined) return { result, isUsedUp: false };
  const reserved = reservedOf(reserve, { plan, source: byParticipant(facts), now: result });
  return { result: { ...result, reserved }, isUsedUp: isReserveUsedUp(reserve, reserved) };
}
