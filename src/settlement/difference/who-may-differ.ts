import type { DayNumber } from '../../calendar/index.ts';
import {
  type AsAt,
  type ColumnSource,
  dayInCell,
  type Fact,
  type FactColumns,
  firstDay,
  firstDayIn,
  numberIn,
  rowReplaced,
} from '../../facts/index.ts';
import { outcomesOf } from '../achieve/order-of-work.ts';
import { windowFrom } from '../achieve/window.ts';
import { restsOnOne } from '../due/stand-apart.ts';
import { kindsRead } from '../plan/kinds-read.ts';
import type { OutcomePlan, Plan, WindowPlan } from '../plan/plan.ts';
import { cameAs } from './came-as.ts';

/** As at which days two settlements are, the later one second. */
type Passing = Readonly<{ from: AsAt; to: AsAt }>;

/**
 * The places of those participants whose lines or statuses may be others as at a later day;
 * undefined where that may be so of everybody. Of all others the same is known as before, all of it
 * was over by then, and no window of theirs has closed since: what they come to is what it was.
 */
export function whoMayDiffer(
  plan: Plan,
  { columns, starts, participantCount, others }: ColumnSource,
  passing: Passing,
): Int32Array | undefined {
  if (!standsAsTimePasses(plan, passing)) return undefined;
  if (!others.every((fact) => isFactSettled(fact, passing))) return undefined;
  const hasMoved = movedTest(columns, passing);
  const closes = closingTest(columns, closingFor(plan, passing), passing);
  const isOfRead = chainTest(columns, kindsRead(plan));
  const places = new Int32Array(participantCount);
  let count = 0;
  for (let place = 0; place < participantCount; place += 1) {
    const own = { first: starts[place] as number, end: starts[place + 1] as number };
    let mayDiffer = false;
    for (let row = own.first; row < own.end && !mayDiffer; row += 1) {
      mayDiffer = closes(row) || (hasMoved(row) && isOfRead(row, own));
    }
    if (!mayDiffer) continue;
    places[count] = place;
    count += 1;
  }
  return places.slice(0, count);
}

/**
 * Whether a page says nothing by which the passing of days alone makes another line: no absence, no
 * claim that counts once nobody has decided it, no other terms from a day on, and no end of the
 * programme or of a window for all between the days.
 */
export function mayStandStill(plan: Plan): boolean {
  const [version, ...later] = plan.versions;
  if (version === undefined || later.length > 0 || !restsOnOne(plan)) return false;
  const { timeliness = {}, ending = {} } = version.whole ?? {};
  const isOfDays = [...Object.keys(timeliness), ...Object.keys(ending)].some(
    (key) => key !== 'working',
  );
  return !isOfDays && outcomesOf(plan).every(restsOnWhatWas);
}

function standsAsTimePasses(plan: Plan, { from, to }: Passing): boolean {
  const areOneDay = from.trueBy === from.knownBy && to.trueBy === to.knownBy;
  if (!areOneDay || from.trueBy > to.trueBy || to.trueBy >= plan.endsOn) return false;
  return mayStandStill(plan) && !closesForAll(plan, { from, to });
}

/** Whether it is achieved by what has happened, and not by what has not. */
function restsOnWhatWas(outcome: OutcomePlan): boolean {
  const { condition, window, pausedBy, partialFrom, knownWithin } = outcome;
  if (partialFrom !== undefined || knownWithin !== undefined) return false;
  if (!isOfWhatWas(condition) || window === undefined) return isOfWhatWas(condition);
  const { anchor, length, opensAfter, working } = window;
  const isOpen = length === undefined && opensAfter === undefined;
  const isOfComing = anchor.is !== 'kind' && anchor.is !== 'outcome';
  const isCounted = isOfComing && pausedBy.length === 0 && working === undefined;
  return isOpen || isCounted;
}

function isOfWhatWas(condition: OutcomePlan['condition']): boolean {
  if (condition.is === 'lasts') return condition.lessCompleteSource === undefined;
  return condition.is === 'happens' || condition.is === 'all of' || condition.is === 'any of';
}

/** Whether a window closes between the two days of all who came on a day. */
type Closing = (came: DayNumber) => boolean;

