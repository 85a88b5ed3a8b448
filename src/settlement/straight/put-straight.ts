import { dayCell, type NumberColumn, putSeveral } from '../../facts/index.ts';
import { one } from '../../money/index.ts';
import type { BandColumns } from '../columns/band-columns.ts';
import type { Draws } from '../columns/draws.ts';
import type { OfMany } from '../columns/finish-rows.ts';
import {
  type LineColumns,
  numberOfLine,
  numberOfTerms,
  putWaiting,
} from '../columns/line-columns.ts';
import { worthNumber } from '../columns/worth-pool.ts';
import { never } from '../plan/open-days.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { drawsOn, type StraightDraws } from './straight-draws.ts';
import type { StraightLines } from './straight-lines.ts';
import type { Looking } from './straight-payable.ts';
import type { StraightPrice } from './straight-prices.ts';
import type { StraightOutcome } from './straight-terms.ts';

/** Rows of lines that are put into their columns many at a time. */
export type LinesAtHand = Readonly<
  Record<'day' | 'payableOn' | 'number' | 'attachment' | 'terms' | 'worth' | 'counted', Int32Array>
> &
  Readonly<{
    /** The first limit of many over a line and its pool, the second, and so on. */
    limit: Int32Array[];
    pool: Int32Array[];
  }> & { count: number };

/** Whoever has more lines than these is settled as anybody. */
export const linesAtHandMost = 4096;

export function linesAtHand(): LinesAtHand {
  return {
    count: 0,
    day: column(),
    payableOn: column(),
    number: column(),
    attachment: column(),
    terms: column(),
    worth: column(),
    counted: column(),
    limit: [],
    pool: [],
  };
}

function column(): Int32Array {
  return new Int32Array(linesAtHandMost);
}

/** Puts all lines that are at hand into their columns. */
export function putAtHand({ columns, draws, atHand }: Omit<PuttingLines, 'terms'>): void {
  const { count, day, payableOn, number, attachment, terms, worth } = atHand;
  const row = columns.rows;
  putSeveral(columns.day, row, { cells: day, count });
  putSeveral(columns.payableOn, row, { cells: payableOn, count });
  putSeveral(columns.number, row, { cells: number, count });
  putSeveral(columns.attachment, row, { cells: attachment, count });
  putSeveral(columns.terms, row, { cells: terms, count });
  putSeveral(columns.worth, row, { cells: worth, count });
  if (draws !== undefined) putDrawn(draws.ofMany, row, atHand);
  columns.rows += count;
  atHand.count = 0;
}

function putDrawn({ bands, limits }: OfMany, row: number, atHand: LinesAtHand): void {
  const { count, counted, limit, pool } = atHand;
  putSeveral(bands.pool, row, { cells: counted, count });
  for (let at = 0; at < limit.length; at += 1) {
    const [limitsAt, poolsAt] = [limits.limit[at], limits.pool[at]];
    putSeveral(limitsAt as NumberColumn, row, { cells: limit[at] as Int32Array, count });
    putSeveral(poolsAt as NumberColumn, row, { cells: pool[at] as Int32Array, count });
  }
}

/** Lines whose rows are put into columns by and by. */
export type PuttingLines = Readonly<{
  columns: LineColumns;
  atHand: LinesAtHand;
  /** By the number of an outcome that of its terms in the columns, once it was looked up. */
  terms: (number | undefined)[];
  /** On what lines draw that is others' too; absent where the page says nothing of the kind. */
  draws: StraightDraws | undefined;
}>;

/** Adds lines that are paid whole on one day, or wait whole, for an attachment that has its row. */
export function putStraight(
  { columns, atHand, terms, draws }: PuttingLines,
  attachment: number,
  { lines, prices: { version } }: Looking,
): void {
  if (atHand.count + lines.count > linesAtHandMost) putAtHand({ columns, draws, atHand });
  if (draws !== undefined) drawStraight(draws, { atHand, attachment, lines });
  for (let line = 0; line < lines.count; line += 1) {
    const outcome = lines.outcome[line] as StraightOutcome;
    const price = lines.price[line] as StraightPrice;
    const enoughOn = lines.enoughOn[line] as number;
    const { number } = outcome.placed;
    if (terms[number] === undefined) terms[number] = termsIn(columns, outcome, version);
    if (price.worth === 0) price.worth = worthIn(columns, price);
    const at = atHand.count;
    atHand.count = at + 1;
    atHand.day[at] = dayCell(lines.day[line] as number);
    atHand.payableOn[at] = enoughOn === never ? 0 : dayCell(enoughOn);
    atHand.number[at] = numberOfLine(columns, lines.number[line] as number);
    atHand.attachment[at] = attachment + 1;
    atHand.terms[at] = terms[number] as number;
    atHand.worth[at] = price.worth;
    if (enoughOn === never) putWaiting(columns, columns.rows + at, waitingOf(outcome, price));
  }
}

type Drawing = Readonly<{ atHand: LinesAtHand; attachment: number; lines: StraightLines }>;

/** Notes on what lines draw that are at hand next, and what they come to in other bands. */
function drawStraight(draws: StraightDraws, { atHand, attachment, lines }: Drawing): void {
  for (let line = 0; line < lines.count; line += 1) {
    const outcome = lines.outcome[line] as StraightOutcome;
    const own = drawsOn(draws, outcome, { attachment, day: lines.day[line] as number });
    const at = atHand.count + line;
    putLimits(atHand, at, own);
    // What waits for verification is not counted.
    atHand.counted[at] = lines.enoughOn[line] === never ? 0 : countIn(own);
    keepInBands(draws.ofMany.bands, lines.price[line] as StraightPrice);
  }
}

/** Keeps the prices of every band, by that of the first. */
function keepInBands({ prices }: BandColumns, { priced, inBands }: StraightPrice): void {
  if (inBands.length > 0 && !prices.has(priced.unit)) prices.set(priced.unit, inBands);
}

/** Counts a line with others, and gives the number of these; 0 where it is not counted. */
function countIn({ counted }: Draws): number {
  if (counted === undefined) return 0;
  counted.count += 1;
  return counted.number;
}

/** Notes the limits over the line in a place. */
function putLimits({ limit, pool }: LinesAtHand, at: number, { limits, pools }: Draws): void {
  while (limit.length < limits.length) {
    limit.push(column());
    pool.push(column());
  }
  for (let place = 0; place < limit.length; place += 1) {
    (limit[place] as Int32Array)[at] = limits[place] ?? 0;
    (pool[place] as Int32Array)[at] = pools[place] ?? 0;
  }
}

function termsIn(
  { termsKnown }: LineColumns,
  { group, placed }: StraightOutcome,
  version: VersionPlan,
): number {
  return numberOfTerms(termsKnown, { version, group, placed });
}

function worthIn({ worths }: LineColumns, { priced, gross }: StraightPrice): number {
  return worthNumber(worths, { price: priced.unit, quantity: one, gross });
}

function waitingOf({ placed }: StraightOutcome, { gross }: StraightPrice) {
  return { gross, clause: placed.outcome.clause };
}
