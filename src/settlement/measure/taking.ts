import type { DayNumber } from '../../calendar/index.ts';
import type { CohortPlan, MeasurePlan } from '../plan/measure-plan.ts';
import type { Plan, VersionPlan } from '../plan/plan.ts';
import { versionInForce } from '../whose/version-in-force.ts';

/** One measure of one cohort, by the terms in force on the last day of the cohort. */
export type Taking = Readonly<{
  version: VersionPlan;
  measure: MeasurePlan;
  cohort: CohortPlan;
  /** The first day on which its number can be known. */
  from: DayNumber;
}>;

/** Every measure of every cohort, in the order of versions and of the page. */
export function takingsOf(plan: Plan): readonly Taking[] {
  return plan.versions.flatMap((version) =>
    (version.whole?.measures ?? []).flatMap((measure) =>
      measure.cohorts
        .filter(({ last }) => {
          return versionInForce(plan, { attachment: last, outcome: last }) === version;
        })
        .map((cohort) => {
          return { version, measure, cohort, from: Math.max(cohort.takenOn, cohort.last) };
        }),
    ),
  );
}

/** That of a cohort by its name, under whichever version it is taken. */
export function findTaking(
  takings: readonly Taking[],
  measure: string,
  cohort: string,
): Taking | undefined {
  return takings.find((each) => each.measure.name === measure && each.cohort.name === cohort);
}
