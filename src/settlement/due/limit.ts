import type { DayNumber } from '../../calendar/index.ts';
import type { Unpaid } from '../pay/draft.ts';
import { comparePlaces } from '../pay/place-in-line.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import type { Plan } from '../plan/plan.ts';
import { type Due, isGiven } from './due.ts';
import { placeOfDue } from './dues-in-line.ts';
import { limitsIn, type OverLine } from './limits-over.ts';
import { withShares } from './with-shares.ts';

/** What was left of a limit, before a line used its part. */
export type LeftOf = Readonly<{ clause: string; left: bigint }>;

/** One limit as a line met it. */
export type MetLimit = LeftOf & Pick<OverLine, 'limit' | 'share'>;

/** So much of a line, where it stood in line, and the limits that it met there. */
export type MetPart = Readonly<{ amount: bigint; met: readonly MetLimit[] }>;

/** Under which terms lines are limited, and the last day of which anything is known. */
export type Sight = Readonly<{ plan: Plan; horizon: DayNumber }>;

/** What is watched: each limit as a line meets it. */
export type OnMet = (due: Due, part: MetPart) => void;

/** A part of a line that stands in line on its own day. */
type Part = Readonly<{ at: number; payableOn: number; amount: bigint }>;

/**
 * Step 10. One pass over all lines in place in line: each is paid the least that any limit covering
 * it has left, and uses that much of each. What is cut stays on the line with the limit that cut
 * it. A line that grew stands in line in parts: what was earned first, and what was added when.
 */
export function applyLimits(
  dues: readonly Due[],
  { plan, horizon }: Sight,
  onMet?: OnMet,
): readonly Due[] {
  if (!isLimited(plan)) return dues;
  const own = dues.map(limitsIn(plan)());
  return limitedBy(dues, { limits: withShares(dues, own, horizon), onMet });
}

/**
 * The same of one participant's lines at a time, whose limits draw on nobody else's; none is over
 * the lines of many.
 */
export function limiterOfEach(plan: Plan, onMet?: OnMet): (dues: readonly Due[]) => readonly Due[] {
  if (!isLimited(plan)) return (dues) => dues;
  const openLimits = limitsIn(plan);
  return (dues) => limitedBy(dues, { limits: dues.map(openLimits()), onMet });
}

type Over = Readonly<{
  /** Of each line, by its place. */
  limits: readonly (readonly OverLine[])[];
  onMet: OnMet | undefined;
}>;

function limitedBy(dues: readonly Due[], { limits, onMet }: Over): readonly Due[] {
  const limited = [...dues];
  for (const { at, amount } of partsInLine(dues, limits)) {
    const due = dues[at] as Due;
    const over = limits[at] ?? [];
    const met = leftOf(over);
    if (isGiven(due)) {
      use(over, amount);
      continue;
    }
    onMet?.(due, { amount, met });
    const { paid, cut } = cutTo(amount, met);
    use(over, paid);
    if (cut) limited[at] = withCut(limited[at] as Due, cut);
  }
  limited.forEach((due, at) => {
    limited[at] = limitedWaiting(due, limits[at] ?? []);
  });
  return limited;
}

function isLimited({ versions }: Plan): boolean {
  return versions.some(
    ({ whole, groups }) =>
      (whole?.limits.length ?? 0) > 0 ||
      [...groups.values()].some((group) => group.limits.length > 0),
  );
}

function leftOf(over: readonly OverLine[]): readonly MetLimit[] {
  return over.map(({ limit, pool, share, rest }) => {
    const most = share?.most ?? rest ?? roundedDown(limit.most);
    const left = most - pool.used;
    const met = { limit, clause: limit.clause, left: left > 0n ? left : 0n };
    return share ? { ...met, share } : met;
  });
}

/** Two versions' limits may draw on one pool, which a line uses once. */
function use(over: readonly OverLine[], paid: bigint): void {
  over.forEach(({ pool }, at) => {
    if (over.findIndex((each) => each.pool === pool) === at) pool.used += paid;
  });
}

/**
 * What waits for verification stands after all others and uses no room of theirs. So much of it
 * waits as would be paid if it were verified now; the rest the limits would cut. What is given
 * waits for as much as it did.
 */
function limitedWaiting(due: Due, over: readonly OverLine[]): Due {
  const waiting = due.unpaid.find(({ reason }) => reason === 'not_verified');
  if (waiting === undefined || over.length === 0) return due;
  if (isGiven(due)) {
    use(over, waiting.amount);
    return due;
  }
  const { paid, cut } = cutTo(waiting.amount, leftOf(over));
  use(over, paid);
  if (cut === undefined) return due;
  const unpaid = due.unpaid.map((each) => (each === waiting ? { ...each, amount: paid } : each));
  const left = unpaid.filter(({ amount }) => amount !== 0n);
  return { ...due, unpaid: [...left, cut] };
}

/** What is paid under the limits met, and what is cut by the tightest, the first among equals. */
export function cutTo(
  amount: bigint,
  met: readonly LeftOf[],
): Readonly<{ paid: bigint; cut?: Unpaid }> {
  if (amount <= 0n) return { paid: 0n };
  let tightest: LeftOf | undefined;
  for (const each of met) if (!tightest || each.left < tightest.left) tightest = each;
  if (tightest === undefined || tightest.left >= amount) return { paid: amount };
  const { left, clause } = tightest;
  return { paid: left, cut: { reason: 'limit', amount: amount - left, clause } };
}

/** The parts of all lines under a limit, in place in line. */
function partsInLine(
  dues: readonly Due[],
  limits: readonly (readonly OverLine[])[],
): readonly Part[] {
  const parts: Part[] = [];
  let isSingle = true;
  dues.forEach(({ steps, payableOn }, at) => {
    // What the provider pays is not cut, however it grew.
    const isTaken = (steps.at(-1)?.upTo ?? 0n) < 0n;
    if (isTaken || (limits[at] ?? []).length === 0) return;
    if (steps.length > 1 || steps[0]?.payableOn !== payableOn) isSingle = false;
    let before = 0n;
    for (const { payableOn, upTo } of steps) {
      parts.push({ at, payableOn, amount: upTo - before });
      before = upTo;
    }
  });
  if (isSingle) return parts;
  const place = dues.map(placeOfDue);
  return parts.sort((a, b) => {
    const [one, other] = [place[a.at], place[b.at]];
    return a.payableOn - b.payableOn || (one && other ? comparePlaces(one, other) : 0);
  });
}

/** What one limit cuts of the parts of a line is one thing that is not paid. */
export function withCut(due: Due, cut: Unpaid): Due {
  const isSame = ({ reason, clause }: Unpaid) => reason === cut.reason && clause === cut.clause;
  const before = due.unpaid.find(isSame);
  const others = due.unpaid.filter((each) => each !== before);
  return { ...due, unpaid: [...others, { ...cut, amount: cut.amount + (before?.amount ?? 0n) }] };
}
