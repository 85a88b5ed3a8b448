import type { DayNumber, Span } from '../../calendar/index.ts';
import type { FactState } from '../../facts/index.ts';
import { compareFractions } from '../../money/index.ts';
import type { Bound } from '../plan/plan.ts';
import { overrideByRank } from './ranked-sources.ts';
import type { SeenFact } from './seen-fact.ts';
import { byDayThenChain, type View } from './view.ts';

/**
 * Which facts are asked for. Those that help an outcome are read as the view reads; those that do
 * not (excluded days, pauses, what must not happen) count only in the states the page names.
 */
export type Wanted = Readonly<{
  kinds: readonly string[];
  states: readonly FactState[];
  helps: boolean;
  atLeast?: Bound | undefined;
}>;

/** The days of a spell that are evidenced, cut to what has happened. */
export type Spell = Readonly<{ seen: SeenFact; first: DayNumber; last: DayNumber }>;

export const verifiedOnly: readonly FactState[] = ['verified'];

/** The facts that count, in the order of their days and, within a day, of their ids. */
export function countedFacts(view: View, wanted: Wanted): readonly SeenFact[] {
  const { kinds } = wanted;
  const [first] = kinds;
  if (first === undefined) return none;
  if (kinds.length === 1) return countedOfKind(view, wanted, first);
  return kinds.flatMap((kind) => countedOfKind(view, wanted, kind)).sort(byDayThenChain);
}

const none: readonly SeenFact[] = [];

function countedOfKind(view: View, wanted: Wanted, kind: string): readonly SeenFact[] {
  const all = view.factsOf(kind);
  const counted = allCount(view, wanted, all)
    ? all
    : all.filter((seen) => counts(view, wanted, seen));
  const ranks = view.ranks?.get(kind);
  if (ranks === undefined) return counted;
  const isHopeful = wanted.helps && view.reading === 'hopeful';
  return overrideByRank(counted, ranks, isHopeful ? view.horizon : undefined);
}

/** Whether its first day is its own: what is left of a spell that was overridden does not begin. */
export function beginsItself({ fact, whole }: SeenFact): boolean {
  return whole === undefined || whole.first === fact.from;
}

/** The evidenced days of each spell that counts and is not too small. */
export function countedSpells(view: View, wanted: Wanted): readonly Spell[] {
  const spells: Spell[] = [];
  for (const seen of countedFacts(view, wanted)) {
    if (!reaches(seen, wanted.atLeast)) continue;
    const { first } = seen;
    const last = lastEvidencedDay(view, seen, wanted.helps);
    if (first <= last) spells.push({ seen, first, last });
  }
  return spells;
}

/** Every day in any of the spells, once. */
export function countedDays(view: View, wanted: Wanted): readonly Span[] {
  if (wanted.kinds.length === 0) return noDays;
  const { known } = view;
  for (let at = known.days; at !== undefined; at = at.next)
    if (at.wanted === wanted) return at.days;
  const days = daysOf(view, wanted);
  known.days = { wanted, days, next: known.days };
  return days;
}

const noDays: readonly Span[] = [];

/** Facts come in the order of their first days. */
function daysOf(view: View, wanted: Wanted): readonly Span[] {
  const facts = countedFacts(view, wanted);
  if (facts.length === 0) return noDays;
  const days: Span[] = [];
  for (const seen of facts) {
    if (!reaches(seen, wanted.atLeast)) continue;
    const { first } = seen;
    const last = lastEvidencedDay(view, seen, wanted.helps);
    if (first > last) continue;
    const before = days[days.length - 1];
    if (before === undefined || first > before.last + 1) days.push({ first, last });
    else if (last > before.last) days[days.length - 1] = { first: before.first, last };
  }
  return days;
}

/**
 * A spell is evidence of days up to the day on which it became known, and of none after it. A
 * single day is a spell of one.
 */
export function lastEvidencedDay(view: View, seen: SeenFact, helps: boolean): DayNumber {
  if (seen.isOpen && helps && view.reading === 'hopeful') return view.horizon;
  return Math.min(seen.last, view.horizon);
}

function allCount(view: View, wanted: Wanted, all: readonly SeenFact[]): boolean {
  for (const seen of all) if (!counts(view, wanted, seen)) return false;
  return true;
}

// Until it was corrected, a fact may have been of a kind that is not asked for.
function counts(view: View, wanted: Wanted, seen: SeenFact): boolean {
  if (!wanted.kinds.includes(seen.kind)) return false;
  const { states } = seen;
  if (wanted.helps && view.reading !== 'firm') return !states.includes('rejected');
  for (const state of states) if (!wanted.states.includes(state)) return false;
  return true;
}

function reaches({ fact }: SeenFact, bound: Bound | undefined): boolean {
  if (bound === undefined) return true;
  if (fact.value === undefined) return false;
  if (bound.under && compareFractions(fact.value, bound.under) >= 0) return false;
  const difference = compareFractions(fact.value, bound.least);
  return bound.strictly ? difference > 0 : difference >= 0;
}
