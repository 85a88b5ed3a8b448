import { assert } from '../../problem/index.ts';
import type { Condition, OutcomePlan, Plan } from '../plan/plan.ts';

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
    const below = [...(restsOn.get(name) ?? [])];
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

/**
 * For each outcome every kind of fact on which it can rest, with those behind it and those that say
 * who took part. What becomes known of other kinds changes nothing of it.
 */
export function kindsBehind(
  plan: Plan,
  order: OrderOfWork,
): ReadonlyMap<string, ReadonlySet<string>> {
  const structure = plan.versions.flatMap(({ setAsideBy }) => setAsideBy);
  const own = new Map<string, Set<string>>();
  for (const outcome of outcomesOf(plan)) {
    const kinds = own.get(outcome.name) ?? new Set([...takingPart, ...structure]);
    for (const kind of kindsNamedBy(outcome)) kinds.add(kind);
    own.set(outcome.name, kinds);
  }
  const behind = [...order].map(([name, chain]) => {
    return [name, new Set(chain.flatMap((each) => [...(own.get(each) ?? [])]))] as const;
  });
  return new Map(behind);
}

/** Kinds that say who took part, and of what a record is complete. */
export const takingPart: readonly string[] = ['referred', 'attached', 'left', 'complete'];

function kindsNamedBy({ condition, pausedBy, window }: OutcomePlan): readonly string[] {
  const anchor = window?.anchor.is === 'kind' ? [window.anchor.kind] : [];
  const less = 'less' in condition ? condition.less : [];
  return [...kindsOf(condition), ...less, ...pausedBy, ...anchor];
}

/** The kinds of fact that a condition counts. */
export function kindsOf(condition: Condition): readonly string[] {
  switch (condition.is) {
    case 'improves':
    case 'scores':
      return [condition.kind];
    case 'all of':
    case 'any of':
      return [];
    case 'happens':
    case 'lasts':
    case 'absent':
    case 'adds up':
    case 'each day':
    case 'each unit':
      return condition.kinds;
  }
}