function closingFor(plan: Plan, passing: Passing): Closing {
  const windows = windowsOf(plan).filter(({ anchor }) => anchor.is !== 'contract');
  const known = new Map<DayNumber, boolean>();
  return (came) => {
    const before = known.get(came);
    if (before !== undefined) return before;
    const closes = windows.some((window) => isLast(windowFrom(came, window, [])?.last, passing));
    known.set(came, closes);
    return closes;
  };
}

function closesForAll(plan: Plan, passing: Passing): boolean {
  return windowsOf(plan).some((window) => {
    if (isLast(window.lastDay, passing)) return true;
    const isOfAll = window.anchor.is === 'contract';
    return isOfAll && isLast(windowFrom(plan.startsOn, window, [])?.last, passing);
  });
}

function isLast(day: DayNumber | undefined, { from, to }: Passing): boolean {
  return day !== undefined && from.trueBy < day && day <= to.trueBy;
}

/** Every window that is unlike the others. */
function windowsOf(plan: Plan): readonly WindowPlan[] {
  const found = outcomesOf(plan).flatMap(({ window }) => (window ? [window] : []));
  return [...new Map(found.map((window) => [JSON.stringify(window), window])).values()];
}

/** Whether a fact says the same as at both days, as all of it was true and known by the first. */
function isFactSettled(fact: Fact, { from, to }: Passing): boolean {
  if (fact.known > to.knownBy) return true;
  const last = fact.from === undefined ? firstDay(fact) : (fact.to ?? Number.POSITIVE_INFINITY);
  return fact.known <= from.knownBy && Math.max(firstDay(fact), last) <= from.trueBy;
}

type RowTest = (row: number) => boolean;

/** The same of a row, the other way about. */
function movedTest(columns: FactColumns, { from, to }: Passing): RowTest {
  const { known, to: ended, from: begun } = columns;
  return (row) => {
    const knownOn = dayInCell(numberIn(known, row));
    if (knownOn > to.knownBy) return false;
    if (knownOn > from.knownBy || firstDayIn(columns, row) > from.trueBy) return true;
    if (numberIn(begun, row) === 0) return false;
    const last = numberIn(ended, row);
    return last === 0 || dayInCell(last) > from.trueBy;
  };
}

/** Whether whoever came with a row has a window that closes. */
function closingTest(columns: FactColumns, closes: Closing, { to }: Passing): RowTest {
  const { known, kind } = columns;
  const came = [false, ...kind.pool.values.map((each) => cameAs.has(each))];
  return (row) =>
    came[numberIn(kind.cells, row)] === true &&
    dayInCell(numberIn(known, row)) <= to.knownBy &&
    closes(firstDayIn(columns, row));
}

/** The rows of a participant. */
type OwnRows = Readonly<{ first: number; end: number }>;

/**
 * Whether a row is one that may be read, or corrects or is corrected by one: what takes back a fact
 * of a kind that is never read changes nothing.
 */
function chainTest(
  columns: FactColumns,
  kinds: ReadonlySet<string>,
): (row: number, own: OwnRows) => boolean {
  const { kind, replaces } = columns;
  const back = kind.pool.values.indexOf('withdrawn') + 1;
  const isRead = [false, ...kind.pool.values.map((each) => kinds.has(each))];
  /** Whether it is read, or anything that it corrects, as far back as that goes. */
  const readsBack = (row: number, { first, end }: OwnRows): boolean => {
    let at = row;
    for (let steps = first; steps < end; steps += 1) {
      const own = numberIn(kind.cells, at);
      const isLast = numberIn(replaces, at) === 0;
      if (isRead[own] === true && (own !== back || isLast)) return true;
      if (isLast) return false;
      at = rowReplaced(columns, at);
    }
    return true;
  };
  const isUnread = (row: number) => {
    const own = numberIn(kind.cells, row);
    return own === back || isRead[own] !== true;
  };
  /** Whether one that is read takes the place of one that is not, whose name it then has. */
  const becomesRead = (own: OwnRows): boolean => {
    for (let row = own.first; row < own.end; row += 1) {
      if (isUnread(row) || numberIn(replaces, row) === 0) continue;
      if (isUnread(rowReplaced(columns, row))) return true;
    }
    return false;
  };
  return (row, own) => readsBack(row, own) || becomesRead(own);
}
