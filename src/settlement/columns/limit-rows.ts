import { dayCell, type NumberColumn, numberIn } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { isGiven, payableOfDue } from '../due/due.ts';
import { cutAmong, type MetLimit, type OnMet, withCut } from '../due/limit.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import {
  findLeft,
  findTightest,
  isUnderLimit,
  type LimitColumns,
  leastLeft,
  limitAt,
  useRoom,
} from './limit-columns.ts';
import { amountAt, unpaidAt } from './line-at.ts';
import { type LineColumns, numberOfWhy, putUnpaid, putUnpaidOf, type Why } from './line-columns.ts';

/** Lines and the limits over them, by column. */
export type Limited = Readonly<{
  columns: LineColumns;
  limits: LimitColumns;
  onMet: OnMet | undefined;
}>;

/** Rows in place in line, and the order of two that are payable on one day. */
export type InLine = Readonly<{
  rows: Int32Array;
  compare: (one: number, other: number) => number;
}>;

/** A part of a row that stands in line on its own day, as `dayCell` has it. */
type Part = Readonly<{ row: number; payableOn: number; amount: number }>;

/**
 * Step 10. One pass over all rows in place in line: each is paid the least that any limit covering
 * it has left, and uses that much of each. What is cut stays on the line with the limit that cut
 * it. A line that grew stands in line in parts: what was earned first, and what was added when.
 */
export function limitRows(limited: Limited, { rows, compare }: InLine): void {
  const { columns, limits } = limited;
  if (limits.limit.length === 0) return;
  const parts = partsInLine(limits, compare);
  const mayBeInParts = parts.length > 0 || limits.parts.size > 0;
  let next = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    if (!isUnderLimit(limits, row) || (mayBeInParts && limits.parts.has(row))) continue;
    for (let part = parts[next]; part && isBefore(part, row); part = parts[next]) {
      limitPart(limited, part.row, part.amount);
      next += 1;
    }
    const amount = payableAt(columns, row);
    // What the provider pays is not cut.
    if (amount > 0 || (amount === 0 && columns.kept.has(row))) limitPart(limited, row, amount);
  }
  for (; next < parts.length; next += 1) {
    const part = parts[next] as Part;
    limitPart(limited, part.row, part.amount);
  }
  for (let at = firstWaiting(columns, rows); at < rows.length; at += 1) {
    const row = rows[at] as number;
    if (isUnderLimit(limits, row)) limitWaiting(limited, row);
  }

  function isBefore(part: Part, row: number): boolean {
    const payableOn = numberIn(columns.payableOn, row);
    if (payableOn === 0) return true;
    return part.payableOn === payableOn ? compare(part.row, row) < 0 : part.payableOn < payableOn;
  }
}

const noParts: readonly Part[] = [];

function partsInLine({ parts }: LimitColumns, compare: InLine['compare']): readonly Part[] {
  if (parts.size === 0) return noParts;
  const all: Part[] = [];
  for (const [row, steps] of parts) {
    let before = 0n;
    for (const { payableOn, upTo } of steps) {
      all.push({ row, payableOn: dayCell(payableOn), amount: Number(upTo - before) });
      before = upTo;
    }
  }
  return all.sort((a, b) => a.payableOn - b.payableOn || compare(a.row, b.row));
}

/** What of a row is left to be paid. */
function payableAt(columns: LineColumns, row: number): number {
  const { kept } = columns;
  const own = kept.size === 0 ? undefined : kept.get(row);
  const amount = own ? Number(payableOfDue(own.due)) : amountAt(columns, row);
  assert(Number.isSafeInteger(amount), 'what is left of a line is a safe whole number');
  return amount;
}

function limitPart({ columns, limits, onMet }: Limited, row: number, amount: number): void {
  const due = columns.kept.size === 0 ? undefined : columns.kept.get(row)?.due;
  if (due && isGiven(due)) {
    useRoom(limits, row, amount);
    return;
  }
  if (due && onMet) onMet(due, { amount: BigInt(amount), met: metBy(limits, row) });
  if (amount <= 0) return;
  const left = leastLeft(limits, row);
  if (left < amount) cutRow({ columns, limits }, row, amount - left);
  useRoom(limits, row, Math.min(left, amount));
}

