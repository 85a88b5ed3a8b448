import type { DayNumber } from '../../calendar/index.ts';
import { type Chain, firstDay } from '../../facts/index.ts';
import type { Admitted } from '../admit/admitted.ts';
import { addToList, type DayList, dayInList, dayList, lastBy } from '../admit/day-list.ts';
import { type Days, dayRows, daysSince, putDays } from '../admit/day-rows.ts';
import type { StandingRows } from '../admit/standing-rows.ts';
import { always, never } from '../plan/open-days.ts';
import type { Behind, Work } from '../work.ts';

/** What stands of the facts on which an outcome can rest, and when it became known. */
export type Changes = {
  readonly behind: Behind;
  /** The marks of kinds behind it. */
  marks: Uint8Array;
  knownBy: DayNumber;
  /** The days on which anything became known that may change an answer, ascending. */
  readonly days: DayList;
  /**
   * Of each fact that stands the first day of which it says anything new, in the order of these,
   * and the day by which all of it and of those before it was known.
   */
  facts: Days;
  /** Whether who took part was never corrected, and nothing was known before it happened. */
  isPlain: boolean;
  /** Whether anything else was corrected. */
  isCorrected: boolean;
  /** Whether the row that is looked at says days of which no other says the first. */
  isApart: boolean;
};

type Ground = Readonly<{
  admitted: Pick<Admitted, 'rows' | 'kinds'>;
  work: Pick<Work, 'asAt' | 'statesThatCount'>;
  /** Days on which one of the lines could first be said. */
  alsoOn: readonly DayNumber[];
}>;

/** Of what rests on these kinds nothing is known yet. */
export function changesBehind(behind: Behind): Changes {
  return {
    behind,
    marks: noMarks,
    knownBy: never,
    days: dayList(),
    facts: noDays,
    isPlain: true,
    isCorrected: false,
    isApart: false,
  };
}

const noMarks = new Uint8Array(0);
const noDays: Days = { rows: dayRows(), from: 0, to: 0 };

/**
 * Finds the days on which anything became known on which an outcome could rest, or on which one of
 * the lines could first be said: until then another may have had its number.
 */
export function findChanges(changes: Changes, { admitted, work, alsoOn }: Ground): void {
  const { rows } = admitted;
  const start = rows.days.count;
  const marks = changes.behind.marks(admitted.kinds);
  changes.marks = marks;
  changes.knownBy = work.asAt.knownBy;
  changes.days.count = 0;
  changes.isPlain = true;
  changes.isCorrected = false;
  for (const day of alsoOn) addToList(changes.days, day);
  let lastBefore = always;
  for (let row = 0; row < rows.count; row += 1) {
    const day = rows.first[row] as number;
    const isFirst = row + 1 === rows.count || rows.first[row + 1] !== day;
    changes.isApart = isFirst && day > lastBefore;
    lastBefore = Math.max(lastBefore, rows.last[row] as number);
    if (marks[rows.kind[row] as number] === 0 || rows.isHead[row] !== 1) continue;
    // What has not a state that counts today counts on no day.
    if (((rows.states[row] as number) & ~work.statesThatCount) !== 0) continue;
    addFact(changes, rows, row);
  }
  changes.facts = daysSince(rows.days, start);
  addUp(changes.facts);
}

/** Puts facts in the order of their first new days, each with the last day any was known on. */
function addUp({ rows: { first, last }, from, to }: Days): void {
  for (let row = from + 1; row < to; row += 1) {
    const begin = first[row] as number;
    const known = last[row] as number;
    let place = row;
    for (; place > from && (first[place - 1] as number) > begin; place -= 1) {
      first[place] = first[place - 1] as number;
      last[place] = last[place - 1] as number;
    }
    first[place] = begin;
    last[place] = known;
  }
  for (let row = from + 1; row < to; row += 1) {
    const before = last[row - 1] as number;
    if ((last[row] as number) < before) last[row] = before;
  }
}

/** Adds a fact; of one that stands apart no other says the first day. */
function addFact(changes: Changes, rows: StandingRows, row: number): void {
  const { days, knownBy } = changes;
  const { countsDays } = changes.behind;
  const isWho = changes.marks[rows.kind[row] as number] === 2;
  const links = linksOf(rows, row);
  const known = rows.known[row] as number;
  if (links) {
    if (isWho) changes.isPlain = false;
    else changes.isCorrected = true;
    let begin = never;
    let last = always;
    for (const link of links) {
      // A claim that will count as verified if nobody decides it does not do so yet.
      if (link.known > knownBy) continue;
      begin = Math.min(begin, firstDay(link));
      last = Math.max(last, link.known);
      addToList(days, link.known);
    }
    putDays(rows.days, begin, last);
    return;
  }
  const first = rows.first[row] as number;
  if (known < first) changes.isPlain = false;
  const begin = countsDays && !isWho && !changes.isApart ? firstNewDay(rows, row) : first;
  if (begin === never) return;
  putDays(rows.days, begin, known);
  addToList(days, known);
}

