import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact, FactState } from '../../src/facts/index.ts';
import { compareFractions } from '../../src/money/index.ts';
import type { Bound, VersionPlan } from '../../src/settlement/plan/plan.ts';
import { factsOf, firstDayOf, helpfulStates, lastDayOfFact, type View } from './facts-in-force.ts';

/** One yes or no for each day. */
export type Days = ReadonlySet<DayNumber>;

type Wanted = Readonly<{
  kinds: readonly string[];
  states: readonly FactState[];
  atLeast?: Bound | undefined;
  ranks?: VersionPlan['ranks'];
  /** Whether such days help, so that hope lets a spell without an end go on. */
  helps?: boolean;
}>;

/** The days on which any of the kinds is recorded; a day counts once, however many cover it. */
export function daysIn(view: View, wanted: Wanted): Days {
  const { kinds, states, atLeast } = wanted;
  const days = new Set<DayNumber>();
  const facts = factsOf(view, kinds, states).map(({ fact }) => fact);
  for (const fact of facts) {
    if (atLeast !== undefined) {
      if (fact.value === undefined) continue;
      const compared = compareFractions(fact.value, atLeast.least);
      if (atLeast.strictly ? compared <= 0 : compared < 0) continue;
      const { under } = atLeast;
      if (under !== undefined && compareFractions(fact.value, under) >= 0) continue;
    }
    const last = wanted.helps ? lastDayCounted(view, fact) : lastDayOfFact(fact, view.at);
    for (let day = firstDayOf(fact); day <= last; day += 1) {
      if (!isOverruled({ view, ranks: wanted.ranks, facts }, fact, day)) days.add(day);
    }
  }
  return days;
}

/** A spell without an end is hoped to go on. */
export function lastDayCounted(view: View, fact: Fact): DayNumber {
  const isOpen = fact.from !== undefined && fact.to === undefined;
  return isOpen && view.hopes === 'hoped' ? view.at.trueBy : lastDayOfFact(fact, view.at);
}

type Ranked = Readonly<{
  view: View;
  ranks: VersionPlan['ranks'];
  /** The facts that count, among which one may overrule another of its kind. */
  facts: readonly Fact[];
}>;

/** Where sources are ranked, a higher one overrides a lower for the days of which it has a fact. */
export function isOverruled({ view, ranks, facts }: Ranked, fact: Fact, day: DayNumber): boolean {
  const sources = ranks?.get(fact.kind);
  if (sources === undefined) return false;
  const place = ({ source }: Fact) =>
    source !== undefined && sources.includes(source) ? sources.indexOf(source) : sources.length;
  return facts.some(
    (other) =>
      other.kind === fact.kind &&
      place(other) < place(fact) &&
      firstDayOf(other) <= day &&
      day <= lastDayOfFact(other, view.at),
  );
}

/** The same for kinds that help, so that hope may count what is not yet verified. */
export function helpfulDaysIn(view: View, wanted: Wanted): Days {
  return daysIn(view, { ...wanted, states: helpfulStates(view, wanted.states), helps: true });
}
