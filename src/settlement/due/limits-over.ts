import type { DayNumber } from '../../calendar/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { EarnedLine } from '../pay/earned-line.ts';
import { type PoolName, poolsBy } from '../pay/pools-by.ts';
import { closingPeriodAt } from '../plan/closing-period-at.ts';
import type { WideLimitPlan } from '../plan/money-plan.ts';
import type { ClosingPeriod } from '../plan/period-plan.ts';
import type { LimitPlan, Plan } from '../plan/plan.ts';
import { yearsOf } from '../plan/year-in.ts';
import type { Due } from './due.ts';

/** What lines use of a limit together, by its number from 1; each of its kind draws on the same. */
export type Pool = number;

/** A limit over a line, and the pool that every line of its kind draws on. */
export type OverLine = Readonly<{
  limit: LimitPlan | WideLimitPlan;
  pool: Pool;
  /** At whose close it is shared in proportion, where it is. */
  period?: ClosingPeriod;
  /** The most that it then leaves of the line. */
  share?: Share;
  /** What it then leaves of all that wait for verification together. */
  rest?: bigint;
}>;

/** What a limit that is shared in proportion leaves of one line, and why. */
export type Share = Readonly<{
  most: bigint;
  /** What the line came to before any limit, and what all did among which it is shared. */
  amount: bigint;
  all: bigint;
  /** What there is to share: the limit, less what those keep whose facts have been erased. */
  left: bigint;
}>;

/** The limits over a line, each with its pool. */
export type LimitsOver = (due: Due) => readonly OverLine[];

/** By what of a line the limits over it are found; `earned` of one that is a participant's. */
export type LimitedLine = Pick<Due, 'outcome' | 'provider' | 'group' | 'day' | 'version'> &
  Readonly<{ earned?: Earned; participant?: string; isAdvance: boolean }>;

/**
 * How pools come about, of which those of many have a name, and whether each participant's lines
 * come one after the other.
 */
export type Pooling = Readonly<{
  openPool: (name?: PoolName) => Pool;
  comeByParticipant: boolean;
}>;

/** The limits of its own version and group: those of its participant before those of many. */
export function limitsIn(plan: Plan, pooling: Pooling): LimitsOver {
  const limitsOver = limitsOverLines(plan, pooling);
  return (due) => limitsOver(limitedDue(due));
}

export function limitedDue(due: Due): LimitedLine {
  const { outcome, provider, group, day, version, basis } = due;
  const line = { outcome, provider, day, version, isAdvance: isAdvance(due) };
  const own = group === undefined ? line : { ...line, group };
  if (basis.is !== 'outcome') return own;
  const { earned, participant } = basis.draft;
  return { ...own, earned, participant };
}

/** A line as it was earned: its provider's, whole. */
export function limitedEarned(participant: string, { earned }: EarnedLine): LimitedLine {
  const { placed, attachment, achievement, group, version } = earned;
  return {
    outcome: placed.outcome.name,
    provider: attachment.provider,
    group: group.group,
    day: achievement.day,
    version,
    earned,
    participant,
    isAdvance: false,
  };
}

/** The same for lines that are known by less than a due, all of which draw on the same pools. */
export function limitsOverLines(
  plan: Plan,
  { openPool, comeByParticipant }: Pooling,
): (line: LimitedLine) => readonly OverLine[] {
  const ownCovering = coveringBy<LimitPlan>();
  const wideCovering = coveringBy<WideLimitPlan>();
  const own = comeByParticipant ? poolsOfLast() : poolsOfAll();
  const wide = poolsBy((name) => ({ pool: openPool(name) }));
  const pools = { own, wide, openPool, yearOn: yearsOf(plan) };
  return (line) => {
    const over: OverLine[] = [];
    const { earned, participant = '', outcome, day } = line;
    if (earned) {
      for (const each of ownCovering(earned.group.limits, outcome)) {
        over.push(overOfParticipant(each, { earned, participant, day }, pools));
      }
    }
    const limits = line.version.whole?.limits;
    if (limits === undefined || line.isAdvance) return over;
    for (const each of wideCovering(limits, outcome)) {
      const found = findWide(each, line, pools);
      if (found) over.push(found);
    }
    return over;
  };
}

type PoolsOf = (participant: string) => OwnPool[];

