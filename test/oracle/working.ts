import { lastDayOf } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  fraction,
  type Rounding,
  round,
  sumFractions,
  zero,
} from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan.ts';
import { isSeenFrom } from './achieve.ts';
import { compareTexts } from './facts-in-force.ts';
import { leftOf, type OracleLine, type Work, withhold } from './line.ts';
import { contractYear } from './price.ts';

/** Step 6: payable day, outcome day, participant, order on the page, number. */
export function inPlace(works: readonly Work[]): Work[] {
  return [...works].sort(comparePlaces);
}

function comparePlaces(a: Work, b: Work): number {
  const [first, second] = [a.achievement, b.achievement];
  const late = Number.POSITIVE_INFINITY;
  const byPayable = (a.payableOn ?? late) === (b.payableOn ?? late);
  if (!byPayable) return (a.payableOn ?? late) - (b.payableOn ?? late);
  return (
    first.day - second.day ||
    compareTexts(a.participant, b.participant) ||
    pageOrder(a) - pageOrder(b) ||
    compareNumbers(first.number, second.number) ||
    compareTexts(first.attachment.id, second.attachment.id)
  );
}

function compareNumbers(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(`${a}`, `${b}`);
}

function pageOrder({ achievement }: Work): number {
  if (achievement.outcome.order !== undefined) return achievement.outcome.order;
  return achievement.group.outcomes.findIndex(({ name }) => name === achievement.outcome.name);
}

/** One rounding for each line; lines per day round their running total and pay the difference. */
export function roundLines(works: readonly Work[]): void {
  for (const work of works) {
    const { achievement, payableOn } = work;
    const { rounding } = achievement.version;
    if (achievement.month === undefined || payableOn === null) {
      work.gross = round(work.exact, rounding);
      continue;
    }
    let before = zero;
    for (const other of works) {
      if (other.payableOn === null || !isSameSeries(work, other)) continue;
      if ((other.achievement.month as string) < achievement.month)
        before = add(before, other.exact);
    }
    work.gross = round(add(before, work.exact), rounding) - round(before, rounding);
  }
}

function isSameSeries(a: Work, b: Work): boolean {
  const [first, second] = [a.achievement, b.achievement];
  return (
    a.participant === b.participant &&
    first.outcome.clause === second.outcome.clause &&
    first.instance.key === second.instance.key &&
    first.attachment.id === second.attachment.id
  );
}

/** "Of the total": each provider's sum for a clause is rounded once and shared over its lines. */
export function roundTotals(works: readonly Work[]): OracleLine[] {
  const extra: OracleLine[] = [];
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    const { version, outcome, attachment } = work.achievement;
    if (version.roundingOf !== 'total' || work.payableOn === null) continue;
    const key = `${outcome.clause}|${attachment.provider}`;
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  for (const [key, lines] of groups) {
    const last = lines.at(-1) as Work;
    const { rounding } = last.achievement.version;
    const sum = sumFractions(lines.map(({ exact }) => exact));
    const penny: Rounding = { unit: fraction(1), direction: rounding.direction };
    const shared = round(sum, penny);
    shareOut(shared, lines);
    const difference = round(sum, rounding) - shared;
    if (difference !== 0n) extra.push(roundingLine(key, last, difference));
  }
  return extra;
}

/** Largest remainder: each its exact share rounded down, and the pennies left to those who lost most. */
function shareOut(total: bigint, lines: readonly Work[]): void {
  const lost = lines.map((line) => {
    line.gross = round(line.exact, { unit: fraction(1), direction: 'down' });
    return { line, lost: add(line.exact, fraction(-line.gross)) };
  });
  let left = lines.reduce((rest, { gross }) => rest - gross, total);
  lost.sort((a, b) => compareFractions(b.lost, a.lost));
  for (const { line } of lost) {
    if (left <= 0n) break;
    line.gross += 1n;
    left -= 1n;
  }
}

function roundingLine(key: string, last: Work, amount: bigint): OracleLine {
  const { outcome, attachment, version } = last.achievement;
  return {
    identity: `${key}|rounding`,
    clause: outcome.clause,
    participant: null,
    provider: attachment.provider,
    outcome: outcome.name,
    number: 'rounding',
    group: null,
    day: last.achievement.day,
    payableOn: last.payableOn,
    version: version.version,
    gross: amount,
    notPaid: [],
    amount,
  };
}

