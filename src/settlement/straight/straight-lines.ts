import type { DayNumber } from '../../calendar/index.ts';
import { never } from '../plan/open-days.ts';
import { type AchievedRows, twiceAsLong } from './achieved-rows.ts';
import { enoughOnOf, type Looking } from './straight-payable.ts';
import { priceOn, type StraightPrice } from './straight-prices.ts';
import type { StraightOutcome } from './straight-terms.ts';

/** The lines of somebody who was attached once, a row each; the next one's take their room. */
export type StraightLines = {
  count: number;
  readonly outcome: StraightOutcome[];
  readonly price: StraightPrice[];
  number: Int32Array;
  from: Int32Array;
  day: Int32Array;
  certainOn: Int32Array;
  /** The day by which there was enough for it; `never` while it waits. */
  enoughOn: Int32Array;
};

const roomFirst = 64;

export function straightLines(): StraightLines {
  return {
    count: 0,
    outcome: [],
    price: [],
    number: new Int32Array(roomFirst),
    from: new Int32Array(roomFirst),
    day: new Int32Array(roomFirst),
    certainOn: new Int32Array(roomFirst),
    enoughOn: new Int32Array(roomFirst),
  };
}

/**
 * Steps 5 and 6. Puts down the lines of somebody in place in line, what waits last; says whether
 * each is of one day and all are within the participant's own limits. Else they are to be worked
 * out as those of anybody.
 */
export function fillLines(
  looking: Looking,
  today: AchievedRows,
  claimed: AchievedRows | undefined,
): boolean {
  const { lines } = looking;
  lines.count = 0;
  if (!addPayable(looking, today)) return false;
  if (claimed !== undefined) addWaiting(looking, today, claimed);
  putInLine(lines);
  return areWithinLimits(lines);
}

function addPayable(looking: Looking, today: AchievedRows): boolean {
  const { lines, whose } = looking;
  const { outcomes } = whose.group;
  for (let place = 0; place < outcomes.length; place += 1) {
    const outcome = outcomes[place];
    if (outcome === undefined) continue;
    const first = today.first[place] as number;
    const times = today.times[place] as number;
    for (let at = 0; at < times; at += 1) {
      const line = addLine(looking, outcome, at + 1);
      putDays(looking, today, first + at);
      const enoughOn = enoughOnOf(looking, line);
      if (enoughOn === never) return false;
      lines.enoughOn[line] = enoughOn;
    }
  }
  return true;
}

/**
 * What would be achieved besides if every claim were verified: as many as there would be more, the
 * last of those that are not on the day of a sure one. Each keeps its number, unless a sure one or
 * one before it has that: then it takes the next that is free.
 */
function addWaiting(looking: Looking, today: AchievedRows, claimed: AchievedRows): void {
  const { outcomes } = looking.whose.group;
  for (let place = 0; place < outcomes.length; place += 1) {
    const outcome = outcomes[place];
    const sure = today.times[place] as number;
    const times = claimed.times[place] as number;
    if (outcome === undefined || times <= sure) continue;
    let toPassOver = sure - alikeIn(place, today, claimed);
    let number = sure;
    let next = today.first[place] as number;
    const end = next + sure;
    const first = claimed.first[place] as number;
    for (let at = 0; at < times; at += 1) {
      const day = claimed.day[first + at] as number;
      while (next < end && (today.day[next] as number) < day) next += 1;
      if (next < end && today.day[next] === day) {
        next += 1;
        continue;
      }
      toPassOver -= 1;
      if (toPassOver >= 0) continue;
      number = Math.max(number + 1, at + 1);
      const line = addLine(looking, outcome, number);
      putDays(looking, claimed, first + at);
      looking.lines.enoughOn[line] = never;
    }
  }
}

/** How many achievements of an outcome are on the same days in both, each held against one. */
function alikeIn(place: number, one: AchievedRows, other: AchievedRows): number {
  let row = one.first[place] as number;
  let otherRow = other.first[place] as number;
  const end = row + (one.times[place] as number);
  const otherEnd = otherRow + (other.times[place] as number);
  let count = 0;
  while (row < end && otherRow < otherEnd) {
    const difference = (one.day[row] as number) - (other.day[otherRow] as number);
    if (difference === 0) count += 1;
    if (difference <= 0) row += 1;
    if (difference >= 0) otherRow += 1;
  }
  return count;
}

/** Adds the how-manieth line of an outcome, and gives its place. */
function addLine({ lines }: Looking, outcome: StraightOutcome, number: number): number {
  const line = lines.count;
  if (line === lines.day.length) widen(lines);
  lines.count = line + 1;
  lines.outcome[line] = outcome;
  lines.number[line] = number;
  return line;
}

/** The days of the last line are those of an achievement, and its price is of these. */
function putDays({ lines, whose, prices }: Looking, rows: AchievedRows, row: number): void {
  const line = lines.count - 1;
  const outcome = lines.outcome[line] as StraightOutcome;
  const day = rows.day[row] as DayNumber;
  lines.from[line] = rows.from[row] as number;
  lines.day[line] = day;
  lines.certainOn[line] = rows.certainOn[row] as number;
  lines.price[line] = priceOn(prices, outcome, outcome.isPricedByItsDay ? day : whose.day);
}

function widen(lines: StraightLines): void {
  lines.number = twiceAsLong(lines.number);
  lines.from = twiceAsLong(lines.from);
  lines.day = twiceAsLong(lines.day);
  lines.certainOn = twiceAsLong(lines.certainOn);
  lines.enoughOn = twiceAsLong(lines.enoughOn);
}

/** Mostly each stands after the one before it; few are moved. */
function putInLine(lines: StraightLines): void {
  for (let line = 1; line < lines.count; line += 1) {
    for (let at = line; at > 0 && compareLines(lines, at - 1, at) > 0; at -= 1) {
      swapLines(lines, at - 1, at);
    }
  }
}

/** Payable day, outcome day, order on the page, number. */
function compareLines(lines: StraightLines, one: number, other: number): number {
  const { enoughOn, day, outcome, number } = lines;
  return (
    (enoughOn[one] as number) - (enoughOn[other] as number) ||
    (day[one] as number) - (day[other] as number) ||
    (outcome[one] as StraightOutcome).order - (outcome[other] as StraightOutcome).order ||
    (number[one] as number) - (number[other] as number)
  );
}

function swapLines(lines: StraightLines, one: number, other: number): void {
  swap(lines.outcome, one, other);
  swap(lines.price, one, other);
  swap(lines.number, one, other);
  swap(lines.from, one, other);
  swap(lines.day, one, other);
  swap(lines.certainOn, one, other);
  swap(lines.enoughOn, one, other);
}

function swap<Value>(values: { [at: number]: Value }, one: number, other: number): void {
  const value = values[one] as Value;
  values[one] = values[other] as Value;
  values[other] = value;
}

/** Whether nothing is taken, and all that they come to in any band is within each own limit. */
function areWithinLimits({ count, price, outcome }: StraightLines): boolean {
  let all = 0;
  let tightest = Number.POSITIVE_INFINITY;
  for (let line = 0; line < count; line += 1) {
    const { unitsLeast, unitsMost } = price[line] as StraightPrice;
    if (unitsLeast < 0) return false;
    all += unitsMost;
    tightest = Math.min(tightest, (outcome[line] as StraightOutcome).least);
  }
  return all <= tightest && Number.isSafeInteger(all);
}
