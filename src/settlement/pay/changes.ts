import type { DayNumber } from '../../calendar/index.ts';
import { type Chain, firstDay } from '../../facts/index.ts';
import type { Earned } from '../achieve/stage.ts';
import { addDay } from '../admit/admit.ts';
import type { Admitted } from '../admit/admitted.ts';
import { type Days, daysSince, putDays } from '../admit/day-rows.ts';
import type { StandingRows } from '../admit/standing-rows.ts';
import { never } from '../plan/open-days.ts';
import type { Behind, Work } from '../work.ts';

/** What stands of the facts on which an outcome can rest, and when it became known. */
export type Changes = {
  readonly behind: Behind;
  /** The marks of kinds behind it. */
  readonly marks: Uint8Array;
  readonly knownBy: DayNumber;
  /** The days on which anything became known that may change an answer, ascending. */
  readonly days: DayNumber[];
  /**
   * Of each fact that stands the first day of which it says anything new, and the day by which all
   * of it was known.
   */
  facts: Days;
  /** Whether who took part was never corrected, and nothing was known before it happened. */
  isPlain: boolean;
  /** Whether anything else was corrected. */
  isCorrected: boolean;
};

type Ground = Readonly<{
  admitted: Admitted;
  work: Work;
  /** Days on which one of the lines could first be said. */
  alsoOn: readonly DayNumber[];
}>;

/**
 * The days on which anything became known on which an outcome could rest, or on which one of the
 * lines could first be said: until then another may have had its number.
 */
export function changesOf(behind: Behind, { admitted, work, alsoOn }: Ground): Changes {
  const { rows } = admitted;
  const start = rows.days.count;
  const marks = behind.marks(admitted.kinds);
  const changes: Changes = {
    behind,
    marks,
    knownBy: work.asAt.knownBy,
    days: alsoOn.slice(),
    facts: daysSince(rows.days, start),
    isPlain: true,
    isCorrected: false,
  };
  for (let row = 0; row < rows.count; row += 1) {
    if (marks[rows.kind[row] as number] === 0 || rows.isHead[row] !== 1) continue;
    // What has not a state that counts today counts on no day.
    if (((rows.states[row] as number) & ~work.statesThatCount) !== 0) continue;
    addFact(changes, rows, row);
  }
  changes.facts = daysSince(rows.days, start);
  return changes;
}

function addFact(changes: Changes, rows: StandingRows, row: number): void {
  const { days, knownBy } = changes;
  const { countsDays } = changes.behind;
  const isWho = changes.marks[rows.kind[row] as number] === 2;
  const links = linksOf(rows, row);
  const known = rows.known[row] as number;
  if (links) {
    if (isWho) changes.isPlain = false;
    else changes.isCorrected = true;
    // A claim that will count as verified if nobody decides it does not do so yet.
    const all = links.filter((link) => link.known <= knownBy);
    const begin = Math.min(...all.map(firstDay));
    putDays(rows.days, begin, Math.max(...all.map((link) => link.known)));
    for (const link of all) addDay(days, link.known);
    return;
  }
  if (known < (rows.first[row] as number)) changes.isPlain = false;
  const begin = countsDays && !isWho ? firstNewDay(rows, row) : (rows.first[row] as number);
  if (begin === never) return;
  putDays(rows.days, begin, known);
  addDay(days, known);
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
export function settledBy({ facts }: Changes, day: DayNumber): DayNumber {
  const { rows, from, to } = facts;
  let last = day;
  for (let row = from; row < to; row += 1) {
    const known = rows.last[row] as number;
    if (known > last && (rows.first[row] as number) <= day) last = known;
  }
  return last;
}

/** The place of the last of the days that is not after a day; before the first where none is. */
export function lastBy(days: readonly DayNumber[], day: DayNumber): number {
  let at = days.length - 1;
  while (at >= 0 && (days[at] as DayNumber) > day) at -= 1;
  return at;
}

/**
 * The place of the first day of change from which a line of a day may have been there that more
 * evidence only brings forward. It would have an earlier day today if it had been there before its
 * own, and cannot have been there while nothing was known of that day or any after it. What was
 * corrected since may have brought it forward further.
 */
export function firstLook(
  { days, isCorrected }: Changes,
  { achievement: { day }, placed }: Earned,
  { rows, kinds }: Admitted,
): number {
  let from = never;
  const marks = placed.wanted.marks(kinds);
  for (let row = 0; row < rows.count; row += 1) {
    const known = rows.known[row] as number;
    const isAfter = known >= day && (rows.last[row] as number) >= day;
    if (isAfter && known < from && marks[rows.kind[row] as number] === 1) from = known;
  }
  if (isCorrected) from = Math.min(from, knownBefore(rows, day));
  if (from <= day) return lastBy(days, day);
  let at = days.length - 1;
  while (at > 0 && (days[at - 1] as DayNumber) >= from) at -= 1;
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
