import type { Due } from '../due/due.ts';
import type { OnMet } from '../due/limit.ts';
import { limitsIn } from '../due/limits-over.ts';
import { hasWideLimits } from '../due/stand-apart.ts';
import type { Plan } from '../plan/plan.ts';
import { limitColumns, openPool } from './limit-columns.ts';
import { isLimited, putLimited } from './limit-dues.ts';
import { limitRows } from './limit-rows.ts';
import { addLine, type LineColumns } from './line-columns.ts';
import { compareRows, rowsInLine } from './rows-in-line.ts';

/** Takes each participant's lines in turn, in place in line, and then says that these are all. */
export type Limiting = Readonly<{ add: (dues: readonly Due[]) => void; close: () => void }>;

/**
 * Step 10 while lines are added to their columns. Where limits are of one participant alone its
 * lines are limited as they come; else once all are there.
 */
export function limitingOf(plan: Plan, columns: LineColumns, onMet?: OnMet): Limiting {
  if (!isLimited(plan)) return { add: (dues) => addAll(columns, dues), close: () => {} };
  const limits = limitColumns();
  const limited = { columns, limits, onMet };
  const pooling = { openPool: () => openPool(limits), comeByParticipant: true };
  const limitsOver = limitsIn(plan, pooling);
  const isOfMany = hasWideLimits(plan);
  const compare = (one: number, other: number) => compareRows(columns, one, other);
  const add = (dues: readonly Due[]): void => {
    const rows = dues.map((due) => {
      const row = addLine(columns, { due });
      putLimited(limited, row, { due, over: limitsOver(due) });
      return row;
    });
    if (isOfMany) return;
    limitRows(limited, { rows, compare });
    limits.parts.clear();
  };
  const close = (): void => {
    if (!isOfMany) return;
    const all = Int32Array.from({ length: columns.rows }, (_, row) => row);
    limitRows(limited, { rows: rowsInLine(columns, all), compare });
  };
  return { add, close };
}

function addAll(columns: LineColumns, dues: readonly Due[]): void {
  for (const due of dues) addLine(columns, { due });
}
