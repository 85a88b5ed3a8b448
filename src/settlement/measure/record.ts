import { type DayNumber, lastDayOf, type Span, subtract, union } from '../../calendar/index.ts';
import type { SeenFact } from '../admit/seen-fact.ts';

import type { PeriodPlan } from '../plan/period-plan.ts';
import type { Work } from '../work.ts';
import type { Taking } from './taking.ts';

/** The records of completeness that name no participant, as they were known on a day. */
export type Records = Pick<Work, 'completesAt' | 'completesKnownOn'>;

/** What must be complete for the number of the people of a period to be known, if anything. */
export type RecordAsked = Readonly<{ source: string; kinds: readonly string[]; days: Span }>;

/** From the first day of the period to the last on which anything of its people counts. */
export function recordFor(
  { measure, cohort, version }: Taking,
  { first, last }: PeriodPlan,
): RecordAsked | undefined {
  const { core, within } = measure;
  if (!('completeSource' in core) || core.completeSource === undefined) return undefined;
  const working = version.whole?.timeliness.working;
  const followedTo = within ? lastDayOf(last, within, working) : cohort.takenOn;
  const days = { first, last: Math.min(followedTo, cohort.takenOn) };
  return { source: core.completeSource, kinds: core.kinds, days };
}

/** The kinds of which the record was not complete, by what was known on a day. */
export function kindsNotComplete(
  records: Records,
  asked: RecordAsked,
  day: DayNumber,
): readonly string[] {
  return asked.kinds.filter((kind) => {
    const spans = recordsOf(records, asked, day).flatMap(({ fact }): readonly Span[] => {
      const { from, to, about } = fact;
      return about === kind && from !== undefined && to !== undefined
        ? [{ first: from, last: to }]
        : [];
    });
    return subtract([asked.days], union(spans)).length > 0;
  });
}

/** What the source has recorded as complete of any of the kinds, on any day. */
export function recordsOf(
  { completesAt }: Records,
  { source, kinds }: RecordAsked,
  day: DayNumber,
): readonly SeenFact[] {
  return completesAt(day).filter(
    ({ fact }) => fact.source === source && kinds.includes(fact.about ?? ''),
  );
}
