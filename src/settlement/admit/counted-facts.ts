import type { DayNumber, Span } from '../../calendar/index.ts';
import type { FactState } from '../../facts/index.ts';
import { compareFractions } from '../../money/index.ts';
import type { Bound } from '../plan/plan.ts';
import { addDays, beginDays, type Days, daysSince, spansOf } from './day-rows.ts';
import { type KindMarks, marksOf } from './kind-marks.ts';
import { overrideByRank } from './ranked-sources.ts';
import type { SeenFact } from './seen-fact.ts';
import { bitsOf, type StandingRows, stateBits } from './standing-rows.ts';
import { byDayThenChain, factsSeen, isSeen, type Reading, type View } from './view.ts';

/**
 * Which facts are asked for. Those that help an outcome are read as the view reads; those that do
 * not (excluded days, pauses, what must not happen) count only in the states the page names.
 */
export type Wanted = Readonly<{
  kinds: readonly string[];
  states: readonly FactState[];
  helps: boolean;
  atLeast?: Bound | undefined;
}>;

/** The same, of which days are counted: what is asked of each row is looked up once. */
export type WantedDays = Wanted & Readonly<{ marks: KindMarks; statesBits: number }>;

export function wantedDays(wanted: Wanted): WantedDays {
  const { kinds, states, helps, atLeast } = wanted;
  return { kinds, states, helps, atLeast, marks: marksOf(kinds), statesBits: bitsOf(states) };
}

/** The days of a spell that are evidenced, cut to what has happened. */
export type Spell = Readonly<{ seen: SeenFact; first: DayNumber; last: DayNumber }>;

export const verifiedOnly: readonly FactState[] = ['verified'];

/** The facts that count, in the order of their days and, within a day, of their ids. */
export function countedFacts(view: View, wanted: Wanted): readonly SeenFact[] {
  const { kinds } = wanted;
  const [first] = kinds;
  if (first === undefined) return none;
  if (kinds.length === 1) return countedOfKind(view, wanted, first);
  return kinds.flatMap((kind) => countedOfKind(view, wanted, kind)).sort(byDayThenChain);
}

const none: readonly SeenFact[] = [];

function countedOfKind(view: View, wanted: Wanted, kind: string): readonly SeenFact[] {
  const all = factsSeen(view, kind);
  const counted = allCount(view, wanted, all)
    ? all
    : all.filter((seen) => counts(view, wanted, seen));
  const ranks = view.ranks?.get(kind);
  if (ranks === undefined) return counted;
  const isHopeful = wanted.helps && view.reading === 'hopeful';
  return overrideByRank(counted, ranks, isHopeful ? view.horizon : undefined);
}

/** Whether its first day is its own: what is left of a spell that was overridden does not begin. */
export function beginsItself({ fact, whole }: SeenFact): boolean {
  return whole === undefined || whole.first === fact.from;
}

/** The evidenced days of each spell that counts and is not too small. */
export function countedSpells(view: View, wanted: Wanted): readonly Spell[] {
  const spells: Spell[] = [];
  for (const seen of countedFacts(view, wanted)) {
    if (!reaches(seen, wanted.atLeast)) continue;
    const { first } = seen;
    const last = lastEvidencedDay(view, seen, wanted.helps);
    if (first <= last) spells.push({ seen, first, last });
  }
  return spells;
}

/** Every day in any of the spells, once. */
export function countedDays(view: View, wanted: WantedDays): Days {
  const { known } = view;
  for (let at = known.days; at !== undefined; at = at.next)
    if (at.wanted === wanted) return at.days;
  const days = daysOf(view, wanted);
  known.days = { wanted, days, next: known.days };
  return days;
}

/** The same as spans. */
export function countedSpans(view: View, wanted: WantedDays): readonly Span[] {
  return wanted.kinds.length === 0 ? noSpans : spansOf(countedDays(view, wanted));
}

const noSpans: readonly Span[] = [];