/** Step 3: what is another's, too late, on the route not taken, or in another outcome's place. */
export function withholdBeforeLimits(works: readonly Work[]): void {
  for (const work of works) {
    const { day, isOthers, outcome } = work.achievement;
    if (work.payableOn === null) {
      withhold(work, 'not_verified', work.gross);
      continue;
    }
    if (isOthers) withhold(work, 'other_provider', work.gross);
    const { knownWithin } = outcome;
    if (knownWithin === undefined) continue;
    if (work.payableOn > lastDayOf(day, knownWithin)) withhold(work, 'too_late', work.gross);
  }
  for (const work of works) takeLowerPlaces(work, works, []);
  withholdRoutes(works);
}

/** "Takes the place of X": its price less what X earned, before limits. The lower ones first. */
function takeLowerPlaces(work: Work, works: readonly Work[], above: readonly Work[]): void {
  if (work.payableOn === null || above.includes(work)) return;
  if (work.notPaid.some(({ reason }) => reason === 'replaced')) return;
  let earned = 0n;
  for (const lower of works) {
    const { outcome, instance } = lower.achievement;
    if (!work.achievement.outcome.takesThePlaceOf.includes(outcome.name)) continue;
    if (lower.participant !== work.participant || lower.payableOn === null) continue;
    if (!isSeenFrom(instance, work.achievement.instance)) continue;
    takeLowerPlaces(lower, works, [...above, work]);
    earned += leftOf(lower);
  }
  withhold(work, 'replaced', earned);
}

/** "Either ... or": the dearer achieved pays; between equals the one achieved earlier. */
function withholdRoutes(works: readonly Work[]): void {
  const routes = works.flatMap(({ achievement }) => achievement.version.routes);
  const participants = new Set(works.map(({ participant }) => participant));
  for (const route of new Map(routes.map((each) => [each.clause, each])).values()) {
    for (const participant of participants) {
      const sets = route.sets
        .map((names) =>
          works.filter(
            (work) =>
              work.participant === participant &&
              work.payableOn !== null &&
              names.includes(work.achievement.outcome.name),
          ),
        )
        .filter((lines) => lines.length > 0);
      const worth = (lines: readonly Work[]) => lines.reduce((sum, line) => sum + leftOf(line), 0n);
      const firstDay = (lines: readonly Work[]) =>
        Math.min(...lines.map(({ achievement }) => achievement.day));
      const dearest = [...sets].sort(
        (a, b) => Number(worth(b) - worth(a)) || firstDay(a) - firstDay(b),
      )[0];
      for (const lines of sets) {
        if (lines === dearest) continue;
        for (const line of lines) withhold(line, 'route', leftOf(line));
      }
    }
  }
}

/** Step 10: one pass in order of place; each line is paid the least that any limit has left. */
export function withholdBeyondLimits(plan: Plan, works: readonly Work[]): void {
  const used = new Map<string, bigint>();
  for (const work of works) {
    if (work.payableOn === null) continue;
    const covering = limitsOver(plan, work);
    let paid = leftOf(work);
    for (const { key, most } of covering) {
      const left = most - (used.get(key) ?? 0n);
      if (left < paid) paid = left > 0n ? left : 0n;
    }
    withhold(work, 'limit', leftOf(work) - paid);
    for (const { key } of covering) used.set(key, (used.get(key) ?? 0n) + paid);
  }
}

export type Covering = Readonly<{ key: string; most: bigint }>;

export function limitsOver(plan: Plan, { participant, achievement }: Work): Covering[] {
  const { outcome, attachment, instance, group, day } = achievement;
  const covering: Covering[] = [];
  for (const limit of group.limits) {
    if (limit.outcomes !== undefined && !limit.outcomes.includes(outcome.name)) continue;
    const referral = instance.scope === 'referral' ? instance.key : attachment.referral;
    const within = { participant: '', attachment: attachment.id, referral }[limit.per];
    const year = limit.eachYear ? contractYear(plan, day) : '';
    covering.push({
      key: `${limit.clause}|${participant}|${within}|${year}`,
      most: round(limit.most, { unit: fraction(1), direction: 'down' }),
    });
  }
  return covering;
}
