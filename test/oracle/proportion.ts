import type { DayNumber } from '../../src/calendar/index.ts';
import { round } from '../../src/money/index.ts';
import type { WideLimitPlan } from '../../src/settlement/plan/money-plan.ts';
import type { Ground } from './crowd.ts';
import type { AsAt } from './facts-in-force.ts';
import { asked, type Covering, comparePlaces, type Entry, left, wholePennies } from './line.ts';
import { hasCome } from './other-lines.ts';
import { isNamedBy, namesIn, said } from './versions.ts';

/** What stands in no result yet: so much would be paid if every period closed now. */
export type Forecast = Readonly<{
  identity: string;
  outcome: string;
  amount: bigint;
  closesOn: DayNumber;
}>;

/** A limit shared in proportion, as it lies over one line. */
type Sharing = Readonly<{ key: string; most: bigint; closesOn: DayNumber }>;

type Closing = NonNullable<WideLimitPlan['shared']>[number];

/** The limits shared in proportion that cover a line, each in the period of the line's day. */
function sharingsOver(line: Entry): Sharing[] {
  // An advance is not earned.
  if (line.outcome === 'advance') return [];
  return said(line.version, 'limits').flatMap((limit) => {
    if (limit.shared === undefined || !isNamedBy(limit, line)) return [];
    const { clause, most, per, outcomes, shared } = limit;
    const { name, closesOn } = periodOf(shared, line.day);
    const whose = per.is === 'each provider' ? line.provider : '';
    const key = [clause, 'shared', per.is, whose, namesIn(outcomes), name].join('|');
    return { key, most: round(most, wholePennies), closesOn };
  });
}

/** What falls after the last period is of the last. */
function periodOf(periods: readonly Closing[], day: DayNumber): Closing {
  let found = periods[0] as Closing;
  for (const period of periods.slice(1)) if (period.first <= day) found = period;
  return found;
}

type Divided = Readonly<{ owed: Entry[]; open: Entry[] }>;

/**
 * Step 10: nothing under a limit shared in proportion is payable before its period closes, and
 * until then none of it is owed. Of what is not paid for another reason, or waits for its verifier,
 * there is nothing to hold.
 */
export function heldToClose(ground: Ground, lines: readonly Entry[]): Divided {
  const divided: Divided = { owed: [], open: [] };
  for (const line of lines) {
    const closesOn = closeOf(line);
    if (closesOn === undefined || isRefused(line)) divided.owed.push(line);
    else if (hasCome(ground, closesOn)) divided.owed.push(payableFrom(line, closesOn));
    else divided.open.push(payableFrom(line, closesOn));
  }
  return divided;
}

function isRefused({ parts }: Entry): boolean {
  return parts.length === 0;
}

/** The day on which the last of the periods closes that it is in. */
export function closeOf(line: Entry): DayNumber | undefined {
  const days = sharingsOver(line).map(({ closesOn }) => closesOn);
  return days.length === 0 ? undefined : Math.max(...days);
}

/** What it had by then is one part; what it grew by later keeps its own day. */
function payableFrom(line: Entry, day: DayNumber): Entry {
  const before = line.parts.filter((part) => part.payableOn <= day);
  const after = line.parts.filter((part) => part.payableOn > day);
  const amount = before.reduce((sum, part) => sum + part.amount, 0n);
  const parts = before.length === 0 ? after : [{ payableOn: day, amount }, ...after];
  return { ...line, payableOn: Math.max(line.payableOn as DayNumber, day), parts };
}

/** The lines that are earned under each limit, in line. */
export type Pools = ReadonlyMap<string, readonly Entry[]>;

/** What is not known to be earned, or takes, has no part in it. */
export function poolsOf(lines: readonly Entry[]): Pools {
  const pools = new Map<string, Entry[]>();
  for (const line of [...lines].sort(comparePlaces)) {
    if (!isEarning(line)) continue;
    for (const { key } of sharingsOver(line)) pools.set(key, [...(pools.get(key) ?? []), line]);
  }
  return pools;
}

function isEarning(line: Entry): boolean {
  return !isRefused(line) && left(line) > 0n;
}

/**
 * What is earned under one limit is added up; where it is more than the limit, each line has its
 * share of the limit by largest remainder, among equals the earlier in line.
 */
export function sharesOver(line: Entry, pools: Pools): Covering[] {
  if (!isEarning(line)) return [];
  return sharingsOver(line).map(({ key, most }) => ({
    key: `${key}|${line.identity}`,
    most: shareOf(line, pools.get(key) ?? [], most),
  }));
}

/** What each has left for what waits for its verifier; nothing before its period closes. */
export function roomOver(line: Entry, pools: Pools, today: AsAt): Covering[] {
  return sharingsOver(line).map(({ key, most, closesOn }) => {
    const room = most - sumOf(pools.get(key) ?? []);
    return { key, most: closesOn > asked(today) || room < 0n ? 0n : room };
  });
}

function sumOf(pool: readonly Entry[]): bigint {
  return pool.reduce((sum, each) => sum + left(each), 0n);
}

function shareOf(line: Entry, pool: readonly Entry[], most: bigint): bigint {
  const earned = sumOf(pool);
  if (earned <= most) return left(line);
  const shares = pool.map((each) => {
    const exact = most * left(each);
    return { each, share: exact / earned, lost: exact % earned };
  });
  const over = most - shares.reduce((sum, { share }) => sum + share, 0n);
  const byLoss = [...shares].sort((a, b) => Number(b.lost > a.lost) - Number(b.lost < a.lost));
  const at = byLoss.findIndex(({ each }) => each === line);
  return (byLoss[at] as (typeof byLoss)[number]).share + (at < over ? 1n : 0n);
}

/** What the lines of open periods would be paid if these closed with what is known now. */
export function forecastsOf(
  ground: Ground,
  { owed, open }: Divided,
  withhold: (ground: Ground, lines: readonly Entry[]) => void,
): Forecast[] {
  if (open.length === 0) return [];
  const ofOpen = open.map((line) => ({ ...line }));
  withhold(ground, [...owed.map((line) => ({ ...line })), ...ofOpen]);
  return ofOpen.map((line) => ({
    identity: line.identity,
    outcome: line.outcome,
    amount: left(line),
    closesOn: closeOf(line) as DayNumber,
  }));
}
