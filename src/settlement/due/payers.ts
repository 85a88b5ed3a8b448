import {
  add,
  type Fraction,
  fraction,
  multiply,
  one,
  round,
  sumFractions,
  usualRounding,
  zero,
} from '../../money/index.ts';
import { lesser } from '../pay/lesser.ts';
import { type PoolName, poolsBy } from '../pay/pools-by.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import type { PayerLimitPlan, PayerPlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { yearIn } from '../plan/year-in.ts';
import { type Due, isGiven, isPayerCut, payableOfDue } from './due.ts';
import { withCut } from './limit.ts';
import { isAdvance } from './limits-over.ts';

/** So much of a line is paid by one payer. */
export type Portion = Readonly<{ payer: string; amount: bigint }>;

/** A line and who pays how much of it; absent where no payer but the commissioner is named. */
export type PaidBy = Readonly<{ due: Due; payers?: readonly Portion[] }>;

/** What the lines before one have come to, of which payers have shares or no more than a sum. */
type Before = Readonly<{ totals: FindSum; used: FindSum; plan: Plan }>;

type Sum = { units: bigint };
type FindSum = (name: PoolName) => Sum;

function noSum(): Sum {
  return { units: 0n };
}

/**
 * Step 12. Each line is divided among payers as the first sentence that covers it says; the
 * commissioner pays the rest. Shares are of the running total of a provider's lines for a clause,
 * so that nobody gains a penny a line. Then each payer's own limit cuts its portions. Lines come in
 * place in line.
 */
export function shareAmongPayers(dues: readonly Due[], plan: Plan): readonly PaidBy[] {
  const before: Before = { totals: poolsBy(noSum), used: poolsBy(noSum), plan };
  return dues.map((due) => {
    const { payers = [], payerLimits = [] } = due.version.whole ?? {};
    if (payers.length === 0 && payerLimits.length === 0) return { due };
    if (isGiven(due)) return paidAsGiven(due, { rules: payers, limits: payerLimits, before });
    const rule = findRule(payers, due);
    const portions = rule
      ? portionsBy(rule, due, before)
      : [{ payer: plan.payer, amount: payableOfDue(due) }];
    return limitedByPayer(due, { portions, limits: payerLimits, before });
  });
}

type Terms = Readonly<{
  rules: readonly PayerPlan[];
  limits: readonly PayerLimitPlan[];
  before: Before;
}>;

/** What was settled keeps its payers, and uses what they paid of every sum and limit. */
function paidAsGiven(due: Due, { rules, limits, before }: Terms): PaidBy {
  const rule = findRule(rules, due);
  const uncut = { ...due, unpaid: due.unpaid.filter((each) => !isPayerCut(each, due.version)) };
  if (rule) portionsBy(rule, uncut, before);
  const paidBy = due.basis.is === 'outcome' ? due.basis.draft.paidBy : undefined;
  const payers = paidBy ?? [{ payer: before.plan.payer, amount: payableOfDue(due) }];
  for (const limit of limits) {
    const own = payers.find(({ payer }) => payer === limit.payer)?.amount ?? 0n;
    before.used(nameOfLimit(limit, due, before.plan)).units += own;
  }
  return { due, payers };
}

function findRule(rules: readonly PayerPlan[], { outcome }: Due): PayerPlan | undefined {
  return rules.find(({ outcomes }) => !outcomes || outcomes.includes(outcome));
}

function nameOfLimit(
  { clause, payer, eachYear }: PayerLimitPlan,
  { day }: Due,
  plan: Plan,
): PoolName {
  return [clause, payer, eachYear ? yearIn(plan, day) : 0];
}

function portionsBy(rule: PayerPlan, due: Due, before: Before): readonly Portion[] {
  const { pays } = rule;
  switch (pays.is) {
    case 'shares':
      return sharesOf(rule.clause, { due, shares: pays.shares, before });
    case 'first':
      return firstOf(rule, { due, pays, before });
    case 'fixed': {
      const amount = payableOfDue(due);
      const most = roundedDown(pays.amount);
      const own = amount < most ? maxOf(amount, 0n) : most;
      return together([
        { payer: pays.payer, amount: own },
        { payer: pays.rest, amount: amount - own },
      ]);
    }
  }
}

