import { compareFractions, sumFractions } from '../money/index.ts';
import type { Draft } from './draft.ts';
import { areTogether } from './instance.ts';
import type { RoutePlan, VersionPlan } from './plan.ts';

/**
 * Step 3, routes. Of the sets of outcomes between which a route chooses, the one whose achieved
 * lines are worth most pays; between equals, the one achieved earlier. What is refused anyway is
 * worth nothing. Each participant's lines are given together.
 */
export function chooseRoutes(drafts: readonly Draft[]): readonly Draft[] {
  const versions = new Set(drafts.map((draft) => draft.earned.version));
  let chosen = drafts;
  for (const version of versions) {
    for (const route of version.routes) chosen = chooseRoute(chosen, version, route);
  }
  return chosen;
}

function chooseRoute(
  drafts: readonly Draft[],
  version: VersionPlan,
  route: RoutePlan,
): readonly Draft[] {
  const losers = new Set<Draft>();
  const isOnRoute = (draft: Draft) => draft.earned.version === version && setOf(draft, route) >= 0;
  const open = drafts.filter((draft) => isOnRoute(draft) && draft.refusal === undefined);
  for (const together of instancesIn(open)) {
    const sets = route.sets.map((_, index) =>
      together.filter((each) => setOf(each, route) === index),
    );
    const winner = dearest(sets);
    for (const draft of together) if (!winner.includes(draft)) losers.add(draft);
  }
  if (losers.size === 0) return drafts;
  const refusal = { reason: 'route', clause: route.clause } as const;
  return drafts.map((draft) => (losers.has(draft) ? { ...draft, refusal } : draft));
}

function setOf({ earned }: Draft, route: RoutePlan): number {
  return route.sets.findIndex((names) => names.includes(earned.placed.outcome.name));
}

/** Lines of the same scope; of the widest, where the outcomes of a route differ in it. */
function instancesIn(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const groups: Draft[][] = [];
  for (const draft of drafts) {
    const joined = groups.filter((group) =>
      group.some((each) => areTogether(each.earned.instance, draft.earned.instance)),
    );
    const others = groups.filter((group) => !joined.includes(group));
    groups.splice(0, groups.length, ...others, [...joined.flat(), draft]);
  }
  return groups;
}

function dearest(sets: readonly (readonly Draft[])[]): readonly Draft[] {
  let winner: readonly Draft[] = [];
  for (const set of sets) {
    if (set.length === 0) continue;
    const difference = compareFractions(worthOf(set), worthOf(winner));
    const isEarlier = difference === 0 && firstDayIn(set) < firstDayIn(winner);
    if (winner.length === 0 || difference > 0 || isEarlier) winner = set;
  }
  return winner;
}

function worthOf(drafts: readonly Draft[]) {
  return sumFractions(drafts.map((draft) => draft.exact));
}

function firstDayIn(drafts: readonly Draft[]): number {
  return Math.min(...drafts.map((draft) => draft.earned.achievement.day));
}
