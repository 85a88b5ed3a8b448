import type { DayNumber } from '../../calendar/index.ts';
import type { Plan, VersionPlan, WholePlan } from '../plan/plan.ts';
import { versionInForce } from '../whose/version-in-force.ts';

/** What a version says beyond single participants, and on which days its words are in force. */
export type Terms = Readonly<{
  version: VersionPlan;
  whole: WholePlan;
  areInForceOn: (day: DayNumber) => boolean;
}>;

/** The terms of every version that says anything of the kind, in the order of versions. */
export function termsOf(plan: Plan): readonly Terms[] {
  return plan.versions.flatMap((version): readonly Terms[] => {
    const { whole } = version;
    if (whole === undefined) return [];
    const areInForceOn = (day: DayNumber) =>
      versionInForce(plan, { attachment: day, outcome: day }) === version;
    return [{ version, whole, areInForceOn }];
  });
}
