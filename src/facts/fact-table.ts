import { noPlace, type Place, type Problem } from '../problem/index.ts';
import { type RowChecker, rowChecker } from './check-row.ts';
import { checkSet, type FactSetInput, type Unread } from './check-set.ts';
import { type Column, columnNumber } from './columns.ts';
import type { Fact, FactRules } from './fact.ts';
import { addFact, addNames, type FactList, factList, originOf } from './fact-list.ts';
import { addProblem, closeProblemList, openProblemList, type ProblemList } from './problem-list.ts';
import { type Row, textOf } from './row.ts';
import { type RowMemory, rowMemory } from './row-memory.ts';
import { hashOf } from './text-hash.ts';

/** The table of facts while files are read into it, row by row, in whatever order they come. */
export type FactTable = {
  readonly rules: FactRules;
  readonly check: RowChecker;
  readonly memory: RowMemory;
  readonly list: FactList;
  readonly sources: string[];
  readonly unread: Unread[];
  readonly problems: ProblemList;
  rows: number;
};

/** Facts read and checked against each other. */
export type FactSet = Readonly<{
  facts: readonly Fact[];
  problems: readonly Problem[];
  /** Rows that are not among the facts, with what could be read of them. */
  unread: readonly Unread[];
  rows: number;
}>;

export type FactTableOptions = Readonly<{
  /** Keeps the facts that stand on their own where others could not be read. */
  setAside?: boolean;
}>;

export function openFactTable(rules: FactRules, problemsMax?: number): FactTable {
  return {
    rules,
    check: rowChecker(rules),
    memory: rowMemory(),
    list: factList(),
    sources: [],
    unread: [],
    problems: openProblemList(problemsMax),
    rows: 0,
  };
}

/** Names a file; rows are added under the number it gets. */
export function addSource(table: FactTable, source: string): number {
  return table.sources.push(source) - 1;
}

/** Where a cell of the row at hand stands on its line, or the whole row. */
export type PlaceOf = (column: Column | undefined) => Place;

export type RowAt = Readonly<{
  source: number;
  line: number;
  placeOf: PlaceOf;
  /** The row is not whole, so that nothing more is asked of its cells. */
  isCut?: boolean;
}>;

/** Checks a row and adds it to the facts or to what could not be read; says whether it is one. */
export function addRow(table: FactTable, row: Row, at: RowAt): boolean {
  table.rows += 1;
  const fact = at.isCut === true ? undefined : table.check(row);
  addFindings(table, row, at.placeOf);
  if (fact === undefined) {
    addUnread(table, row, at);
    return false;
  }
  const participantNumber = addNames(table.list, fact);
  const { source, line } = at;
  addFact(table.list, fact, { source, line, idHash: hashOf(fact.id), participantNumber });
  return true;
}

function addFindings(table: FactTable, row: Row, placeOf: PlaceOf): void {
  for (const { column, isWarning, problem } of row.found) {
    const severity = isWarning === true ? 'warning' : 'error';
    addProblem(table.problems, () => problem(placeOf(column)), severity);
  }
}

const legible = (['id', 'kind', 'participant', 'cohort', 'provider', 'replaces'] as const).map(
  (column) => [column, columnNumber(column)] as const,
);

function addUnread(table: FactTable, row: Row, { source, line }: RowAt): void {
  const unread: { -readonly [Key in keyof Unread]: Unread[Key] } = {
    place: rowPlace(table.sources[source] ?? '', line),
  };
  for (const [column, number] of legible) {
    const text = textOf(row, number);
    if (text !== '') unread[column] = text;
  }
  table.unread.push(unread);
}

/** Reports that a file, or the rest of one, could not be read at all. */
export function addUnreadSource(table: FactTable, problem: Problem): void {
  addProblem(table.problems, () => problem, problem.severity);
  if (problem.severity === 'error') {
    table.unread.push({ place: { ...problem.at, excerpt: '' } });
  }
}

function rowPlace(source: string, line: number): Place {
  return { ...noPlace(source), line, column: 1, endColumn: 1 };
}

/**
 * Checks the rows against each other, and gives the facts. While there is any error there are
 * none, unless what is wrong is set aside: then all that can be relied on.
 */
export function closeFactTable(table: FactTable, options: FactTableOptions = {}): FactSet {
  const { list, rules, unread, problems } = table;
  const { facts } = list;
  const placeOf = (index: number): Place => {
    const { source, line } = originOf(list, index);
    return rowPlace(table.sources[source] ?? '', line);
  };
  const add: FactSetInput['add'] = (problem, severity) => addProblem(problems, problem, severity);
  const leftOut = checkSet({ list, rules, placeOf, unread, add });
  const isRefused = problems.hasErrors && options.setAside !== true;
  const kept = leftOut.size === 0 ? facts : facts.filter((_, index) => !leftOut.has(index));
  return {
    facts: isRefused ? [] : kept,
    problems: closeProblemList(problems),
    unread: [...unread, ...outOf(facts, leftOut, placeOf)],
    rows: table.rows,
  };
}

function outOf(
  facts: readonly Fact[],
  leftOut: ReadonlySet<number>,
  placeOf: (index: number) => Place,
): Unread[] {
  return [...leftOut]
    .sort((a, b) => a - b)
    .map((index) => {
      const { id, kind, participant, cohort, provider, replaces } = facts[index] as Fact;
      return {
        id,
        kind,
        ...(participant !== undefined && { participant }),
        ...(cohort !== undefined && { cohort }),
        ...(provider !== undefined && { provider }),
        ...(replaces !== undefined && { replaces }),
        place: placeOf(index),
      };
    });
}
