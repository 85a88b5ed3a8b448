import type { DayNumber } from '../../calendar/index.ts';
import { compareFractions } from '../../money/index.ts';
import { dayInList } from '../admit/day-list.ts';
import { type Changes, findChanges, type LookedAt, lookFrom, settledBy } from '../pay/changes.ts';
import { never } from '../plan/open-days.ts';
import type { Work } from '../work.ts';
import {
  type AchievedRows,
  type AttachedOnce,
  achievedRows,
  beginRows,
  workOut,
} from './achieved-rows.ts';
import type { StraightLines } from './straight-lines.ts';
import { priceOn, type StraightPrice, type StraightPrices } from './straight-prices.ts';
import type { StraightOutcome } from './straight-terms.ts';

/** What is looked at for all lines of a participant, and what was found of it so far. */
export type Looking = {
  readonly work: Work;
  readonly whose: AttachedOnce;
  readonly prices: StraightPrices;
  readonly lines: StraightLines;
  /** By the number of the kinds behind an outcome; and whether these were looked at. */
  readonly changes: readonly Changes[];
  readonly isLookedAt: Uint8Array;
  /** What had been achieved as at earlier days, the first so many of this participant. */
  readonly earlier: AchievedRows[];
  earlierCount: number;
  /** The line that is looked for. */
  readonly looked: { -readonly [Key in keyof LookedAt]: LookedAt[Key] };
  /** The line before, and the place of the first day of change on which it was there. */
  before: StraightOutcome | undefined;
  foundAt: number;
};

/** Nothing is known yet of somebody else. */
export function lookAtNext(looking: Looking): void {
  const { isLookedAt } = looking;
  for (let at = 0; at < isLookedAt.length; at += 1) isLookedAt[at] = 0;
  looking.earlierCount = 0;
  looking.before = undefined;
}

/**
 * Step 5. The first day by which there was enough for a line; `never` where it was worth less on an
 * earlier day, so that its money is of more days than one.
 */
export function enoughOnOf(looking: Looking, line: number): DayNumber {
  const { lines, whose, work } = looking;
  const outcome = lines.outcome[line] as StraightOutcome;
  const day = lines.day[line] as DayNumber;
  const certainOn = lines.certainOn[line] as DayNumber;
  const changes = changesFor(outcome, looking);
  const { days: known } = changes;
  const { at: place } = outcome.placed;
  const isOfItsDay = certainOn === day && whose.day <= day;
  const settledOn = isOfItsDay ? settledBy(changes, day) : never;
  const { looked } = looking;
  looked.day = day;
  looked.settledOn = settledOn;
  looked.marks = whose.marks[outcome.wanted] as Uint8Array;
  looked.isBroughtForward = outcome.placed.isBroughtForward;
  looked.foundAt = looking.before === outcome ? looking.foundAt : undefined;
  const first = lookFrom(changes, whose.rows, looked);
  looking.before = outcome;
  looking.foundAt = known.count - 1;
  for (let at = Math.max(first, 0); at < known.count - 1; at += 1) {
    const knownBy = known.days[at] as DayNumber;
    if (knownBy >= settledOn) {
      looking.foundAt = at;
      return Math.max(day, knownBy, certainOn);
    }
    const horizon = Math.min(work.asAt.trueBy, (known.days[at + 1] as DayNumber) - 1);
    const then = rowsAsAt(looking, knownBy, horizon);
    if (then.isDone[place] === 0) workOutNeeded(then, place, looking);
    const number = lines.number[line] as number;
    if ((then.times[place] as number) < number) continue;
    looking.foundAt = at;
    const row = (then.first[place] as number) + number - 1;
    const before = then.day[row] as DayNumber;
    if (before !== day && !wasWorthAsMuch(looking, line, before)) return never;
    return Math.max(day, knownBy, then.certainOn[row] as DayNumber);
  }
  return Math.max(day, dayInList(known, known.count - 1) ?? day, certainOn);
}

function changesFor({ behind }: StraightOutcome, looking: Looking): Changes {
  const changes = looking.changes[behind] as Changes;
  if (looking.isLookedAt[behind] === 1) return changes;
  looking.isLookedAt[behind] = 1;
  const { work, whose } = looking;
  findChanges(changes, { admitted: whose, work, alsoOn: nothingElse });
  return changes;
}

const nothingElse: readonly DayNumber[] = [];

/** What was achieved as it was known by a day and true by another, as far as it was asked for. */
function rowsAsAt(looking: Looking, knownBy: DayNumber, horizon: DayNumber): AchievedRows {
  const { earlier, earlierCount, whose } = looking;
  for (let at = 0; at < earlierCount; at += 1) {
    const known = earlier[at] as AchievedRows;
    const { counting } = known;
    if (counting.knownBy === knownBy && counting.horizon === horizon) return known;
  }
  const rows = earlier[earlierCount] ?? achievedRows(whose);
  earlier[earlierCount] = rows;
  looking.earlierCount += 1;
  beginRows(rows, { knownBy, horizon, reading: 'firm' });
  return rows;
}

/** Works out the outcome of a place, and before it those on which it rests. */
function workOutNeeded(rows: AchievedRows, place: number, { work, whose }: Looking): void {
  for (const needed of work.needs[place] as readonly number[]) {
    if (rows.isDone[needed] === 0) workOut(rows, needed, whose);
  }
}

/** Whether a line had been worth what it is worth today, or more, when it was of another day. */
function wasWorthAsMuch({ lines, prices, whose }: Looking, line: number, day: DayNumber): boolean {
  const outcome = lines.outcome[line] as StraightOutcome;
  const price = lines.price[line] as StraightPrice;
  const before = priceOn(prices, outcome, outcome.isPricedByItsDay ? day : whose.day);
  return before === price || compareFractions(before.size, price.size) >= 0;
}
