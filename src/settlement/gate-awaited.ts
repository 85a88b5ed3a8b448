import type { DayNumber } from '../calendar/index.ts';
import type { AsAt } from './as-at.ts';
import type { Due } from './due/due.ts';
import type { CohortPlan, MeasurePlan } from './plan/measure-plan.ts';

/** A measure that has not been taken yet, and the day on which it is. */
export type AwaitedMeasure = Readonly<{ measure: string; takenOn: DayNumber }>;

/** What the gate over a line waits for; nothing where its number has been taken and is too low. */
export function gateAwaited(due: Due, clause: string, asAt: AsAt): AwaitedMeasure | undefined {
  const over = gateOver(due, clause);
  if (over === undefined) return undefined;
  const { measure, cohort } = over;
  const takenOn = Math.max(cohort.takenOn, cohort.last);
  const isTaken = takenOn <= Math.min(asAt.trueBy, asAt.knownBy);
  return isTaken ? undefined : { measure: measure.name, takenOn };
}

/** The measure of which a gate over a line asks, and of which cohort. */
export function gateOver(
  due: Due,
  clause: string,
): Readonly<{ measure: MeasurePlan; cohort: CohortPlan }> | undefined {
  const { whole } = due.version;
  const gate = whole?.gates.find((each) => each.clause === clause);
  const measure = whole?.measures.find(({ name }) => name === gate?.measure);
  const cohort = measure && cohortOf(due, measure);
  return measure && cohort && { measure, cohort };
}

/** The cohort in which its participant came; of the line of a measure, that of the same name. */
function cohortOf({ basis, cohort }: Due, { of, cohorts }: MeasurePlan): CohortPlan | undefined {
  if (basis.is !== 'outcome') return cohorts.find(({ name }) => name === cohort);
  const { attachment } = basis.draft.earned;
  const day = of === 'attached' ? attachment.day : attachment.referral.day;
  return cohorts.find(({ first, last }) => day >= first && day <= last);
}