/** The limits over a row, and what each had left when the row came. */
function metBy(limits: LimitColumns, row: number): readonly MetLimit[] {
  const met: MetLimit[] = [];
  for (let at = 0; at < limits.limit.length; at += 1) {
    const left = findLeft(limits, row, at);
    if (left === undefined) break;
    const limit = limitAt(limits, row, at);
    const share = limits.shared.get(row)?.[at]?.share;
    const exact = Number.isFinite(left) ? BigInt(left) : roundedDown(limit.most);
    met.push({ limit, clause: limit.clause, left: exact, ...(share ? { share } : {}) });
  }
  return met;
}

/** Cuts so much of a row, by the tightest limit over it. */
function cutRow({ columns, limits }: Omit<Limited, 'onMet'>, row: number, amount: number): void {
  const tightest = findTightest(limits, row);
  const kept = columns.kept.size === 0 ? undefined : columns.kept.get(row);
  if (kept === undefined && numberIn(columns.unpaidWhy, row) === 0) {
    putUnpaidOf(columns, row, { why: whyCut(columns, limits, { row, at: tightest }), amount });
    return;
  }
  const { clause } = limitAt(limits, row, tightest);
  const unpaid = { reason: 'limit', amount: BigInt(amount), clause } as const;
  if (kept) columns.kept.set(row, { ...kept, due: withCut(kept.due, unpaid) });
  else putUnpaid(columns, row, cutAmong(unpaidAt(columns, row), unpaid));
}

/** The number of the reason that a limit over a row cuts it. */
function whyCut(
  columns: LineColumns,
  limits: LimitColumns,
  { row, at }: Readonly<{ row: number; at: number }>,
): number {
  const number = numberIn(limits.limit[at] as NumberColumn, row);
  const known = limits.whys[number - 1] as number;
  if (known > 0) return known;
  const { clause } = limitAt(limits, row, at);
  const found = numberOfWhy(columns.whys, { reason: 'limit', clause });
  limits.whys[number - 1] = found;
  return found;
}

/**
 * The place of the first row that may wait for verification: as long as nothing of a row waits that
 * is payable on a day, that of the first that is payable on none, which stand last.
 */
function firstWaiting(columns: LineColumns, rows: Int32Array): number {
  const { kept, payableOn } = columns;
  if (kept.size > 0) return 0;
  if (!columns.whys.values.some(isOfWaiting)) return rows.length;
  let first = rows.length;
  while (first > 0 && numberIn(payableOn, rows[first - 1] as number) === 0) first -= 1;
  for (let at = 0; at < first; at += 1) {
    if (isWaiting(columns, rows[at] as number)) return 0;
  }
  return first;
}

function isOfWaiting({ reason }: Why): boolean {
  return reason === 'not_verified';
}

/** Whether a row has more to it, or a reason to wait. */
function isWaiting({ kept, unpaidBeside, unpaidWhy, whys }: LineColumns, row: number): boolean {
  if (kept.size > 0 && kept.has(row)) return true;
  const number = numberIn(unpaidWhy, row);
  if (number === 0) return false;
  return unpaidBeside.has(row) || isOfWaiting(whys.values[number - 1] as Why);
}

/**
 * What waits for verification stands after all others and uses no room of theirs. So much of it
 * waits as would be paid if it were verified now; the rest the limits would cut. What is given
 * waits for as much as it did.
 */
function limitWaiting({ columns, limits }: Limited, row: number): void {
  if (!isWaiting(columns, row)) return;
  const kept = columns.kept.get(row);
  const unpaid = kept?.due.unpaid ?? unpaidAt(columns, row);
  const waiting = unpaid.find(isOfWaiting);
  if (waiting === undefined) return;
  const amount = Number(waiting.amount);
  const isKeptWhole = amount <= 0 || (kept !== undefined && isGiven(kept.due));
  const left = isKeptWhole ? Number.POSITIVE_INFINITY : leastLeft(limits, row);
  const paid = Math.min(left, amount);
  const tightest = paid === amount ? -1 : findTightest(limits, row);
  if (kept && isGiven(kept.due)) useRoom(limits, row, amount);
  else useRoom(limits, row, Math.max(paid, 0));
  if (paid === amount) return;
  const { clause } = limitAt(limits, row, tightest);
  const cutOff = { reason: 'limit', amount: BigInt(amount - paid), clause } as const;
  const others = unpaid.flatMap((each) => {
    if (each !== waiting) return [each];
    return paid === 0 ? [] : [{ ...each, amount: BigInt(paid) }];
  });
  const now = [...others, cutOff];
  if (kept) columns.kept.set(row, { ...kept, due: { ...kept.due, unpaid: now } });
  else putUnpaid(columns, row, now);
}
