import { type DayNumber, dayOf } from '../calendar/index.ts';
import { type Column, columnNumber } from './columns.ts';
import type { KindRule } from './fact.ts';
import { cellMissing, dayOrder, knownMissing, knownTooEarly, shapeMismatch } from './problems.ts';
import { isSpoiled, type Row, report } from './row.ts';

export type Days = Readonly<Record<'day' | 'from' | 'to' | 'known', DayNumber | undefined>>;

/**
 * Checks the days of a row for the shape of its kind, and returns the day on which it is known:
 * its day or its end where the row is silent. Undefined where that cannot be told.
 */
export function checkDays(row: Row, rule: KindRule, days: Days): DayNumber | undefined {
  return rule.shape === 'spell' ? checkSpell(row, rule, days) : checkOnDay(row, rule, days);
}

function checkSpell(row: Row, rule: KindRule, days: Days): DayNumber | undefined {
  const { from, to, known } = days;
  if (days.day !== undefined) report(row, 'day', (at) => shapeMismatch(at, 'day', rule));
  if (from === undefined) missing(row, 'from', rule);
  if (from !== undefined && to !== undefined && to < from) {
    report(row, 'to', (at) => dayOrder(at, dayOf(from), dayOf(to)));
    return undefined;
  }
  const end = to ?? from;
  if (known === undefined) {
    if (to !== undefined) return to;
    if (!isUnread(row, 'to') && !isUnread(row, 'known')) {
      report(row, 'known', (at) => knownMissing(at, rule.name, 'open'));
    }
    return undefined;
  }
  if (end !== undefined && known < end && rule.knownMayBeEarlier !== true) {
    tooEarly(row, known, [end, to === undefined ? 'from' : 'to']);
  }
  return known;
}

function checkOnDay(row: Row, rule: KindRule, days: Days): DayNumber | undefined {
  const { day, from, to, known } = days;
  if (from !== undefined) report(row, 'from', (at) => shapeMismatch(at, 'from', rule));
  if (to !== undefined) report(row, 'to', (at) => shapeMismatch(at, 'to', rule));
  if (day === undefined) {
    if (rule.dayMayBeEmpty !== true) missing(row, 'day', rule);
    else if (known === undefined && !isUnread(row, 'day') && !isUnread(row, 'known')) {
      report(row, 'known', (at) => knownMissing(at, rule.name, 'no day'));
    }
  }
  const mayBeEarlier = rule.knownMayBeEarlier === true;
  if (known !== undefined && day !== undefined && known < day && !mayBeEarlier) {
    tooEarly(row, known, [day, 'day']);
  }
  return known ?? day;
}

function tooEarly(row: Row, known: DayNumber, [day, column]: [DayNumber, Column]): void {
  report(row, 'known', (at) => knownTooEarly(at, dayOf(known), [dayOf(day), column]));
}

function missing(row: Row, column: Column, rule: KindRule): void {
  if (!isUnread(row, column)) report(row, column, (at) => cellMissing(at, rule.name));
}

function isUnread(row: Row, column: Column): boolean {
  return isSpoiled(row, columnNumber(column));
}
