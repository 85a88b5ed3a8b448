import type { DayNumber } from '../../calendar/index.ts';
import { endOfRun, type TakeDay, tellReached } from '../achieve/runs.ts';
import { windowFrom } from '../achieve/window.ts';
import { addCounted, type Counting, isCounted, statesExcluded } from '../admit/counted-facts.ts';
import { beginDays, cutDays, type DayRows } from '../admit/day-rows.ts';
import type { KindNumbers } from '../admit/kind-marks.ts';
import type { StandingRows } from '../admit/standing-rows.ts';
import { isSeen, type Reading, type Sight } from '../admit/view.ts';
import { always, never } from '../plan/open-days.ts';
import type { Plan } from '../plan/plan.ts';
import {
  notEarned,
  type StraightGroup,
  type StraightOutcome,
  type StraightTerms,
  type StraightWindow,
} from './straight-terms.ts';

/** Somebody who was attached once, of whom nothing else says who took part; one after the other. */
export type AttachedOnce = {
  readonly plan: Plan;
  readonly terms: StraightTerms;
  readonly rows: StandingRows;
  kinds: KindNumbers;
  /** The marks of kinds of each of the facts that are wanted, as these kinds are numbered. */
  readonly marks: Uint8Array[];
  group: StraightGroup;
  /** The row of the attachment, and its day. */
  row: number;
  day: DayNumber;
};

/**
 * Step 2 by row: what was achieved as it is seen in one view, and when; the repeats of an outcome
 * one after the other. One participant after the other uses the same rows.
 */
export type AchievedRows = {
  count: number;
  from: Int32Array;
  day: Int32Array;
  /** The first day on which it can be said. */
  certainOn: Int32Array;
  /** By the place of an outcome whether it was asked about, its first row, and how many it has. */
  readonly isDone: Uint8Array;
  readonly first: Int32Array;
  readonly times: Int32Array;
  /** The last day on which it may be achieved; `always` where that is over before it began. */
  readonly lastOn: Int32Array;
  readonly terms: StraightTerms;
  reading: Reading;
  /** By the number of what is wanted the bits of states that do not count in this reading. */
  readonly excluded: Int32Array;
  /** How rows are seen and counted. */
  readonly counting: { -readonly [Key in keyof Counting]: Counting[Key] };
  /** The days that count of each of the facts that are wanted, once they have been looked for. */
  readonly counted: readonly CountedRows[];
  readonly asking: Asking;
};

/** Some days among those of a participant; none before they were counted. */
type CountedRows = { readonly rows: DayRows; from: number; to: number; isDone: boolean };

/** What is being asked, of which every day that is enough is taken. */
type Asking = {
  /** Nothing before this day counts, and nothing can be said before the other. */
  notBefore: DayNumber;
  certainFrom: DayNumber;
  /** The days that can count. */
  begin: DayNumber;
  end: DayNumber;
  /** The row of the first, and how many there can be. */
  first: number;
  most: number;
  readonly run: { rows: DayRows; from: number; to: number };
  take: TakeDay;
};

const roomFirst = 64;

/** Rows for what is achieved under some terms by whoever has these rows of facts. */
export function achievedRows({ terms, rows: { days } }: Whose): AchievedRows {
  const places = Math.max(0, ...[...terms.groups.values()].map((each) => each.outcomes.length));
  const rows: AchievedRows = {
    count: 0,
    from: new Int32Array(roomFirst),
    day: new Int32Array(roomFirst),
    certainOn: new Int32Array(roomFirst),
    isDone: new Uint8Array(places),
    first: new Int32Array(places),
    times: new Int32Array(places),
    lastOn: new Int32Array(places),
    terms,
    reading: 'firm',
    excluded: Int32Array.from(terms.wanted, (each) => statesExcluded(each, 'firm')),
    counting: { marks: noMarks, excluded: 0, isHopeful: false, knownBy: never, horizon: never },
    counted: terms.wanted.map(() => ({ rows: days, from: 0, to: 0, isDone: false })),
    asking: askingNothing(days),
  };
  rows.asking.take = (from, day) => takeDay(rows, from, day);
  return rows;
}

