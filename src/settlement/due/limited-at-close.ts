import type { DayNumber } from '../../calendar/index.ts';
import { applyLimits, type Sight } from '../columns/limit-dues.ts';
import type { ClosingPeriod } from '../plan/period-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { type Due, isGiven } from './due.ts';
import { duesInLine } from './dues-in-line.ts';
import type { OnMet } from './limit.ts';
import { type LimitsOver, limitsIn, type Pooling } from './limits-over.ts';

/** A limit that is shared in proportion over a line, and the period at whose close it is. */
export type ClosingLimit = Readonly<{ clause: string; period: ClosingPeriod }>;

/** A line that nobody owes before that close, with what the limits would leave of it now. */
export type OpenDue = ClosingLimit & Readonly<{ due: Due }>;

/**
 * Step 10. No line under a limit that is shared in proportion is payable before the close. What has
 * closed is limited together with all other lines; what is open comes out as it would if every
 * period closed with what is known now.
 */
export function limitedAtClose(
  dues: readonly Due[],
  sight: Sight,
  onMet?: OnMet,
): Readonly<{ limited: readonly Due[]; open: readonly OpenDue[] }> {
  const { plan, horizon } = sight;
  if (!isSharing(plan)) return { limited: applyLimits(duesInLine(dues), sight, onMet), open: [] };
  const owed: Due[] = [];
  const open = new Map<string, OpenDue>();
  const limitsOver = limitsIn(plan, noPools);
  for (const due of dues) {
    const closing = isGiven(due) ? undefined : closingAmong(due, limitsOver);
    const { closesOn = settledOn(due) } = closing?.period ?? {};
    const later = closesOn === undefined ? due : fromClose(due, closesOn);
    if (closing && closing.period.closesOn > horizon) {
      open.set(due.line, { ...closing, due: later });
    } else owed.push(later);
  }
  const limited = applyLimits(duesInLine(owed), sight, onMet);
  if (open.size === 0) return { limited, open: [] };
  const waiting = [...open.values()].map(({ due }) => due);
  const all = applyLimits(duesInLine([...owed, ...waiting]), sight, (due, part) => {
    if (open.has(due.line)) onMet?.(due, part);
  });
  const forecast = all.flatMap((due): readonly OpenDue[] => {
    const closing = open.get(due.line);
    return closing ? [{ ...closing, due }] : [];
  });
  return { limited, open: forecast };
}

function isSharing({ versions }: Plan): boolean {
  return versions.some(({ whole }) => whole?.limits.some(({ shared }) => shared) === true);
}

/** What was settled before keeps the payable day that it had then. */
function settledOn({ basis }: Due): DayNumber | undefined {
  return basis.is === 'outcome' ? basis.draft.settledOn : undefined;
}

/** Which limits are over a line is asked, and not what they have left. */
const noPools: Pooling = { openPool: () => 1, comeByParticipant: false };

/** Of several such limits over a line the one that closes last; none where nothing is payable. */
export function findClosing(due: Due, plan: Plan): ClosingLimit | undefined {
  return closingAmong(due, limitsIn(plan, noPools));
}

function closingAmong(due: Due, limitsOver: LimitsOver): ClosingLimit | undefined {
  if (due.payableOn === undefined || due.steps.length === 0) return undefined;
  let last: ClosingLimit | undefined;
  for (const { limit, period } of limitsOver(due)) {
    if (period === undefined) continue;
    if (last === undefined || period.closesOn > last.period.closesOn) {
      last = { clause: limit.clause, period };
    }
  }
  return last;
}

/** What was earned before the close is payable on its day; what is added later has its own. */
function fromClose(due: Due, closesOn: DayNumber): Due {
  const { payableOn, steps } = due;
  if (payableOn === undefined) return due;
  const before = steps.findLast((step) => step.payableOn <= closesOn);
  const after = steps.filter((step) => step.payableOn > closesOn);
  return {
    ...due,
    ...(payableOn < closesOn ? { payableOn: closesOn, earnedOn: payableOn } : {}),
    steps: before ? [{ payableOn: closesOn, upTo: before.upTo }, ...after] : after,
  };
}
