import type { DayNumber } from '../calendar/index.ts';
import type { Place, Problem, Result } from '../problem/index.ts';
import { nearest } from '../problem/index.ts';
import { dayReader } from './check-day.ts';
import { checkDays } from './check-known.ts';
import { checkNumbers, numberReader } from './check-number.ts';
import { checkText } from './check-text.ts';
import { withReader } from './check-with.ts';
import { type Column, columnNumber, columns } from './columns.ts';
import type { Fact, FactRules, KindRule } from './fact.ts';
import { factStates } from './fact-states.ts';
import { fillValues } from './fill-values.ts';
import { keeper, lastKeeper } from './keeper.ts';
import { makeFact } from './make-fact.ts';
import {
  cellMissing,
  cellUnused,
  nameMissing,
  nobodyNamed,
  unknownAbout,
  unknownGroup,
  unknownKind,
  unknownSource,
  unknownState,
} from './problems.ts';
import { emptyRow, hasErrors, isSpoiled, type Row, report, spoil, textOf } from './row.ts';

/** Makes a fact of a row, or leaves in `row.found` everything that stands against it. */
export type RowChecker = (row: Row) => Fact | undefined;

const id = columnNumber('id');
const kind = columnNumber('kind');
const group = columnNumber('group');
const about = columnNumber('about');
const source = columnNumber('source');
const state = columnNumber('state');

/** Checks rows against what one page says about its facts, remembering what it has read before. */
export function rowChecker(rules: FactRules): RowChecker {
  const readDay = dayReader();
  const readNumber = numberReader();
  const readWith = withReader(rules);
  const keep = keeper();
  const keepLast = lastKeeper();
  return (row) => {
    checkCells(row);
    const days = {
      day: readDay(row, 'day'),
      from: readDay(row, 'from'),
      to: readDay(row, 'to'),
      known: readDay(row, 'known'),
    };
    const numbers = {
      value: readNumber(row, 'value'),
      low: readNumber(row, 'low'),
      high: readNumber(row, 'high'),
    };
    const characteristics = readWith(row);
    const rule = checkNames(row, rules);
    let known: DayNumber | undefined;
    if (rule !== undefined) {
      known = checkDays(row, rule, days);
      checkNumbers(row, rule, numbers);
      checkNeeds(row, rule, rules);
    }
    if (rule === undefined || known === undefined || hasErrors(row)) return undefined;
    fillValues(row, { days, numbers, characteristics, keep, keepLast });
    return makeFact(row, rule.name);
  };
}

/** Checks one row alone: for a form, or a line of an example. All of its problems, or the fact. */
export function checkRow(
  cells: Partial<Readonly<Record<Column, string>>>,
  at: Place,
  rules: FactRules,
): Result<Fact> {
  const row = emptyRow();
  for (const [index, column] of columns.entries()) row.cells[index] = cells[column] ?? '';
  const fact = rowChecker(rules)(row);
  if (fact !== undefined) return { ok: true, value: fact };
  return { ok: false, problems: row.found.map((finding) => placed(finding, at)) };
}

function placed({ column, problem }: Row['found'][number], at: Place): Problem {
  return problem(column === undefined ? at : { ...at, field: column });
}

function checkCells(row: Row): void {
  const { cells } = row;
  for (let index = 0; index < noteColumn; index += 1) {
    const cell = cells[index] as string;
    if (cell !== '') checkText(row, columns[index] as Column, cell);
  }
}

/** The last column, whose text is read past. */
const noteColumn = columnNumber('note');

/** Checks every cell that holds one of a set of names, and returns the rule of the kind. */
function checkNames(row: Row, rules: FactRules): KindRule | undefined {
  if (isEmpty(row, id)) report(row, 'id', (at) => nameMissing(at));
  checkAbout(row, rules);
  checkState(row);
  const groupName = textOf(row, group);
  if (groupName !== '' && !rules.groups.has(groupName)) {
    spoil(row, 'group', (at) => unknownGroup(at, groupName, nearest(groupName, rules.groups)));
  }
  return findRule(row, rules);
}

function findRule(row: Row, rules: FactRules): KindRule | undefined {
  const name = textOf(row, kind);
  const rule = rules.kinds.get(name);
  if (rule === undefined) {
    if (name !== '') {
      spoil(row, 'kind', (at) => unknownKind(at, name, nearest(name, rules.kinds.keys())));
    } else if (!isSpoiled(row, kind)) {
      report(row, 'kind', (at) => nameMissing(at));
    }
    return undefined;
  }
  const from = textOf(row, source);
  if (from !== '' && !mayComeFrom(from, rule)) {
    spoil(row, 'source', (at) => unknownSource(at, from, rule));
  }
  return rule;
}

/** Whether a source may record facts of a kind. */
export function mayComeFrom(from: string, { sources }: KindRule): boolean {
  return sources.length === 0 || sources.includes(from);
}

function checkAbout(row: Row, { kinds, outcomes }: FactRules): void {
  const name = textOf(row, about);
  if (name === '' || outcomes.has(name) || kinds.has(name)) return;
  spoil(row, 'about', (at) =>
    unknownAbout(at, name, nearest(name, [...outcomes, ...kinds.keys()])),
  );
}

function checkState(row: Row): void {
  const name = textOf(row, state);
  if (name === '' || (factStates as readonly string[]).includes(name)) return;
  spoil(row, 'state', (at) => unknownState(at, name));
}

/** Checks whom the row is about, and the cells that its kind cannot do without. */
function checkNeeds(row: Row, rule: KindRule, rules: FactRules): void {
  if (rule.about === 'participant') need(row, 'participant', rule);
  if (rule.about === 'cohort') need(row, 'cohort', rule);
  if (rule.about === 'cohort' || rule.about === 'provider') refuse(row, 'participant', rule);
  if (rule.about === 'provider') refuse(row, 'cohort', rule);
  if (rule.about === 'participant or provider') needEither(row, rule);
  if (rule.needs !== undefined) for (const column of rule.needs) need(row, column, rule);
  if (rule.name === 'attached' && rules.groups.size > 0) need(row, 'group', rule);
}

function need(row: Row, column: Column, rule: KindRule): void {
  if (isEmpty(row, columnNumber(column))) {
    report(row, column, (at) => cellMissing(at, rule.name));
  }
}

function needEither(row: Row, rule: KindRule): void {
  if (!isEmpty(row, columnNumber('participant')) || !isEmpty(row, columnNumber('provider'))) return;
  report(row, 'participant', (at) => nobodyNamed(at, rule.name));
}

function refuse(row: Row, column: Column, rule: KindRule): void {
  if (textOf(row, columnNumber(column)) !== '') {
    report(row, column, (at) => cellUnused(at, rule.name));
  }
}

function isEmpty(row: Row, column: number): boolean {
  return textOf(row, column) === '' && !isSpoiled(row, column);
}
