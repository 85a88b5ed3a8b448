import type { DayNumber } from '../../calendar/index.ts';
import type { PeriodPlan } from '../plan/period-plan.ts';
import { countOf, daysOfChange } from './count.ts';
import type { Evidence } from './evidence.ts';
import { type Person, personsOf } from './person.ts';
import { addSums, growth, isNothing, nothing, type Sums } from './sums.ts';
import type { Taking } from './taking.ts';

/**
 * What a measure counts of the people of one period, participant after participant. Of each only
 * the sums are kept, by provider and by the day from which they were known.
 */
export type Tally = Readonly<{
  taking: Taking;
  period: PeriodPlan;
  byProvider: Map<string, Map<DayNumber, Sums>>;
}>;

/** One for the cohort itself, and one for the cohort with which it is compared, if it is. */
export function talliesFor(taking: Taking): readonly Tally[] {
  const { core, against } = taking.measure;
  if (core.is === 'estimated' || core.is === 'weighted') return [];
  const value = against?.value;
  const periods = [taking.cohort, ...(value?.is === 'cohort' ? [value.cohort] : [])];
  return periods.map((period) => ({ taking, period, byProvider: new Map() }));
}

/** Counts one participant, as it was known from one day to the next. */
export function addTo(tally: Tally, evidence: Evidence, knownBy: DayNumber): void {
  for (const person of personsOf(evidence, tally.taking, tally.period)) {
    addPerson(tally, person, knownBy);
  }
}

function addPerson(tally: Tally, person: Person, knownBy: DayNumber): void {
  const byDay = tally.byProvider.get(person.provider) ?? new Map<DayNumber, Sums>();
  tally.byProvider.set(person.provider, byDay);
  let before = nothing;
  for (const day of [tally.taking.from, ...daysOfChange(person, knownBy)]) {
    const now = countOf(person, day);
    const grown = growth(now, before);
    if (!isNothing(grown)) byDay.set(day, addSums(byDay.get(day) ?? nothing, grown));
    before = now;
  }
}

/** What had been counted by what was known on a day. */
export function sumsOn({ byProvider }: Tally, provider: string, day: DayNumber): Sums {
  let sums = nothing;
  for (const [since, grown] of byProvider.get(provider) ?? []) {
    if (since <= day) sums = addSums(sums, grown);
  }
  return sums;
}

/** The days on which what was counted changed, in no order. */
export function daysIn({ byProvider }: Tally, provider: string): readonly DayNumber[] {
  return [...(byProvider.get(provider)?.keys() ?? [])];
}