/** The links of what was corrected. */
function linksOf({ chains }: StandingRows, row: number): Chain | undefined {
  const chain = chains[row]?.chain;
  return chain !== undefined && chain.length > 1 ? chain : undefined;
}

/**
 * The first day of a row that no other of its kind and state says, of those that became known
 * before it and were never corrected. Rows stand in the order of their first days.
 */
function firstNewDay(rows: StandingRows, row: number): DayNumber {
  const { first, last, known, kind, states } = rows;
  const end = last[row] as number;
  const knownOn = known[row] as number;
  let day = first[row] as number;
  for (let other = 0; other < rows.count && day <= end; other += 1) {
    if ((first[other] as number) > day) break;
    if ((last[other] as number) < day || kind[other] !== kind[row]) continue;
    const otherOn = known[other] as number;
    const isBefore = otherOn < knownOn || (otherOn === knownOn && other < row);
    if (!isBefore || states[other] !== states[row]) continue;
    if (rows.isHead[other] === 1 && !linksOf(rows, other)) day = (last[other] as number) + 1;
  }
  return day <= end ? day : never;
}

/**
 * A day by which a line of a day was as it is today: once all is known that says anything of that
 * day or one before it, nothing that becomes known later can change it.
 */
export function settledBy({ facts: { rows, from, to } }: Changes, day: DayNumber): DayNumber {
  let row = to - 1;
  while (row >= from && (rows.first[row] as number) > day) row -= 1;
  return row < from ? day : Math.max(day, rows.last[row] as number);
}

/** A line of today, and what is known of it so far. */
export type LookedAt = Readonly<{
  day: DayNumber;
  /** The day from which it is as it is today. */
  settledOn: DayNumber;
  /** The marks of the kinds of which it is. */
  marks: Uint8Array;
  /** Whether more evidence can only bring it forward. */
  isBroughtForward: boolean;
  /** Of a further repeat, the place of the day on which the one before it was there. */
  foundAt: number | undefined;
}>;

/** The place of the first day of change from which a line may have been there, or paid. */
export function lookFrom(changes: Changes, rows: StandingRows, line: LookedAt): number {
  const { day, settledOn, foundAt } = line;
  if (!changes.isPlain || !line.isBroughtForward) return lastBy(changes.days, day);
  // A further repeat was not there before the one before it, and mostly it was there with it.
  if (foundAt === undefined || changes.isCorrected) return firstLook(changes, rows, line);
  const isThere = (dayInList(changes.days, foundAt) ?? always) >= settledOn;
  return isThere ? foundAt : Math.max(firstLook(changes, rows, line), foundAt);
}

/**
 * The place of the first day of change from which a line of a day may have been there that more
 * evidence only brings forward. It would have an earlier day today if it had been there before its
 * own, and cannot have been there while nothing was known of that day or any after it. What was
 * corrected since may have brought it forward further.
 */
function firstLook(
  { days, isCorrected }: Changes,
  rows: StandingRows,
  { day, marks }: LookedAt,
): number {
  let from = never;
  for (let row = 0; row < rows.count; row += 1) {
    const known = rows.known[row] as number;
    const isAfter = known >= day && (rows.last[row] as number) >= day;
    if (isAfter && known < from && marks[rows.kind[row] as number] === 1) from = known;
  }
  if (isCorrected) from = Math.min(from, knownBefore(rows, day));
  if (from <= day) return lastBy(days, day);
  let at = days.count - 1;
  while (at > 0 && (days.days[at - 1] as number) >= from) at -= 1;
  return at;
}

/** The first day on which anything was known of a day that was corrected after that day. */
function knownBefore(rows: StandingRows, day: DayNumber): DayNumber {
  let from = never;
  for (let row = 0; row < rows.count; row += 1) {
    const wasSeen = rows.isHead[row] === 0 && (rows.until[row] as number) > day;
    if (wasSeen && (rows.first[row] as number) <= day) {
      from = Math.min(from, rows.known[row] as number);
    }
  }
  return from;
}
