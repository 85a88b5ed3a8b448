import type { DayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import type { Plan, VersionPlan } from '../plan/plan.ts';

/**
 * The version whose terms an outcome keeps: the last that counts from its day or, where a change is
 * for new attachments, from the day of its attachment. Never that of the day of settlement.
 */
export function versionInForce(
  plan: Plan,
  days: Readonly<{ attachment: DayNumber; outcome: DayNumber }>,
): VersionPlan {
  const [only] = plan.versions;
  if (plan.versions.length === 1 && only !== undefined) return only;
  const counts = (version: VersionPlan, index: number) =>
    index === 0 ||
    version.countsFrom <= (version.countsFor === 'outcomes' ? days.outcome : days.attachment);
  const version = plan.versions.findLast(counts);
  assert(version, 'a plan has at least one version');
  return version;
}
