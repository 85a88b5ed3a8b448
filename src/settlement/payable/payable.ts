import { type DayNumber, dayNumber } from '../../calendar/index.ts';
import { type AsAt, compareTexts, type Fact } from '../../facts/index.ts';
import { fraction, multiply, round, unitsOfMajor } from '../../money/index.ts';
import { kindsBehind, orderOfWork } from '../achieve/order-of-work.ts';
import { dayOfSettlement } from '../books/day-of-settlement.ts';
import type { Change } from '../difference/change.ts';
import type { SeenLine } from '../difference/moved-lines.ts';
import { type SettlementSeen, seenOfResult } from '../difference/seen-lines.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import { closeAccount, lineOfAccount, note, type PayeeAccount } from './account.ts';
import { bookChange } from './book-change.ts';
import { heldNow } from './disputes.ts';
import type { Outstanding } from './outstanding.ts';
import { type Accounts, accountOf, accountsFrom } from './read-outstanding.ts';
import { down, recover } from './recover.ts';
import type { PayableStatement } from './statement.ts';
import { outstandingOf } from './write-outstanding.ts';

/** What is to be paid on: the changes, the terms of payment, and what the last settlement left. */
export type ToPay = Readonly<{
  changes: readonly Change[];
  now: SettlementResult;
  previous?: SettlementResult & Readonly<{ outstanding?: Outstanding }>;
  plan: Plan;
  payment: PaymentPlan;
  facts: readonly Fact[];
}>;

/** The same, where lines are looked at in turn and are not held. */
export type ToPaySeen = Omit<ToPay, 'changes' | 'now' | 'previous'> &
  Readonly<{
    changes: Iterable<Change>;
    now: SettlementSeen;
    previous?: Readonly<{ outstanding?: Outstanding; paidOn: ReadonlyMap<string, DayNumber> }>;
  }>;

/** What is paid to each payee now, and what is left for the next settlement. */
export type Payable = Readonly<{
  /** By payee, each with anything to say. */
  statements: readonly PayableStatement[];
  outstanding: Outstanding;
}>;

/**
 * What is paid of what changed: less what is disputed, with what is paid on claims, and less what
 * may be taken back now of what was paid before. It differs from the changes by these alone.
 */
export function payable({ now, previous, ...toPay }: ToPay): Payable {
  const before = previous && {
    paidOn: daysPaid(previous),
    ...(previous.outstanding && { outstanding: previous.outstanding }),
  };
  return payableSeen({ ...toPay, now: seenOfResult(now), ...(before && { previous: before }) });
}

/** The same of lines that are looked at in turn. */
export function payableSeen(toPay: ToPaySeen): Payable {
  const { now, previous, payment, changes } = toPay;
  const on = dayNumber(dayOfSettlement(now));
  const accounts = accountsFrom(previous?.outstanding);
  const paidOn = new Map(previous?.paidOn);
  const isHeld = holds(toPay);
  const exempt = exemptFacts(toPay);
  for (const change of changes) {
    const paid = bookChange(accountOf(accounts, change.payee), change, {
      plan: payment,
      paidOn: paidOn.get(change.line) ?? on,
      isHeld: isHeld(change),
      isExempt: change.cause.is === 'facts' && change.cause.facts.some((id) => exempt.has(id)),
    });
    if (paid > 0n) paidOn.set(change.line, on);
  }
  const open = openLines(accounts, toPay);
  for (const line of releaseHeld(accounts, { payment, open, isHeld })) paidOn.set(line, on);
  payOnAccount(accounts, { payment, open, isHeld });
  const inOrder = [...accounts.values()].sort((a, b) => compareTexts(a.payee, b.payee));
  for (const account of inOrder) recover(account, payment, on);
  const statements = inOrder.map(closeAccount);
  return {
    statements: statements.filter(({ due, items }) => due !== 0n || items.length > 0),
    outstanding: outstandingOf(accounts, {
      currency: now.currency,
      // Of a first settlement all that was paid is owed.
      paidOn: previous === undefined ? paidOn : daysKept(paidOn, accounts, now),
    }),
  };
}

/** Those of lines that are still owed, or of which something paid before is open or written off. */
function daysKept(
  paidOn: ReadonlyMap<string, DayNumber>,
  accounts: Accounts,
  now: SettlementSeen,
): ReadonlyMap<string, DayNumber> {
  const kept = new Map<string, DayNumber>();
  const keep = (line: string) => {
    const day = paidOn.get(line);
    if (day !== undefined) kept.set(line, day);
  };
  for (const { line } of now.seen()) if (unitsOfMajor(line.amount) > 0n) keep(line.line);
  for (const account of accounts.values()) {
    for (const [line, { debt, writtenOff }] of account.lines) {
      if (debt > 0n || writtenOff > 0n) keep(line);
    }
  }
  return kept;
}