type Whose = Pick<AttachedOnce, 'terms' | 'rows'>;

const noMarks = new Uint8Array(0);

/** Written out: of objects that are made by spreading each has a shape of its own. */
function askingNothing(rows: DayRows): Asking {
  return {
    notBefore: always,
    certainFrom: always,
    begin: always,
    end: never,
    first: 0,
    most: 0,
    run: { rows, from: 0, to: 0 },
    take: takeNothing,
  };
}

function takeNothing(): boolean {
  return false;
}

/** Nothing is achieved yet by somebody whose facts are to be seen like this. */
export function beginRows(rows: AchievedRows, { reading, knownBy, horizon }: Sight): void {
  const { counting, counted, isDone } = rows;
  rows.count = 0;
  if (rows.reading !== reading) readAs(rows, reading);
  counting.isHopeful = reading === 'hopeful';
  counting.knownBy = knownBy;
  counting.horizon = horizon;
  for (let place = 0; place < isDone.length; place += 1) isDone[place] = 0;
  for (const days of counted) days.isDone = false;
}

function readAs(rows: AchievedRows, reading: Reading): void {
  rows.reading = reading;
  rows.terms.wanted.forEach((each, at) => {
    rows.excluded[at] = statesExcluded(each, reading);
  });
}

/** Whose kinds are numbered like this. */
export function numberKinds(whose: AttachedOnce, kinds: KindNumbers): void {
  if (whose.kinds === kinds) return;
  whose.kinds = kinds;
  whose.terms.wanted.forEach((each, at) => {
    whose.marks[at] = each.marks(kinds);
  });
}

/** Works out the outcome of a place; those on which it rests have been worked out. */
export function workOut(rows: AchievedRows, place: number, whose: AttachedOnce): void {
  const { asking } = rows;
  rows.isDone[place] = 1;
  rows.first[place] = rows.count;
  rows.times[place] = 0;
  rows.lastOn[place] = always;
  const outcome = whose.group.outcomes[place];
  if (outcome === undefined || !isSeen(whose.rows, whose.row, rows.counting)) return;
  findFoundations(rows, outcome);
  rows.lastOn[place] = findDays(rows, outcome.window, whose);
  if (asking.notBefore === never || asking.begin > asking.end || outcome.most === 0) return;
  asking.first = rows.count;
  asking.most = outcome.most;
  if (outcome.joining === undefined) tellHappened(rows, outcome, whose);
  else tellLasted(rows, outcome, whose);
  rows.times[place] = rows.count - asking.first;
}

/** The days of what an outcome comes only after. */
function findFoundations(rows: AchievedRows, { onlyAfter }: StraightOutcome): void {
  const { asking } = rows;
  asking.notBefore = always;
  asking.certainFrom = always;
  for (const place of onlyAfter) {
    const row = firstRowOf(rows, place);
    asking.notBefore = Math.max(asking.notBefore, row < 0 ? never : (rows.day[row] as number));
    asking.certainFrom = Math.max(asking.certainFrom, certainDayOf(rows, row));
  }
}

/** The row of the first achievement of an outcome; below 0 where there is none. */
function firstRowOf({ first, times }: AchievedRows, place: number): number {
  const isAchieved = place !== notEarned && (times[place] as number) > 0;
  return isAchieved ? (first[place] as number) : -1;
}

function certainDayOf(rows: AchievedRows, row: number): DayNumber {
  return row < 0 ? never : Math.max(rows.day[row] as number, rows.certainOn[row] as number);
}

/**
 * Finds the days that can count, and gives the last on which the outcome may be achieved: that of
 * the programme where its clock waits for something, or it has no end of its own.
 */
