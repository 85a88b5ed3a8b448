import { round } from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { type Covering, compareOnOneDay, comparePlaces, type Entry, wholePennies } from './line.ts';
import { contractYear } from './price.ts';
import { namesIn, said } from './versions.ts';

/**
 * Step 10: one pass over all lines, or their parts, in order of place; each is paid the least that
 * any limit has left. What is less than nothing is not cut and gives back no room.
 */
export function withholdBeyondLimits(plan: Plan, lines: readonly Entry[]): void {
  const used = new Map<string, bigint>();
  const cuts = new Map<Entry, bigint>();
  // An advance is not earned.
  const earned = lines.filter(({ outcome }) => outcome !== 'advance');
  for (const { line, amount } of partsInPlace(earned)) {
    if (amount <= 0n) continue;
    const covering = [...line.own, ...wideLimitsOver(plan, line)];
    let paid = amount;
    for (const { key, most } of covering) {
      const room = most - (used.get(key) ?? 0n);
      if (room < paid) paid = room > 0n ? room : 0n;
    }
    cuts.set(line, (cuts.get(line) ?? 0n) + amount - paid);
    for (const { key } of covering) used.set(key, (used.get(key) ?? 0n) + paid);
  }
  for (const [line, amount] of cuts) {
    if (amount > 0n) line.notPaid = [...line.notPaid, { reason: 'limit', amount }];
  }
  divideWaiting(plan, lines, used);
}

/**
 * Of what waits for its verifier, in order of place and after all else: what limits would leave
 * once it were verified still waits, and the rest shows the limit.
 */
function divideWaiting(plan: Plan, lines: readonly Entry[], used: Map<string, bigint>): void {
  const waiting = lines.filter(({ notPaid }) =>
    notPaid.some(({ reason }) => reason === 'not_verified'),
  );
  for (const line of waiting.sort(comparePlaces)) {
    if (line.gross <= 0n) continue;
    let rest = line.gross;
    const covering = [...line.own, ...wideLimitsOver(plan, line)];
    for (const { key, most } of covering) {
      const room = most - (used.get(key) ?? 0n);
      if (room < rest) rest = room > 0n ? room : 0n;
    }
    for (const { key } of covering) used.set(key, (used.get(key) ?? 0n) + rest);
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

/** The limits over lines of many that cover this one. */
function wideLimitsOver(plan: Plan, line: Entry): Covering[] {
  return said(line.version, 'limits').flatMap(({ clause, most, per, outcomes, eachYear }) => {
    if (outcomes !== undefined && !outcomes.includes(line.outcome)) return [];
    if (per.is === 'provider' && per.provider !== line.provider) return [];
    if (per.is === 'group' && per.group !== line.group) return [];
    const whose = per.is === 'each provider' ? line.provider : '';
    const year = eachYear ? contractYear(plan, line.day) : '';
    const key = [clause, per.is, whose, namesIn(outcomes), year].join('|');
    return { key, most: round(most, wholePennies) };
  });
}
