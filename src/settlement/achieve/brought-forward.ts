import type { OutcomePlan, Plan } from '../plan/plan.ts';
import { type OrderOfWork, outcomesOf } from './order-of-work.ts';

/**
 * The outcomes that more evidence can only bring forward: each further fact leaves their
 * achievements on the days on which they were, or moves them to earlier ones, and takes none away.
 * Those that rest on others are so where these are.
 */
export function broughtForward(plan: Plan, order: OrderOfWork): ReadonlySet<string> {
  const isRanked = plan.versions.some(({ ranks }) => (ranks?.size ?? 0) > 0);
  const isSetAside = plan.versions.some(({ setAsideBy }) => setAsideBy.length > 0);
  if (plan.versions.length > 1 || isRanked || isSetAside) return new Set();
  const others = new Set<string>();
  for (const outcome of outcomesOf(plan)) if (!isAlone(outcome)) others.add(outcome.name);
  const names = [...order].filter(([, chain]) => !chain.some((name) => others.has(name)));
  return new Set(names.map(([name]) => name));
}

/**
 * Those of them that are so many days, whichever facts cover them, and rest on nothing else: a fact
 * that says no day that was not known changes nothing.
 */
export function countingDays(
  plan: Plan,
  order: OrderOfWork,
  brought: ReadonlySet<string>,
): ReadonlySet<string> {
  const others = new Set<string>();
  for (const { name, condition } of outcomesOf(plan)) {
    if (condition.is !== 'lasts' || condition.atLeast !== undefined) others.add(name);
  }
  const names = [...order].filter(([, chain]) => !chain.some((name) => others.has(name)));
  return new Set(names.map(([name]) => name).filter((name) => brought.has(name)));
}

function isAlone(outcome: OutcomePlan): boolean {
  const { window, pausedBy, scope, partialFrom, price, whileAttached } = outcome;
  const anchor = window?.anchor.is ?? 'attachment';
  const isFixed = anchor === 'attachment' || anchor === 'contract' || anchor === 'outcome';
  const isWhole = partialFrom === undefined && pausedBy.length === 0 && whileAttached !== true;
  const isSingle = price.rows.every(({ tier }) => tier === undefined);
  return isFixed && isWhole && isSingle && scope !== 'referral' && onlyGains(outcome);
}

/**
 * Whether a further fact adds to what counts and moves nothing later. Days before what an outcome
 * comes after, and months that are counted over gaps, shift the repeats that follow them.
 */
function onlyGains({ condition, onlyAfter }: OutcomePlan): boolean {
  if (condition.is === 'happens') return true;
  if (condition.is !== 'lasts' || condition.less.length > 0 || onlyAfter.length > 0) return false;
  const { unit } = condition.length;
  return condition.gapMax === undefined || unit === 'day' || unit === 'week';
}
