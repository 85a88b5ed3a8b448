import { closingPeriodAt } from '../plan/closing-period-at.ts';
import type { WideLimitPlan } from '../plan/money-plan.ts';
import type { ClosingPeriod } from '../plan/period-plan.ts';
import type { LimitPlan, Plan } from '../plan/plan.ts';
import { yearIn } from '../plan/year-in.ts';
import type { Due } from './due.ts';

/** A limit over a line, and the pool that every line of its kind draws on. */
export type OverLine = Readonly<{
  limit: LimitPlan | WideLimitPlan;
  pool: string;
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

/** The limits of its own version and group: those of its participant before those of many. */
export function limitsOver(due: Due, plan: Plan): readonly OverLine[] {
  return [...limitsOfParticipant(due, plan), ...wideLimits(due, plan)];
}

function limitsOfParticipant(due: Due, plan: Plan): readonly OverLine[] {
  if (due.basis.is !== 'outcome') return [];
  const { draft } = due.basis;
  return draft.earned.group.limits
    .filter(({ outcomes }) => !outcomes || outcomes.includes(due.outcome))
    .map((limit) => {
      const { clause, eachYear } = limit;
      const year = eachYear ? yearIn(plan, due.day) : 0;
      const covered = limit.outcomes?.join() ?? '';
      const scope = [due.participant, scopeOf(limit, draft)];
      return { limit, pool: JSON.stringify([clause, covered, limit.per, year, scope]) };
    });
}

function scopeOf(
  { per }: LimitPlan,
  { earned }: Extract<Due['basis'], { is: 'outcome' }>['draft'],
) {
  const { attachment, instance } = earned;
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

function wideLimits(due: Due, plan: Plan): readonly OverLine[] {
  if (isAdvance(due)) return [];
  const limits = due.version.whole?.limits ?? [];
  return limits.flatMap((limit) => {
    const { clause, outcomes, eachYear } = limit;
    const scope = findScope(limit, due);
    if (scope === undefined || (outcomes && !outcomes.includes(due.outcome))) return [];
    const period = limit.shared && closingPeriodAt(limit.shared, due.day);
    const time = period?.name ?? (eachYear ? yearIn(plan, due.day) : 0);
    // Versions may number their limits otherwise: what a limit covers is part of what it is.
    const covered = outcomes?.join() ?? '';
    const pool = JSON.stringify([clause, limit.per.is, scope, covered, time]);
    return [{ limit, pool, ...(period ? { period } : {}) }];
  });
}

/** Whose sum a line draws on; undefined where the limit is not over it. */
function findScope({ per }: WideLimitPlan, { provider, group }: Due): string | undefined {
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
