import { roundedDown } from '../pay/rounding-of-total.ts';
import type { GroupPlan, LimitPlan } from '../plan/plan.ts';

/** The least of a participant's own limits over an outcome; none where there is none. */
export type LeastOver = (group: GroupPlan, outcome: string) => bigint | undefined;

/** Looks for it once for each list of limits and outcome. */
export function leastOver(): LeastOver {
  const known = new Map<readonly LimitPlan[], Map<string, bigint | undefined>>();
  return ({ limits }, outcome) => {
    let byOutcome = known.get(limits);
    if (byOutcome === undefined) {
      byOutcome = new Map();
      known.set(limits, byOutcome);
    }
    const before = byOutcome.get(outcome);
    if (before !== undefined || byOutcome.has(outcome)) return before;
    const least = leastOf(limits, outcome);
    byOutcome.set(outcome, least);
    return least;
  };
}

function leastOf(limits: readonly LimitPlan[], outcome: string): bigint | undefined {
  let least: bigint | undefined;
  for (const { most, outcomes } of limits) {
    if (outcomes && !outcomes.includes(outcome)) continue;
    const units = roundedDown(most);
    if (least === undefined || units < least) least = units;
  }
  return least;
}
