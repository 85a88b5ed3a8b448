import { assert } from '../problem/index.ts';
import type { OutcomePlan, Plan } from './plan.ts';

/**
 * The names of all outcomes, each after those on which it rests, so that each is worked out once.
 * A page on which two rest on each other has been refused.
 */
export function orderOfWork(plan: Plan): readonly string[] {
  const restsOn = new Map<string, Set<string>>();
  for (const outcome of outcomesOf(plan)) {
    const known = restsOn.get(outcome.name) ?? new Set();
    for (const name of foundationsOf(outcome)) known.add(name);
    restsOn.set(outcome.name, known);
  }
  const order: string[] = [];
  const begun = new Set<string>();
  for (const name of restsOn.keys()) visit(name);
  return order;

  function visit(name: string): void {
    if (order.includes(name)) return;
    assert(!begun.has(name), 'no outcome rests on itself');
    begun.add(name);
    for (const other of restsOn.get(name) ?? []) if (restsOn.has(other)) visit(other);
    order.push(name);
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
