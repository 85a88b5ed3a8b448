import { assert } from '../problem/index.ts';
import type { OutcomePlan, Plan } from './plan.ts';

/** Outcomes by name, each with those on which it rests, all the way down, and itself last. */
export type OrderOfWork = ReadonlyMap<string, readonly string[]>;

/**
 * The names of all outcomes, each after those on which it rests, so that each is worked out once.
 * A page on which two rest on each other has been refused.
 */
export function orderOfWork(plan: Plan): OrderOfWork {
  const restsOn = new Map<string, Set<string>>();
  for (const outcome of outcomesOf(plan)) {
    const known = restsOn.get(outcome.name) ?? new Set();
    for (const name of foundationsOf(outcome)) known.add(name);
    restsOn.set(outcome.name, known);
  }
  const order = new Map<string, readonly string[]>();
  const begun = new Set<string>();
  for (const name of restsOn.keys()) visit(name);
  return order;

  function visit(name: string): readonly string[] {
    const before = order.get(name);
    if (before) return before;
    assert(!begun.has(name), 'no outcome rests on itself');
    begun.add(name);
    const below = [...(restsOn.get(name) ?? [])].filter((other) => restsOn.has(other));
    const chain = [...new Set([...below.flatMap(visit), name])];
    order.set(name, chain);
    return chain;
  }
}

/** Every outcome of every version and group. */
export function outcomesOf(plan: Plan): readonly OutcomePlan[] {
  return plan.versions.flatMap((version) =>
    [...version.groups.values()].flatMap((group) => group.outcomes),
  );
}

function foundationsOf({ onlyAfter, window, condition }: OutcomePlan): readonly string[] {
  const anchor = window?.anchor.is === 'outcome' ? [window.anchor.outcome] : [];
  const mark = condition.is === 'each day' && condition.onceReached ? [condition.onceReached] : [];
  const parts = condition.is === 'all of' || condition.is === 'any of' ? condition.outcomes : [];
  return [...onlyAfter, ...anchor, ...mark, ...parts];
}
