import { dayNumber } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import type { Fact, FactSource } from '../../facts/index.ts';
import type { Entry } from '../../ledger/index.ts';
import { formatMajor } from '../../money/index.ts';
import { dayOfSettlement } from '../books/day-of-settlement.ts';
import { entriesOfStep } from '../books/ledger-of.ts';
import { type Books, openBooks } from '../books/open-books.ts';
import type { Change } from '../difference/change.ts';
import { firstChange } from '../difference/difference.ts';
import { type MovedLine, newLine } from '../difference/moved-lines.ts';
import { changeTeller, firstResultChange, type ResultChange } from '../difference/result-change.ts';
import { type SettlementSeen, seenOfOwed } from '../difference/seen-lines.ts';
import type { OwedByColumn } from '../owed.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import { paymentPlanOf } from '../plan/payment-plan-of.ts';
import {
  type ResultLine,
  type ResultNotPaid,
  type Settlement,
  settlementResult,
} from '../result.ts';
import { type PaidResult, resultPayable } from './paid-result.ts';
import { payableSeen, type ToPaySeen } from './payable.ts';
import { isReserveUsedUp, reservedOf } from './reserved.ts';

/** What changed since the last settlement, and what that one left. */
export type SinceLast = Readonly<{
  changes: readonly Change[];
  /** Every line that is not in all respects as it was. */
  moved: readonly MovedLine[];
  previous: NonNullable<ToPaySeen['previous']> & Pick<PaidResult, 'reserved'>;
}>;

/** What is owed by column, and what it rests on; without `since` it is the first of its series. */
export type FollowingOwed = Readonly<{
  owed: OwedByColumn;
  settlement: Settlement;
  /** Every version, in order. */
  contracts: readonly Contract[];
  source: FactSource;
  since?: SinceLast;
}>;

/** All of a result but what it has of each line, which is made as it is looked at. */
export type PaidOwed = Readonly<{
  result: Omit<PaidResult, 'lines' | 'notPaid' | 'changes'> &
    Required<Pick<PaidResult, 'payable' | 'outstanding'>>;
  seen: SettlementSeen['seen'];
  /** What of all lines is not paid, in place in line. */
  notPaid: () => Iterable<ResultNotPaid>;
  changes: () => Iterable<ResultChange>;
  /** What one line has changed by since nothing was settled; absent where this follows another. */
  firstChange: ((line: ResultLine) => ResultChange | undefined) | undefined;
  /** What the settlement adds to the ledger. */
  entries: readonly Entry[];
  /** Whether what may be spent is too little for one more attachment. */
  isUsedUp: boolean;
}>;

/** The same as `paidResult` and the ledger say of whole results, with no object for each line. */
export function paidOwed(following: FollowingOwed): PaidOwed {
  const { owed, settlement, contracts, source, since } = following;
  const { currency, plan } = owed;
  const nothing = formatMajor(0n, currency);
  const now = seenOfOwed(owed);
  const day = dayOfSettlement(now);
  const on = dayNumber(day);
  const payment = paymentPlanOf(contracts, on);
  const booked = bookedChanges(now, openBooks(day, 'clause'), since);
  const { statements, outstanding } = payableSeen({
    changes: booked.changes(),
    now,
    plan,
    payment,
    facts: factsForPayment(source, payment),
    ...(since && { previous: since.previous }),
  });
  const about = withoutLines(owed, settlement);
  const payable = resultPayable(statements, { payment, on, currency });
  const reserved = reservedNow(payment, { plan, source, now: { ...about, lines: linesOf(now) } });
  const result = { ...about, payable, outstanding, ...(reserved && { reserved }) };
  return {
    result,
    seen: now.seen,
    notPaid: () => notPaidOf(now),
    changes: () => (since ? resultChanges(since.changes, currency) : firstChanges(now)),
    firstChange: since === undefined ? (line) => firstResultChange(line, nothing) : undefined,
    entries: entriesOfStep({ ...booked.step(), result, before: since?.previous.reserved }),
    isUsedUp: payment.reserve && reserved ? isReserveUsedUp(payment.reserve, reserved) : false,
  };
}

function withoutLines(owed: OwedByColumn, settlement: Settlement) {
  const {
    lines: _,
    notPaid: __,
    ...about
  } = settlementResult({ ...owed, lines: [], notPaid: [] }, settlement);
  return about;
}

function reservedNow({ reserve }: PaymentPlan, rest: Parameters<typeof reservedOf>[1]) {
  return reserve && reservedOf(reserve, rest);
}

/** The changes, each line of which is entered in the books; of a first settlement as it passes. */
function bookedChanges(now: SettlementSeen, books: Books, since: SinceLast | undefined) {
  let isWhole = since !== undefined;
  const first = function* (): Generator<Change> {
    for (const line of newLines(now)) {
      books.add(line);
      if (!line.isChange) continue;
      isWhole = true;
      yield firstChange(line);
    }
  };
  for (const line of since?.moved ?? []) books.add(line);
  return {
    changes: (): Iterable<Change> => since?.changes ?? first(),
    step: () => ({ books, isWhole }),
  };
}

function* firstChanges(now: SettlementSeen): Generator<ResultChange> {
  const nothing = formatMajor(0n, now.currency);
  for (const { line } of now.seen()) {
    const change = firstResultChange(line, nothing);
    if (change !== undefined) yield change;
  }
}

function* notPaidOf({ seenUnpaid }: SettlementSeen): Generator<ResultNotPaid> {
  for (const { notPaid } of seenUnpaid()) yield* notPaid;
}

function* newLines({ seen }: SettlementSeen): Generator<MovedLine> {
  for (const each of seen()) yield newLine(each);
}

function* resultChanges(changes: Iterable<Change>, currency: string): Generator<ResultChange> {
  const told = changeTeller(currency);
  for (const change of changes) yield told(change);
}

function* linesOf({ seen }: SettlementSeen) {
  for (const { line } of seen()) yield line;
}

const kindsForPayment: ReadonlySet<string> = new Set(['disputed', 'released', 'withdrawn']);

/** The facts by which something is held, or taken back without limit: few of all. */
function factsForPayment(source: FactSource, { held, recovery }: PaymentPlan): readonly Fact[] {
  const except = recovery?.except ?? [];
  if (held === undefined && except.length === 0) return [];
  const isAsked = ({ kind, method }: Fact) =>
    kindsForPayment.has(kind) || (method !== undefined && except.includes(method));
  const found = source.others.filter(isAsked);
  for (let at = 0; at < source.participantCount; at += 1) {
    for (const fact of source.participantAt(at).facts) if (isAsked(fact)) found.push(fact);
  }
  return found;
}
