import { outcomesOf } from '../achieve/order-of-work.ts';
import type { Plan } from '../plan/plan.ts';
import { areTogether } from '../whose/instance.ts';
import { type Draft, payableOf } from './draft.ts';

/** Gives lines less what others have taken the place of; each participant's are given together. */
export type Replacer = (drafts: readonly Draft[]) => readonly Draft[];

/**
 * Step 8, before limits. An outcome that takes the place of others pays its price less what they
 * earned in the same scope, each pound of it taken once, and never less than nothing.
 */
export function replacer(plan: Plan): Replacer {
  const names = orderOfReplacement(plan);
  if (names.length === 0) return (drafts) => drafts;
  return (drafts) => {
    const changed = [...drafts];
    const places = placesByParticipant(drafts);
    for (const own of places.values()) {
      for (const name of names) replaceBy(name, own, changed);
    }
    return changed;
  };
}

/** Those that take the place of others, after those whose place they take. */
function orderOfReplacement(plan: Plan): readonly string[] {
  const outcomes = outcomesOf(plan).filter(({ takesThePlaceOf }) => takesThePlaceOf.length > 0);
  const order: string[] = [];
  const visit = (name: string, seen: readonly string[]): void => {
    if (order.includes(name) || seen.includes(name)) return;
    const own = outcomes.filter((outcome) => outcome.name === name);
    for (const other of own.flatMap((outcome) => outcome.takesThePlaceOf)) {
      visit(other, [...seen, name]);
    }
    if (own.length > 0) order.push(name);
  };
  for (const { name } of outcomes) visit(name, []);
  return order;
}

function placesByParticipant(drafts: readonly Draft[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  drafts.forEach(({ participant }, index) => {
    const own = places.get(participant);
    if (own) own.push(index);
    else places.set(participant, [index]);
  });
  return places;
}

function replaceBy(name: string, places: readonly number[], drafts: Draft[]): void {
  const taken = new Map<Draft, bigint>();
  for (const place of places) {
    const draft = drafts[place] as Draft;
    const { outcome } = draft.earned.placed;
    if (outcome.name !== name || draft.isGiven) continue;
    let left = payableOf(draft);
    const replaced = places.map((each) => drafts[each] as Draft).filter(isReplacedBy(draft));
    let amount = 0n;
    for (const other of replaced) {
      const available = payableOf(other) - (taken.get(other) ?? 0n);
      const part = available < left ? available : left;
      if (part <= 0n) continue;
      taken.set(other, (taken.get(other) ?? 0n) + part);
      amount += part;
      left -= part;
    }
    if (amount === 0n) continue;
    const unpaid = { reason: 'replaced', amount, clause: outcome.clause } as const;
    drafts[place] = { ...draft, unpaid: [...draft.unpaid, unpaid] };
  }
}

function isReplacedBy({ earned }: Draft): (other: Draft) => boolean {
  const { takesThePlaceOf } = earned.placed.outcome;
  return (other) =>
    takesThePlaceOf.includes(other.earned.placed.outcome.name) &&
    areTogether(other.earned.instance, earned.instance);
}
