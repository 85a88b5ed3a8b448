import { compareFractions, sumFractions } from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { Draft } from '../pay/draft.ts';

/**
 * Step 3, routes. Of the sets of outcomes between which a route chooses, the one whose achieved
 * lines are worth most pays; between equals, the one achieved earlier. What is refused anyway is
 * worth nothing. Each participant's lines are given together.
 */
export function chooseRoutes(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some(({ earned }) => earned.version.routes.length > 0)) return drafts;
  const clauses = new Set<string>();
  for (const { earned } of drafts) {
    for (const { clause } of earned.version.routes) clauses.add(clause);
  }
  let chosen = drafts;
  for (const clause of clauses) chosen = chooseRoute(chosen, clause);
  return chosen;
}

function chooseRoute(drafts: readonly Draft[], clause: string): readonly Draft[] {
  const losers = new Set<Draft>();
  const open = drafts.filter((draft) => !draft.refusal && setOf(draft, clause) >= 0);
  for (const together of instancesIn(open, clause)) {
    const sets = new Map<number, Draft[]>();
    for (const draft of together) {
      const set = setOf(draft, clause);
      sets.set(set, [...(sets.get(set) ?? []), draft]);
    }
    const inOrder = [...sets].sort(([a], [b]) => a - b).map(([, set]) => set);
    const winner = dearest(inOrder);
    for (const draft of together) if (!winner.includes(draft)) losers.add(draft);
  }
  if (losers.size === 0) return drafts;
  const refusal = { reason: 'route', clause } as const;
  return drafts.map((draft) => (losers.has(draft) ? { ...draft, refusal } : draft));
}

/** Which of the sets of a route the line's outcome is in, by the terms that the line keeps. */
function setOf({ earned }: Draft, clause: string): number {
  const route = earned.version.routes.find((each) => each.clause === clause);
  return route?.sets.findIndex((names) => names.includes(earned.placed.outcome.name)) ?? -1;
}

/** Lines of one scope where the outcomes of a route have the same; else of one participant. */
function instancesIn(drafts: readonly Draft[], clause: string): readonly (readonly Draft[])[] {
  const scopes = new Set(drafts.flatMap(({ earned }) => scopesOf(earned, clause)));
  if (scopes.size > 1) return [drafts];
  const instances = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { key } = draft.earned.instance;
    instances.set(key, [...(instances.get(key) ?? []), draft]);
  }
  return [...instances.values()];
}

function scopesOf({ version, group }: Earned, clause: string): readonly string[] {
  const names = version.routes.find((route) => route.clause === clause)?.sets.flat() ?? [];
  return group.outcomes.filter(({ name }) => names.includes(name)).map(({ scope }) => scope);
}

function dearest(sets: readonly (readonly Draft[])[]): readonly Draft[] {
  let winner: readonly Draft[] = [];
  for (const set of sets) {
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
