import type { DayNumber } from '../../src/calendar/index.ts';
import type { FactState } from '../../src/facts/fact.ts';
import { compareFractions } from '../../src/money/index.ts';
import type { Bound } from '../../src/settlement/plan.ts';
import { factsOf, firstDayOf, helpfulStates, lastDayOfFact, type View } from './facts-in-force.ts';

/** One yes or no for each day. */
export type Days = ReadonlySet<DayNumber>;

type Wanted = Readonly<{
  kinds: readonly string[];
  states: readonly FactState[];
  atLeast?: Bound | undefined;
}>;

/** The days on which any of the kinds is recorded; a day counts once, however many cover it. */
export function daysIn(view: View, { kinds, states, atLeast }: Wanted): Days {
  const days = new Set<DayNumber>();
  for (const { fact } of factsOf(view, kinds, states)) {
    if (atLeast !== undefined) {
      if (fact.value === undefined) continue;
      const compared = compareFractions(fact.value, atLeast.least);
      if (atLeast.strictly ? compared <= 0 : compared < 0) continue;
    }
    const isOpen = fact.from !== undefined && fact.to === undefined;
    const last = isOpen && view.hopes === 'hoped' ? view.at.trueBy : lastDayOfFact(fact, view.at);
    for (let day = firstDayOf(fact); day <= last; day += 1) days.add(day);
  }
  return days;
}

/** The same for kinds that help, so that hope may count what is not yet verified. */
export function helpfulDaysIn(view: View, wanted: Wanted): Days {
  return daysIn(view, { ...wanted, states: helpfulStates(view, wanted.states) });
}