/** Most days are counted over rows; only what asks for values or sources looks at facts. */
function daysOf(view: View, wanted: WantedDays): Days {
  const { days } = view.admitted.rows;
  const start = beginDays(days);
  const { ranks } = view;
  const isRanked = ranks !== undefined && wanted.kinds.some((kind) => ranks.has(kind));
  const asksForFacts = wanted.atLeast !== undefined || isRanked;
  if (asksForFacts) {
    for (const { first, last } of countedSpells(view, wanted)) addDays(days, first, last);
  } else addDaysOfRows(view, wanted);
  return daysSince(days, start);
}

function addDaysOfRows(view: View, wanted: WantedDays): void {
  const { knownBy, horizon } = view;
  const isHopeful = wanted.helps && view.reading === 'hopeful';
  const marks = wanted.marks(view.admitted.kinds);
  const excluded = statesExcluded(wanted, view.reading);
  addCounted(view.admitted.rows, { marks, excluded, isHopeful, knownBy, horizon });
}

/** What a row must be to count, and up to which days it is seen. */
export type Counting = Readonly<{
  /** The kinds that are wanted have the mark 1. */
  marks: Uint8Array;
  /** The bits of states that do not count. */
  excluded: number;
  /** Whether a spell that is still open is hoped to go on. */
  isHopeful: boolean;
  knownBy: DayNumber;
  horizon: DayNumber;
}>;

/** The bits of states that do not count in a reading. */
export function statesExcluded({ helps, statesBits }: WantedDays, reading: Reading): number {
  return helps && reading !== 'firm' ? stateBits.rejected : ~statesBits;
}

/** Puts down every day in any of the rows that count, once; nothing is asked of their values. */
export function addCounted(rows: StandingRows, counting: Counting): void {
  const { days } = rows;
  const { isHopeful, horizon } = counting;
  for (let row = 0; row < rows.count; row += 1) {
    if (!isCounted(rows, row, counting)) continue;
    const isOpen = isHopeful && rows.isOpen[row] === 1;
    const last = isOpen ? horizon : Math.min(rows.last[row] as number, horizon);
    addDays(days, rows.first[row] as number, last);
  }
}

/** Whether a row is seen, is of what is wanted now as it was then, and in a state that counts. */
export function isCounted(rows: StandingRows, row: number, counting: Counting): boolean {
  const { marks, excluded } = counting;
  const isWanted =
    marks[rows.kind[row] as number] === 1 && marks[rows.ownKind[row] as number] === 1;
  return isWanted && isSeen(rows, row, counting) && ((rows.states[row] as number) & excluded) === 0;
}

/**
 * A spell is evidence of days up to the day on which it became known, and of none after it. A
 * single day is a spell of one.
 */
export function lastEvidencedDay(view: View, seen: SeenFact, helps: boolean): DayNumber {
  if (seen.isOpen && helps && view.reading === 'hopeful') return view.horizon;
  return Math.min(seen.last, view.horizon);
}

function allCount(view: View, wanted: Wanted, all: readonly SeenFact[]): boolean {
  for (const seen of all) if (!counts(view, wanted, seen)) return false;
  return true;
}

// Until it was corrected, a fact may have been of a kind that is not asked for.
function counts(view: View, wanted: Wanted, seen: SeenFact): boolean {
  if (!wanted.kinds.includes(seen.kind)) return false;
  const { states } = seen;
  if (wanted.helps && view.reading !== 'firm') return !states.includes('rejected');
  for (const state of states) if (!wanted.states.includes(state)) return false;
  return true;
}

function reaches({ fact }: SeenFact, bound: Bound | undefined): boolean {
  if (bound === undefined) return true;
  if (fact.value === undefined) return false;
  if (bound.under && compareFractions(fact.value, bound.under) >= 0) return false;
  const difference = compareFractions(fact.value, bound.least);
  return bound.strictly ? difference > 0 : difference >= 0;
}
