import { type DayNumber, type Span, yearSpan } from '../../calendar/index.ts';
import type { Due } from '../due/due.ts';
import type { OnMet } from '../due/limit.ts';
import { limitedDue, limitedEarned, limitsOverLines } from '../due/limits-over.ts';
import { hasBands, hasWideLimits } from '../due/stand-apart.ts';
import { areRepeats, type EarnedLine } from '../pay/earned-line.ts';
import type { PoolName } from '../pay/pools-by.ts';
import type { Pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { yearIn } from '../plan/year-in.ts';
import { bandColumns, bandCounter } from './band-columns.ts';
import { type DrawnOn, drawsFinder } from './draws.ts';
import { finishRows } from './finish-rows.ts';
import { limitColumns, openPool, putLimits, repeatLimits } from './limit-columns.ts';
import { isLimited, putLimited } from './limit-dues.ts';
import { limitRows } from './limit-rows.ts';
import { addLine, type LineColumns } from './line-columns.ts';
import { noneAsEarned, rowsAsEarned, type TakeAsEarned } from './rows-as-earned.ts';
import { compareRows, rowsInLine } from './rows-in-line.ts';

/** Takes each participant's lines in turn, and is then told that these are all. */
export type Finishing = Readonly<{
  /** Takes lines that are whole as they were earned; says whether these are. */
  takeAsEarned: TakeAsEarned;
  /** Lines of one participant, in place in line. */
  add: (dues: readonly Due[]) => void;
  /** Gives their rows in place in line, where that had to be known. */
  close: () => Int32Array | undefined;
  /** What lines draw on together; absent where every line is finished as it comes. */
  ofMany?: DrawnOn;
}>;

type How = Readonly<{ columns: LineColumns; price: Pricer; onMet: OnMet | undefined }>;

/**
 * Steps 7 and 10 while lines are added to their columns. Where there are no bands and limits are of
 * one participant alone its lines are finished as they come; else once all are there.
 */
export function finishingOf(plan: Plan, how: How): Finishing {
  if (hasBands(plan) || hasWideLimits(plan)) return onceAllAreThere(plan, how);
  return isLimited(plan) ? limitedAlone(plan, how) : asTheyCome(plan, how);
}

function asTheyCome(plan: Plan, { columns }: How): Finishing {
  const add = (dues: readonly Due[]): void => {
    for (const due of dues) addLine(columns, { due });
  };
  return { takeAsEarned: rowsAsEarned(plan, columns), add, close: () => undefined };
}

function limitedAlone(plan: Plan, how: How): Finishing {
  const { columns, onMet } = how;
  const limited = { columns, limits: limitColumns(), onMet };
  const put = limiterOf(limitsOf(plan, limited), limited);
  const compare = (one: number, other: number) => compareRows(columns, one, other);
  const add = (dues: readonly Due[]): void => {
    limitRows(limited, { rows: Int32Array.from(dues, put), compare });
    limited.limits.parts.clear();
  };
  // Whoever is told of each limit that a line meets is told of those that do not act, too.
  const takeAsEarned = onMet ? noneAsEarned : rowsAsEarned(plan, columns);
  return { takeAsEarned, add, close: () => undefined };
}

function onceAllAreThere(plan: Plan, how: How): Finishing {
  const ofMany = { bands: bandColumns(), limits: limitColumns() };
  const unfinished = { ...how, ...ofMany };
  const over = limitsOf(plan, unfinished);
  const put = limiterOf(over, unfinished);
  const count = hasBands(plan) ? bandCounter(plan, unfinished) : undefined;
  const add = (dues: readonly Due[]): void => {
    for (const due of dues) {
      const row = put(due);
      count?.due(row, due);
    }
  };
  const take = rowsAsEarned(plan, how.columns);
  const areAlike = limitedAlike(plan);
  const takeAsEarned: TakeAsEarned = (settled) => {
    const { participant, lines } = settled;
    let row = how.columns.rows;
    if (lines.some(isInParts) || !take(settled)) return false;
    let before: EarnedLine | undefined;
    for (const line of lines) {
      if (before !== undefined && areAlike(line, before)) repeatLimits(ofMany.limits, row);
      else putLimits(ofMany.limits, row, over(limitedEarned(participant, line)));
      count?.earned(row, line);
      before = line;
      row += 1;
    }
    return true;
  };
  const close = (): Int32Array => {
    const rows = allInLine(how.columns);
    finishRows(unfinished, rows);
    return rows;
  };
  const isTold = how.onMet !== undefined;
  const drawsOf = drawsFinder(ofMany, { over, findPool: count?.findPool });
  return {
    takeAsEarned: isTold ? noneAsEarned : takeAsEarned,
    add,
    close,
    ofMany: { ...ofMany, drawsOf },
  };
}

function isInParts({ steps }: EarnedLine): boolean {
  return steps !== undefined;
}

/** Whether two lines of a participant draw on the same pools: repeats of one year. */
function limitedAlike(plan: Plan): (line: EarnedLine, before: EarnedLine) => boolean {
  let year: Span = { first: 0, last: -1 };
  const isWithin = (day: DayNumber) => year.first <= day && day <= year.last;
  return (line, before) => {
    if (!areRepeats(line, before) || line.earned.instance !== before.earned.instance) return false;
    const { day } = line.earned.achievement;
    if (!isWithin(day)) {
      const own = yearIn(plan, day);
      if (own === 0) return false;
      year = yearSpan(own, plan.startsOn, plan.yearsRunFrom);
    }
    return isWithin(before.earned.achievement.day);
  };
}

type OverLines = ReturnType<typeof limitsOverLines>;

function limitsOf(plan: Plan, limited: Parameters<typeof putLimited>[0]): OverLines {
  return limitsOverLines(plan, {
    openPool: (name?: PoolName) => openPool(limited.limits, name),
    comeByParticipant: true,
  });
}

/** Adds a line with the limits over it, and gives its row. */
function limiterOf(
  over: OverLines,
  limited: Parameters<typeof putLimited>[0],
): (due: Due) => number {
  return (due) => {
    const row = addLine(limited.columns, { due });
    putLimited(limited, row, { due, over: over(limitedDue(due)) });
    return row;
  };
}

function allInLine(columns: LineColumns): Int32Array {
  const rows = new Int32Array(columns.rows);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  return rowsInLine(columns, rows);
}
