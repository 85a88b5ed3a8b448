import type { Due } from '../due/due.ts';
import { fitsWithin, leastOver } from '../due/least-over.ts';
import type { OnMet } from '../due/limit.ts';
import { limitsIn } from '../due/limits-over.ts';
import { hasWideLimits } from '../due/stand-apart.ts';
import type { Pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { findBanding } from './banding-of.ts';
import { limitColumns, openPool } from './limit-columns.ts';
import { isLimited, putLimited, putParts } from './limit-dues.ts';
import { limitRows } from './limit-rows.ts';
import { addLine, type LineColumns } from './line-columns.ts';
import { compareRows, rowsInLine } from './rows-in-line.ts';

/** Takes each participant's lines in turn, and is then told that these are all. */
export type Finishing = Readonly<{
  /** Lines of one participant, in place in line. */
  add: (dues: readonly Due[]) => void;
  /** Gives their rows in place in line, where that had to be known. */
  close: () => Int32Array | undefined;
}>;

type How = Readonly<{ columns: LineColumns; price: Pricer; onMet: OnMet | undefined }>;

/**
 * Steps 7 and 10 while lines are added to their columns. Where there are no bands and limits are of
 * one participant alone its lines are finished as they come; else once all are there.
 */
export function finishingOf(plan: Plan, { columns, price, onMet }: How): Finishing {
  const banding = findBanding(plan, columns, price);
  if (!isLimited(plan) && banding === undefined) return asTheyCome(columns);
  const limits = limitColumns();
  const limited = { columns, limits, onMet };
  const pooling = { openPool: () => openPool(limits), comeByParticipant: true };
  const limitsOver = limitsIn(plan, pooling);
  const isOfMany = banding !== undefined || hasWideLimits(plan);
  const compare = (one: number, other: number) => compareRows(columns, one, other);
  const least = leastOver();
  const add = (dues: readonly Due[]): void => {
    if (!isOfMany && onMet === undefined && fitsWithin(dues, least)) {
      for (const due of dues) addLine(columns, { due });
      return;
    }
    const rows = dues.map((due) => {
      const row = addLine(columns, { due });
      banding?.add(row, due);
      putLimited(limited, row, { due, over: limitsOver(due) });
      return row;
    });
    if (isOfMany) return;
    limitRows(limited, { rows, compare });
    limits.parts.clear();
  };
  const close = (): Int32Array | undefined => {
    if (!isOfMany) return undefined;
    const rows = allInLine(columns);
    for (const [row, due] of banding?.close(rows) ?? []) putParts(limited, row, due);
    limitRows(limited, { rows, compare });
    return rows;
  };
  return { add, close };
}

function allInLine(columns: LineColumns): Int32Array {
  const rows = new Int32Array(columns.rows);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  return rowsInLine(columns, rows);
}

function asTheyCome(columns: LineColumns): Finishing {
  const add = (dues: readonly Due[]): void => {
    for (const due of dues) addLine(columns, { due });
  };
  return { add, close: () => undefined };
}