function findDays(
  rows: AchievedRows,
  window: StraightWindow | undefined,
  { plan, day }: AttachedOnce,
): DayNumber {
  const { asking } = rows;
  asking.begin = day;
  asking.end = never;
  if (window === undefined) return Math.max(plan.endsOn, day);
  let anchor = window.from === 'contract' ? plan.startsOn : day;
  if (window.from === 'outcome') {
    const row = firstRowOf(rows, window.place);
    asking.certainFrom = Math.max(asking.certainFrom, certainDayOf(rows, row));
    if (row < 0) {
      asking.end = always;
      return plan.endsOn;
    }
    anchor = rows.day[row] as number;
  }
  openFrom(asking, window, anchor);
  return asking.end === never ? Math.max(plan.endsOn, asking.begin) : asking.end;
}

/** Cuts the days that can count to the window; none are left of one that is over. */
function openFrom(asking: Asking, { plan, days }: StraightWindow, anchor: DayNumber): void {
  if (days > 0) {
    asking.begin = Math.max(asking.begin, anchor);
    asking.end = anchor + days - 1;
    return;
  }
  const open = windowFrom(anchor, plan, []);
  asking.begin = Math.max(asking.begin, open?.first ?? always);
  asking.end = open?.last ?? always;
}

/** A recorded fact is the outcome. A spell happens on its first day. */
function tellHappened(rows: AchievedRows, outcome: StraightOutcome, whose: AttachedOnce): void {
  const { asking, counting } = rows;
  const standing = whose.rows;
  lookFor(rows, outcome.wanted, whose);
  for (let row = 0; row < standing.count; row += 1) {
    const day = standing.first[row] as number;
    if (day < asking.begin || day > asking.end || !isCounted(standing, row, counting)) continue;
    if (!takeDay(rows, day, day)) return;
  }
}

/** Of what rows are to be counted. */
function lookFor({ counting, excluded }: AchievedRows, wanted: number, whose: AttachedOnce): void {
  counting.marks = whose.marks[wanted] as Uint8Array;
  counting.excluded = excluded[wanted] as number;
}

/** So many days in a state, in one go or in total, as often as they are reached. */
function tellLasted(rows: AchievedRows, outcome: StraightOutcome, whose: AttachedOnce): void {
  const { asking } = rows;
  const { joining } = outcome;
  if (joining === undefined) return;
  const { run } = asking;
  const days = cutDays(countedIn(rows, outcome.wanted, whose), asking.begin, asking.end);
  run.rows = days.rows;
  for (run.from = days.from; run.from < days.to; run.from = run.to) {
    run.to = endOfRun(days, run.from, joining);
    if (tellReached(run, joining.condition.length, asking.take) === 'enough') return;
  }
}

function countedIn(rows: AchievedRows, wanted: number, whose: AttachedOnce): CountedRows {
  const counted = rows.counted[wanted] as CountedRows;
  if (counted.isDone) return counted;
  lookFor(rows, wanted, whose);
  counted.from = beginDays(counted.rows);
  addCounted(whose.rows, rows.counting);
  counted.to = counted.rows.count;
  counted.isDone = true;
  return counted;
}

/** Takes one, unless it is before what it comes only after; says whether there may be more. */
function takeDay(rows: AchievedRows, from: DayNumber, day: DayNumber): boolean {
  const { notBefore, certainFrom, most, first } = rows.asking;
  if (day < notBefore) return true;
  const row = rows.count;
  if (row === rows.day.length) widen(rows);
  rows.from[row] = from;
  rows.day[row] = day;
  rows.certainOn[row] = Math.max(day, certainFrom);
  rows.count = row + 1;
  return row + 1 - first < most;
}

function widen(rows: AchievedRows): void {
  rows.from = twiceAsLong(rows.from);
  rows.day = twiceAsLong(rows.day);
  rows.certainOn = twiceAsLong(rows.certainOn);
}

/** The same numbers with as much room behind them. */
export function twiceAsLong(values: Int32Array): Int32Array {
  const longer = new Int32Array(2 * values.length);
  longer.set(values);
  return longer;
}