function maxOf(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

type Shares = Readonly<{
  due: Due;
  shares: readonly Readonly<{ payer: string; share: Fraction }>[];
  before: Before;
}>;

function sharesOf(clause: string, { due, shares, before }: Shares): readonly Portion[] {
  const { plan, totals } = before;
  const total = totals([clause, due.provider, due.payee, due.clause]);
  const then = total.units;
  const now = then + payableOfDue(due);
  total.units = now;
  const rest = { payer: plan.payer, share: subtractAll(one, shares) };
  const parts = rest.share.numerator > 0n ? [...shares, rest] : shares;
  let upTo = zero;
  const portions = parts.map(({ payer, share }) => {
    const from = upTo;
    upTo = add(upTo, share);
    const paidUpTo = (total: bigint) => cumulative(total, upTo) - cumulative(total, from);
    return { payer, amount: paidUpTo(now) - paidUpTo(then) };
  });
  return together(portions);
}

function cumulative(total: bigint, share: Fraction): bigint {
  return round(multiply(fraction(total), share), usualRounding);
}

function subtractAll(whole: Fraction, shares: Shares['shares']): Fraction {
  const taken = sumFractions(shares.map(({ share }) => share));
  return add(whole, { ...taken, numerator: -taken.numerator });
}

type First = Readonly<{
  due: Due;
  pays: Extract<PayerPlan['pays'], { is: 'first' }>;
  before: Before;
}>;

/** The payer of the first so much pays what the sum, less what is taken back, grew by up to it. */
function firstOf(
  { clause, outcomes }: PayerPlan,
  { due, pays, before }: First,
): readonly Portion[] {
  const year = pays.eachYear ? yearIn(before.plan, due.day) : 0;
  const total = before.totals([clause, pays.payer, year, outcomes?.join('|')]);
  const then = total.units;
  const amount = payableOfDue(due);
  const now = then + amount;
  total.units = now;
  const sum = roundedDown(pays.sum);
  const own = lesser(now, sum) - lesser(then, sum);
  return together([
    { payer: pays.payer, amount: own },
    { payer: pays.rest, amount: amount - own },
  ]);
}

type Limited = Readonly<{
  portions: readonly Portion[];
  limits: readonly PayerLimitPlan[];
  before: Before;
}>;

/**
 * What is over a payer's own limit another pays, as the page says, or nobody. Where another does,
 * it is a limit of the payer's portions less what is taken back. Limits act in page order.
 */
function limitedByPayer(due: Due, { portions, limits, before }: Limited): PaidBy {
  // As under every limit, an advance and what works it off use no room, and free none.
  if (isAdvance(due)) return { due, payers: together(portions) };
  let now = due;
  let paid = together(portions);
  for (const limit of limits) {
    const { clause, most, beyond } = limit;
    const amount = paid.find(({ payer }) => payer === limit.payer)?.amount ?? 0n;
    // What is taken back is never let off: where nobody pays beyond, it frees nothing.
    if (amount === 0n || (amount < 0n && beyond === undefined)) continue;
    const used = before.used(nameOfLimit(limit, due, before.plan));
    const then = used.units;
    used.units = then + amount;
    const allowed = roundedDown(most);
    const own = lesser(then + amount, allowed) - lesser(then, allowed);
    const over = amount - own;
    if (over === 0n) continue;
    if (beyond === undefined) now = withCut(now, { reason: 'limit', amount: over, clause });
    const other = beyond === undefined ? [] : [{ payer: beyond, amount: over }];
    paid = together([...paid, { payer: limit.payer, amount: -over }, ...other]);
  }
  return { due: now, payers: paid };
}

/** One portion for each payer, in the order in which they come; none of nothing. */
function together(portions: readonly Portion[]): readonly Portion[] {
  const sums = new Map<string, bigint>();
  for (const { payer, amount } of portions) sums.set(payer, (sums.get(payer) ?? 0n) + amount);
  return [...sums].flatMap(([payer, amount]) => (amount === 0n ? [] : [{ payer, amount }]));
}
