import { type DayNumber, lastDayOf } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { fraction, multiply, round } from '../../money/index.ts';
import { lesser } from '../pay/lesser.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import { type LineAccount, note, type PayeeAccount } from './account.ts';

type Owing = Readonly<{ line: string; at: LineAccount }>;

/**
 * Takes back what can be taken back now: first what no limit holds for (deductions, claims paid on
 * account, fraud), then the rest by the share that the terms allow; the oldest payment first. What
 * is too late is written off, and what is left is carried forward.
 */
export function recover(account: PayeeAccount, plan: PaymentPlan, on: DayNumber): void {
  const { recovery } = plan;
  const owing = [...account.lines]
    .map(([line, at]): Owing => ({ line, at }))
    .sort((a, b) => (a.at.paidOn ?? 0) - (b.at.paidOn ?? 0) || compareTexts(a.line, b.line));
  for (const each of owing) if (isTooLate(each.at, plan, on)) writeOff(account, each, plan);
  let left = account.gains;
  for (const { line, at } of owing) {
    const taken = lesser(left, at.charge);
    at.charge -= taken;
    left -= taken;
    note(account, { is: 'recovered', line, amount: taken });
  }
  const statement = left;
  const afterFraud = owing.filter(({ at }) => at.exempt);
  left -= takeDebts(account, afterFraud, left);
  const share = recovery?.most;
  const most = share === undefined ? left : round(multiply(fraction(statement), share), down);
  // Of what follows from fraud nothing is owing by now, or nothing is left to take it from.
  takeDebts(account, owing, lesser(left, most));
}

/** To the smallest unit, towards nothing. */
export const down = { unit: fraction(1), direction: 'down' } as const;

function takeDebts(account: PayeeAccount, owing: readonly Owing[], most: bigint): bigint {
  let left = most;
  for (const { line, at } of owing) {
    const taken = lesser(left, at.debt);
    at.debt -= taken;
    left -= taken;
    note(account, { is: 'recovered', line, amount: taken });
  }
  return most - left;
}

function isTooLate(at: LineAccount, { recovery, working }: PaymentPlan, on: DayNumber): boolean {
  if (recovery?.after === undefined || at.exempt || at.paidOn === undefined) return false;
  return on > lastDayOf(at.paidOn + 1, recovery.after, working);
}

function writeOff(account: PayeeAccount, { line, at }: Owing, { recovery }: PaymentPlan): void {
  note(account, { is: 'written off', line, amount: at.debt, clause: recovery?.clause });
  at.writtenOff += at.debt;
  at.debt = 0n;
}