/** When each line was last paid more; what was settled without a note of it, on its last day. */
function daysPaid(previous: NonNullable<ToPay['previous']>): Map<string, DayNumber> {
  const days = new Map<string, DayNumber>();
  const { lines, outstanding } = previous;
  const on = dayNumber(dayOfSettlement(previous));
  const unpaid = new Set((outstanding?.held ?? []).map(({ line }) => line));
  for (const { line, amount } of lines) {
    if (unitsOfMajor(amount) > 0n && !unpaid.has(line)) days.set(line, on);
  }
  for (const each of outstanding?.paid ?? []) {
    for (const line of each.lines) days.set(line, dayNumber(each.on));
  }
  return days;
}

type Holds = ReturnType<typeof heldNow>;

function holds({ now, plan, payment, facts }: ToPaySeen): Holds {
  const asAt: AsAt = { trueBy: dayNumber(now.asAt), knownBy: dayNumber(now.knownAt) };
  const behind = kindsBehind(plan, orderOfWork(plan));
  const none: ReadonlySet<string> = new Set();
  return heldNow(facts, asAt, {
    plan: payment,
    kindsOf: (outcome) => behind.get(outcome) ?? none,
  });
}

/** Facts that say by their method that the terms let everything be taken back. */
function exemptFacts({ payment, facts }: ToPaySeen): ReadonlySet<string> {
  const { except = [] } = payment.recovery ?? {};
  const saying = facts.filter(({ method }) => method !== undefined && except.includes(method));
  return new Set(saying.map(({ id }) => id));
}

type OpenLines = Readonly<{
  payment: PaymentPlan;
  open: ReadonlyMap<string, SeenLine>;
  isHeld: Holds;
}>;

/**
 * Lines of which something is held or on account, and those that wait where a share of them is
 * paid: no others are looked at again.
 */
function openLines(accounts: Accounts, { now, payment }: ToPaySeen): OpenLines['open'] {
  const names = new Set<string>();
  for (const { lines } of accounts.values()) {
    for (const [name, at] of lines) if (at.held !== 0n || at.onAccount !== 0n) names.add(name);
  }
  const isShared = payment.onAccount?.share !== undefined;
  const open = new Map<string, SeenLine>();
  if (names.size === 0 && !isShared) return open;
  for (const seen of now.seen()) {
    const { line } = seen.line;
    if (names.has(line) || (isShared && isWaiting(seen.notPaid))) open.set(line, seen);
  }
  return open;
}

/**
 * What was held and is disputed no longer, or has been for too long, is paid. Gives back the lines
 * of which something is.
 */
function releaseHeld(accounts: Accounts, { open, payment, isHeld }: OpenLines): readonly string[] {
  const released: string[] = [];
  for (const account of accounts.values()) {
    for (const [name, at] of account.lines) {
      const line = open.get(name)?.line;
      if (at.held === 0n || (line && isHeld(line))) continue;
      note(account, { is: 'released', line: name, amount: at.held, clause: payment.held?.clause });
      account.gains += at.held;
      at.held = 0n;
      released.push(name);
    }
  }
  return released;
}

/** Pays the share of each claim that waits; what was paid on one that is decided is set off. */
function payOnAccount(accounts: Accounts, { open, payment, isHeld }: OpenLines): void {
  const { clause, share } = payment.onAccount ?? {};
  for (const [name, { line, notPaid }] of share === undefined ? [] : open) {
    const waits = notPaid.filter(({ reason }) => reason === 'not_verified');
    const claimed = waits.reduce((sum, { amount }) => sum + unitsOfMajor(amount), 0n);
    if (claimed <= 0n) continue;
    const account = accountOf(accounts, line.payee);
    const at = lineOfAccount(account, name);
    const due = share ? round(multiply(fraction(claimed), share), down) : 0n;
    const target = isHeld(line) ? at.onAccount : due;
    moveOnAccount(account, { name, target, clause });
  }
  for (const account of accounts.values()) {
    for (const [name, at] of account.lines) {
      if (at.onAccount === 0n || isWaiting(open.get(name)?.notPaid)) continue;
      moveOnAccount(account, { name, target: 0n, clause });
    }
  }
}

function isWaiting(notPaid: readonly Readonly<{ reason: string }>[] | undefined): boolean {
  return notPaid?.some(({ reason }) => reason === 'not_verified') ?? false;
}

type OnAccount = Readonly<{ name: string; target: bigint; clause: string | undefined }>;

function moveOnAccount(account: PayeeAccount, { name, target, clause }: OnAccount): void {
  const at = lineOfAccount(account, name);
  const more = target - at.onAccount;
  at.onAccount = target;
  if (more > 0n) {
    account.gains += more;
    note(account, { is: 'on account', line: name, amount: more, clause });
  } else if (more < 0n) {
    at.charge -= more;
    note(account, { is: 'on account settled', line: name, amount: -more, clause });
    note(account, { is: 'recoverable', line: name, amount: -more, clause });
  }
}
