import { roundedDown } from '../pay/rounding-of-total.ts';
import type { LimitPlan } from '../plan/plan.ts';
import type { Due } from './due.ts';

/** The least of a participant's own limits over a line; none where no such limit is over it. */
export type LeastOver = (due: Due) => bigint | undefined;

/** Looks for it once for each list of limits and outcome. */
export function leastOver(): LeastOver {
  const known = new Map<readonly LimitPlan[], Map<string, bigint | undefined>>();
  return ({ basis, outcome }) => {
    if (basis.is !== 'outcome') return undefined;
    const { limits } = basis.draft.earned.group;
    const byOutcome = known.get(limits) ?? new Map<string, bigint | undefined>();
    known.set(limits, byOutcome);
    if (!byOutcome.has(outcome)) byOutcome.set(outcome, leastOf(limits, outcome));
    return byOutcome.get(outcome);
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

/** Whether all that a participant could be paid is within each limit over it, so that none acts. */
export function fitsWithin(dues: readonly Due[], least: LeastOver): boolean {
  let all = 0n;
  let tightest: bigint | undefined;
  for (const due of dues) {
    if (due.gross < 0n) return false;
    all += due.gross;
    const most = least(due);
    if (most !== undefined && (tightest === undefined || most < tightest)) tightest = most;
  }
  return tightest === undefined || all <= tightest;
}
