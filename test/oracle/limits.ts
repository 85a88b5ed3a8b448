import { round } from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import type { Ground } from './crowd.ts';
import { type Covering, compareOnOneDay, comparePlaces, type Entry, wholePennies } from './line.ts';
import { contractYear } from './price.ts';
import { poolsOf, roomOver, sharesOver } from './proportion.ts';
import { isNamedBy, namesIn, said } from './versions.ts';

/**
 * Step 10: one pass over all lines, or their parts, in order of place; each is paid the least that
 * any limit has left, and no more than its share of one shared in proportion. What is less than
 * nothing is not cut and gives back no room.
 */
export function withholdBeyondLimits(ground: Ground, lines: readonly Entry[]): void {
  const used = new Map<string, bigint>();
  const cuts = new Map<Entry, bigint>();
  // An advance is not earned.
  const earned = lines.filter(({ outcome }) => outcome !== 'advance');
  const covering = limitsOver(ground, earned);
  for (const { line, amount } of partsInPlace(earned)) {
    if (amount <= 0n) continue;
    const paid = leastLeft(amount, covering.get(line) ?? [], used);
    cuts.set(line, (cuts.get(line) ?? 0n) + amount - paid);
  }
  for (const [line, amount] of cuts) {
    if (amount > 0n) line.notPaid = [...line.notPaid, { reason: 'limit', amount }];
  }
  divideWaiting(covering, used);
}

type Over = ReadonlyMap<Entry, readonly Covering[]>;

/** All limits over each line, before anything is cut. */
function limitsOver({ plan, today }: Ground, lines: readonly Entry[]): Over {
  const pools = poolsOf(lines);
  return new Map(
    lines.map((line) => {
      const shared = isWaiting(line) ? roomOver(line, pools, today) : sharesOver(line, pools);
      return [line, [...line.own, ...wideLimitsOver(plan, line), ...shared]];
    }),
  );
}

/** The least of it that any limit has left, and uses up that much of each. */
function leastLeft(
  amount: bigint,
  covering: readonly Covering[],
  used: Map<string, bigint>,
): bigint {
  let least = amount;
  for (const { key, most } of covering) {
    const room = most - (used.get(key) ?? 0n);
    if (room < least) least = room > 0n ? room : 0n;
  }
  for (const { key } of covering) used.set(key, (used.get(key) ?? 0n) + least);
  return least;
}

function isWaiting({ notPaid }: Entry): boolean {
  return notPaid.some(({ reason }) => reason === 'not_verified');
}

/**
 * Of what waits for its verifier, in order of place and after all else: what limits would leave
 * once it were verified still waits, and the rest shows the limit.
 */
function divideWaiting(covering: Over, used: Map<string, bigint>): void {
  const waiting = [...covering].filter(([line]) => isWaiting(line));
  for (const [line, over] of waiting.sort(([a], [b]) => comparePlaces(a, b))) {
    if (line.gross <= 0n) continue;
    const rest = leastLeft(line.gross, over, used);
    line.notPaid = [
      { reason: 'not_verified' as const, amount: rest },
      { reason: 'limit' as const, amount: line.gross - rest },
    ].filter(({ amount }) => amount > 0n);
  }
}

function partsInPlace(lines: readonly Entry[]) {
  return lines
    .flatMap((line) => line.parts.map((part) => ({ ...part, line })))
    .sort((a, b) => a.payableOn - b.payableOn || compareOnOneDay(a.line, b.line));
}

/** The limits over lines of many that cover this one, first come, first served. */
function wideLimitsOver(plan: Plan, line: Entry): Covering[] {
  return said(line.version, 'limits').flatMap((limit) => {
    if (limit.shared !== undefined || !isNamedBy(limit, line)) return [];
    const { clause, most, per, outcomes, eachYear } = limit;
    const whose = per.is === 'each provider' ? line.provider : '';
    const year = eachYear ? contractYear(plan, line.day) : '';
    const key = [clause, per.is, whose, namesIn(outcomes), year].join('|');
    return { key, most: round(most, wholePennies) };
  });
}
