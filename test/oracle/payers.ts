import {
  add,
  compareFractions,
  type Fraction,
  fraction,
  multiply,
  one,
  round,
  sumFractions,
  zero,
} from '../../src/money/index.ts';
import type { PayerPlan } from '../../src/settlement/plan/money-plan.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { type Entry, left, type Portion, penny, wholePennies } from './line.ts';
import { contractYear } from './price.ts';
import { namesIn, said } from './versions.ts';

/** Sums that go on from line to line. */
type Running = Map<string, bigint>;

/** Step 12: who pays each line, in order of place, and what is beyond a payer's own limit. */
export function divideAmongPayers(plan: Plan, placed: readonly Entry[]): void {
  const running: Running = new Map();
  const paid: Running = new Map();
  for (const line of placed) {
    const amount = left(line);
    const rule = said(line.version, 'payers').find(
      ({ outcomes }) => outcomes === undefined || outcomes.includes(line.outcome),
    );
    const portions =
      rule === undefined ? [{ payer: plan.payer, amount }] : divided({ plan, line, rule }, running);
    line.portions = joined(withinLimits(plan, line, { portions, paid }));
  }
}

type Dividing = Readonly<{ plan: Plan; line: Entry; rule: PayerPlan }>;

function divided({ plan, line, rule }: Dividing, running: Running): Portion[] {
  const amount = left(line);
  const { pays, clause } = rule;
  switch (pays.is) {
    case 'shares': {
      const key = `${clause}|${line.provider}|${line.payee}|${line.clause}`;
      const before = running.get(key) ?? 0n;
      running.set(key, before + amount);
      const then = inShares(before + amount, pays.shares, plan.payer);
      const earlier = inShares(before, pays.shares, plan.payer);
      return then.map(({ payer, amount: sum }, index) => ({
        payer,
        amount: sum - (earlier[index] as Portion).amount,
      }));
    }
    case 'first': {
      const year = pays.eachYear ? contractYear(plan, line.day) : '';
      const key = [clause, 'first', pays.payer, namesIn(rule.outcomes), year].join('|');
      // Of the sum less what is taken back: what is below nothing goes back to who paid.
      const before = running.get(key) ?? 0n;
      running.set(key, before + amount);
      const sum = round(pays.sum, wholePennies);
      const own = least(before + amount, sum) - least(before, sum);
      return [
        { payer: pays.payer, amount: own },
        { payer: pays.rest, amount: amount - own },
      ];
    }
    case 'fixed': {
      const own = amount <= 0n ? 0n : least(amount, round(pays.amount, penny));
      return [
        { payer: pays.payer, amount: own },
        { payer: pays.rest, amount: amount - own },
      ];
    }
  }
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

type Shares = readonly Readonly<{ payer: string; share: Fraction }>[];

/** A running total in its shares: each is what the sum of the shares up to it grows by. */
function inShares(total: bigint, shares: Shares, commissioner: string): Portion[] {
  const portions: Portion[] = [];
  let upTo = zero;
  let before = 0n;
  for (const { payer, share } of shares) {
    upTo = add(upTo, share);
    const sum = round(multiply(fraction(total), upTo), penny);
    portions.push({ payer, amount: sum - before });
    before = sum;
  }
  const isWhole = compareFractions(sumFractions(shares.map(({ share }) => share)), one) >= 0;
  return isWhole ? portions : [...portions, { payer: commissioner, amount: total - before }];
}

type Limited = Readonly<{ portions: readonly Portion[]; paid: Running }>;

/**
 * A payer's limit is of its portions less what is taken back; another pays what is beyond, or
 * nobody does.
 */
function withinLimits(plan: Plan, line: Entry, { portions, paid }: Limited): Portion[] {
  let found = joined(portions);
  // An advance is not earned.
  if (line.outcome === 'advance') return found;
  for (const { clause, payer, most, eachYear, beyond } of said(line.version, 'payerLimits')) {
    const own = found.find((each) => each.payer === payer);
    // Nothing taken back is let off: where nobody pays what is beyond, it stays with the payer.
    if (own === undefined || (beyond === undefined && own.amount <= 0n)) continue;
    const key = `${clause}|${payer}|${eachYear ? contractYear(plan, line.day) : ''}`;
    const before = paid.get(key) ?? 0n;
    paid.set(key, before + own.amount);
    const room = round(most, wholePennies);
    const kept = least(before + own.amount, room) - least(before, room);
    const excess = own.amount - kept;
    found = found.map((each) => (each === own ? { payer, amount: kept } : each));
    if (excess === 0n) continue;
    if (beyond === undefined) {
      line.notPaid = [...line.notPaid, { reason: 'limit', amount: excess }];
    } else found = joined([...found, { payer: beyond, amount: excess }]);
  }
  return found;
}

/** One portion for each payer, in the order in which they come in; none of nothing. */
function joined(portions: readonly Portion[]): Portion[] {
  const sums = new Map<string, bigint>();
  for (const { payer, amount } of portions) sums.set(payer, (sums.get(payer) ?? 0n) + amount);
  return [...sums]
    .map(([payer, amount]) => ({ payer, amount }))
    .filter(({ amount }) => amount !== 0n);
}
