import type { DayNumber } from '../../calendar/index.ts';
import { type Change, sumOfPortions } from '../difference/change.ts';
import { lesser } from '../pay/lesser.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import { keepLine, type LineAccount, lineOrBlank, note, type PayeeAccount } from './account.ts';

/** What is to be known to book a change. */
export type Booking = Readonly<{
  plan: PaymentPlan;
  /** When the line was last paid more. */
  paidOn: DayNumber;
  isHeld: boolean;
  /** Whether the terms let it be taken back without limit, as after fraud. */
  isExempt: boolean;
}>;

/**
 * Books what a line changed by: what it rose by is paid or held, what it fell by recoverable. Gives
 * back what there is to pay of it.
 */
export function bookChange(account: PayeeAccount, change: Change, booking: Booking): bigint {
  const before = account.gains;
  const was = sumOfPortions(change.takenBack);
  const now = sumOfPortions(change.paid);
  account.due += now - was;
  const at = lineOrBlank(account, change.line);
  const rise = positive(now) - positive(was);
  if (rise > 0n) bookRise(account, { at, line: change.line, rise }, booking);
  if (rise < 0n) bookFall(account, { at, line: change.line, fall: -rise }, booking);
  const charge = positive(-now) - positive(-was);
  if (charge > 0n) {
    at.charge += charge;
    note(account, { is: 'recoverable', line: change.line, amount: charge });
  }
  if (charge < 0n) settleCharge(account, { at, line: change.line, given: -charge });
  keepLine(account, change.line, at);
  return account.gains - before;
}

type Rise = Readonly<{ at: LineAccount; line: string; rise: bigint }>;

/**
 * What rises again is first set against what was written off for the same line or is still to be
 * taken back for it: that has been paid already.
 */
function bookRise(account: PayeeAccount, { at, line, rise }: Rise, booking: Booking): void {
  const kept = lesser(rise, at.writtenOff);
  at.writtenOff -= kept;
  note(account, { is: 'write-off reversed', line, amount: kept });
  const owed = lesser(rise - kept, at.debt);
  at.debt -= owed;
  note(account, { is: 'recovered', line, amount: owed });
  const left = rise - kept - owed;
  if (!booking.isHeld) {
    account.gains += left;
    return;
  }
  // What was paid on the claim has been paid: only what is beyond it is held.
  const advanced = lesser(left, at.onAccount);
  at.onAccount -= advanced;
  const { onAccount, held } = booking.plan;
  note(account, { is: 'on account settled', line, amount: advanced, clause: onAccount?.clause });
  at.held += left - advanced;
  note(account, { is: 'held', line, amount: left - advanced, clause: held?.clause });
}

type Fall = Readonly<{ at: LineAccount; line: string; fall: bigint }>;

/** What falls and was held has never been paid; the rest has, and is recoverable. */
function bookFall(account: PayeeAccount, { at, line, fall }: Fall, booking: Booking): void {
  const { plan, paidOn, isExempt } = booking;
  const unpaid = lesser(fall, at.held);
  at.held -= unpaid;
  note(account, { is: 'released', line, amount: unpaid, clause: plan.held?.clause });
  const recoverable = fall - unpaid;
  if (recoverable === 0n) return;
  at.exempt = isExempt || (at.debt > 0n && at.exempt);
  at.debt += recoverable;
  at.paidOn = paidOn;
  note(account, {
    is: 'recoverable',
    line,
    amount: recoverable,
    clause: plan.recovery?.clause,
  });
}

/** A deduction that is taken back settles what is still owed for it; the rest is paid. */
function settleCharge(
  account: PayeeAccount,
  { at, line, given }: Readonly<{ at: LineAccount; line: string; given: bigint }>,
): void {
  const owed = lesser(given, at.charge);
  at.charge -= owed;
  note(account, { is: 'recovered', line, amount: owed });
  account.gains += given - owed;
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
