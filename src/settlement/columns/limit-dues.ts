import type { DayNumber } from '../../calendar/index.ts';
import { type Due, payableOfDue } from '../due/due.ts';
import { placeOfDue } from '../due/dues-in-line.ts';
import type { OnMet } from '../due/limit.ts';
import { limitsIn, type OverLine } from '../due/limits-over.ts';
import { withShares } from '../due/with-shares.ts';
import { comparePlaces } from '../pay/place-in-line.ts';
import type { Plan } from '../plan/plan.ts';
import type { DueInBand } from './band-columns.ts';
import { isUnderLimit, limitColumns, openPool, putLimits } from './limit-columns.ts';
import { type Limited, limitRows } from './limit-rows.ts';
import { keptAt } from './line-at.ts';
import { addLine, lineColumns } from './line-columns.ts';

/** Under which terms lines are limited, and the last day of which anything is known. */
export type Sight = Readonly<{ plan: Plan; horizon: DayNumber }>;

/** Step 10 for lines of every kind, which come and are given back in place in line. */
export function applyLimits(
  dues: readonly Due[],
  { plan, horizon }: Sight,
  onMet?: OnMet,
): readonly Due[] {
  if (!isLimited(plan)) return dues;
  const columns = lineColumns(true);
  const limits = limitColumns();
  const pooling = { openPool: () => openPool(limits), comeByParticipant: false };
  const own = dues.map(limitsIn(plan, pooling));
  const over = withShares(dues, own, { horizon, openPool: pooling.openPool });
  const rows = Int32Array.from(dues, (due, at) => {
    const row = addLine(columns, { due });
    putLimited({ columns, limits }, row, { due, over: over[at] ?? [] });
    return row;
  });
  const place = dues.map(placeOfDue);
  const compare = (a: number, b: number) => {
    const [one, other] = [place[a], place[b]];
    return one && other ? comparePlaces(one, other) : 0;
  };
  limitRows({ columns, limits, onMet }, { rows, compare });
  return Array.from(rows, (row) => keptAt(columns, row).due);
}

/** Whether a page limits anything. */
export function isLimited({ versions }: Plan): boolean {
  return versions.some(
    ({ whole, groups }) =>
      (whole?.limits.length ?? 0) > 0 ||
      [...groups.values()].some((group) => group.limits.length > 0),
  );
}

type Over = Readonly<{ due: Due; over: readonly OverLine[] }>;
type Into = Pick<Limited, 'columns' | 'limits'>;

/** Puts down the limits over a line, and its parts in line. */
export function putLimited({ columns, limits }: Into, row: number, { due, over }: Over): void {
  if (over.length === 0) return;
  putLimits(limits, row, over);
  putParts({ columns, limits }, row, due);
}

/** Puts down in which parts a line stands in line, where it is not whole on its payable day. */
export function putParts({ columns, limits }: Into, row: number, due: DueInBand): void {
  if (!isUnderLimit(limits, row)) return;
  const [first, second] = due.steps;
  const payable = payableOfDue(due);
  // Of what is refused nothing is left to be paid, and only the objects kept are asked of it.
  if (first === undefined && payable === 0n && !columns.kept.has(row)) return;
  const isOnePart = first && !second && first.payableOn === due.payableOn && first.upTo === payable;
  if (!isOnePart) limits.parts.set(row, isTaken(due) ? [] : due.steps);
  else if (limits.parts.size > 0) limits.parts.delete(row);
}

/** What the provider pays is not cut, however it grew. */
function isTaken({ steps }: DueInBand): boolean {
  return (steps.at(-1)?.upTo ?? 0n) < 0n;
}