/** Nobody's pools are asked for again once another participant's have been. */
function poolsOfLast(): PoolsOf {
  const pools: OwnPool[] = [];
  let last: string | undefined;
  return (participant) => {
    if (participant !== last) pools.length = 0;
    last = participant;
    return pools;
  };
}

function poolsOfAll(): PoolsOf {
  const all = new Map<string, OwnPool[]>();
  return (participant) => {
    const pools = all.get(participant) ?? [];
    all.set(participant, pools);
    return pools;
  };
}

/** A pool of one participant, and all that tells it from its others. */
type OwnPool = Readonly<{
  clause: string;
  covered: string;
  per: LimitPlan['per'];
  year: number;
  scope: string;
  pool: Pool;
}>;

type Pools = Readonly<{
  yearOn: (day: DayNumber) => number;
  own: PoolsOf;
  wide: ReturnType<typeof poolsBy<Readonly<{ pool: Pool }>>>;
  openPool: () => Pool;
}>;

/**
 * A limit over an outcome. Versions may number their limits otherwise: what a limit covers is part
 * of what it is.
 */
type Covering<Limit> = Readonly<{ limit: Limit; covered: string }>;

/** Which of some limits are over an outcome, looked up once for each list and outcome. */
function coveringBy<Limit extends LimitPlan | WideLimitPlan>() {
  const known = new Map<readonly Limit[], Map<string, readonly Covering<Limit>[]>>();
  return (limits: readonly Limit[], outcome: string): readonly Covering<Limit>[] => {
    const byOutcome = known.get(limits) ?? new Map<string, readonly Covering<Limit>[]>();
    known.set(limits, byOutcome);
    const before = byOutcome.get(outcome);
    if (before) return before;
    const own = limits
      .filter(({ outcomes }) => !outcomes || outcomes.includes(outcome))
      .map((limit) => ({ limit, covered: limit.outcomes?.join() ?? '' }));
    byOutcome.set(outcome, own);
    return own;
  };
}

type Owned = Readonly<{ earned: Earned; participant: string; day: DayNumber }>;

function overOfParticipant(
  { limit, covered }: Covering<LimitPlan>,
  { earned, participant, day }: Owned,
  { own, openPool, yearOn }: Pools,
): OverLine {
  const { clause, per, eachYear } = limit;
  const year = eachYear ? yearOn(day) : 0;
  const scope = scopeOf(limit, earned);
  const pools = own(participant);
  const found = pools.find(
    (each) =>
      each.year === year &&
      each.per === per &&
      each.scope === scope &&
      each.clause === clause &&
      each.covered === covered,
  );
  if (found) return { limit, pool: found.pool };
  const opened = { clause, covered, per, year, scope, pool: openPool() };
  pools.push(opened);
  return { limit, pool: opened.pool };
}

function scopeOf({ per }: LimitPlan, { attachment, instance }: Earned) {
  switch (per) {
    case 'participant':
      return '';
    case 'attachment':
      return attachment.id;
    case 'referral':
      return instance.scope === 'referral' ? instance.key : attachment.referral.id;
  }
}

/** An advance is not earned: what is, and works it off, has its own room. */
export function isAdvance({ basis, outcome }: Due): boolean {
  return basis.is === 'other' && outcome === 'advance';
}

function findWide(
  { limit, covered }: Covering<WideLimitPlan>,
  line: LimitedLine,
  { wide, yearOn }: Pools,
): OverLine | undefined {
  const scope = findScope(limit, line);
  if (scope === undefined) return undefined;
  const { clause, per, eachYear } = limit;
  const period = limit.shared && closingPeriodAt(limit.shared, line.day);
  const time = period?.name ?? (eachYear ? yearOn(line.day) : 0);
  const { pool } = wide([clause, per.is, scope, covered, time]);
  return { limit, pool, ...(period ? { period } : {}) };
}

/** Whose sum a line draws on; undefined where the limit is not over it. */
function findScope({ per }: WideLimitPlan, { provider, group }: LimitedLine): string | undefined {
  switch (per.is) {
    case 'contract':
      return '';
    case 'each provider':
      return provider;
    case 'provider':
      return per.provider === provider ? provider : undefined;
    case 'group':
      return per.group === group ? per.group : undefined;
  }
}
