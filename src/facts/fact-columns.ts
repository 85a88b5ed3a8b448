import { type DayNumber, earliestDay } from '../calendar/index.ts';
import { type Fraction, formatDecimal } from '../money/index.ts';
import type { Fact, FactState } from './fact.ts';
import { type NumberColumn, numberColumn, putNumber } from './number-column.ts';
import { addReference, type ReferenceColumn, referenceColumn } from './reference-column.ts';
import { type PooledColumn, pooledColumn, putValue } from './value-pool.ts';

/**
 * Facts by column: what a `Fact` says, a row each, in some 20 bytes where an object takes 280. A
 * cell is 0 where a fact says nothing.
 */
export type FactColumns = {
  rows: number;
  readonly id: ReferenceColumn;
  readonly kind: PooledColumn<string>;
  /** The row in `participants`, from 1. */
  readonly participant: NumberColumn;
  readonly participants: ReferenceColumn;
  readonly cohort: PooledColumn<string>;
  readonly provider: PooledColumn<string>;
  readonly group: PooledColumn<string>;
  readonly with: PooledColumn<readonly string[]>;
  /** Days as `dayCell` has them. */
  readonly day: NumberColumn;
  readonly from: NumberColumn;
  readonly to: NumberColumn;
  readonly value: PooledColumn<Fraction>;
  readonly low: PooledColumn<Fraction>;
  readonly high: PooledColumn<Fraction>;
  readonly about: PooledColumn<string>;
  readonly source: PooledColumn<string>;
  readonly method: PooledColumn<string>;
  readonly known: NumberColumn;
  readonly state: PooledColumn<FactState>;
  /** How far away the row is that this one replaces, as `distanceCell` has it. */
  readonly replaces: NumberColumn;
  readonly signer: PooledColumn<string>;
};

export function factColumns(rowsExpected?: number): FactColumns {
  return {
    rows: 0,
    id: referenceColumn(rowsExpected),
    kind: pooledColumn(rowsExpected),
    participant: numberColumn(rowsExpected),
    participants: referenceColumn(),
    cohort: pooledColumn(rowsExpected),
    provider: pooledColumn(rowsExpected),
    group: pooledColumn(rowsExpected),
    with: pooledColumn(rowsExpected),
    day: numberColumn(rowsExpected),
    from: numberColumn(rowsExpected),
    to: numberColumn(rowsExpected),
    value: pooledColumn(rowsExpected),
    low: pooledColumn(rowsExpected),
    high: pooledColumn(rowsExpected),
    about: pooledColumn(rowsExpected),
    source: pooledColumn(rowsExpected),
    method: pooledColumn(rowsExpected),
    known: numberColumn(rowsExpected),
    state: pooledColumn(rowsExpected),
    replaces: numberColumn(rowsExpected),
    signer: pooledColumn(rowsExpected),
  };
}

/** A day as a cell: from 1 on, so that all before the middle of 2079 takes two bytes. */
export function dayCell(day: DayNumber): number {
  return day - earliestDay + 1;
}

/** The day of a cell that is not empty. */
export function dayInCell(cell: number): DayNumber {
  return cell + earliestDay - 1;
}

/** The row that one replaces, as a cell: mostly near, and then it takes one byte. */
export function distanceCell(row: number, target: number): number {
  return target < row ? 2 * (row - target) : 2 * (target - row) + 1;
}

/** The row that a cell of `replaces` names, seen from its own row. */
export function rowInCell(row: number, cell: number): number {
  return cell % 2 === 0 ? row - cell / 2 : row + (cell - 1) / 2;
}

/** What stands in other rows: who it is about, and what it replaces; -1 for none. */
export type Joined = Readonly<{ participantNumber: number; replacesRow: number }>;

/** Adds a fact as the next row, and gives the number of that row. */
export function addFactRow(columns: FactColumns, fact: Fact, joined: Joined): number {
  const row = columns.rows;
  columns.rows += 1;
  addReference(columns.id, fact.id);
  putNumber(columns.participant, row, joined.participantNumber + 1);
  if (joined.replacesRow >= 0) {
    putNumber(columns.replaces, row, distanceCell(row, joined.replacesRow));
  }
  putTexts(columns, row, fact);
  putDay(columns.day, row, fact.day);
  putDay(columns.from, row, fact.from);
  putDay(columns.to, row, fact.to);
  putDay(columns.known, row, fact.known);
  putFraction(columns.value, row, fact.value);
  putFraction(columns.low, row, fact.low);
  putFraction(columns.high, row, fact.high);
  return row;
}

function putTexts(columns: FactColumns, row: number, fact: Fact): void {
  putText(columns.kind, row, fact.kind);
  putText(columns.cohort, row, fact.cohort);
  putText(columns.provider, row, fact.provider);
  putText(columns.group, row, fact.group);
  putText(columns.about, row, fact.about);
  putText(columns.source, row, fact.source);
  putText(columns.method, row, fact.method);
  putText(columns.state, row, fact.state);
  putText(columns.signer, row, fact.signer);
  if (fact.with !== undefined) {
    putValue(columns.with, row, { text: fact.with.join(';'), value: fact.with });
  }
}

function putText<Text extends string>(
  column: PooledColumn<Text>,
  row: number,
  text: Text | undefined,
): void {
  if (text !== undefined) putValue(column, row, { text, value: text });
}

function putDay(column: NumberColumn, row: number, day: DayNumber | undefined): void {
  if (day !== undefined) putNumber(column, row, dayCell(day));
}

function putFraction(column: PooledColumn<Fraction>, row: number, value?: Fraction): void {
  if (value !== undefined) putValue(column, row, { text: formatDecimal(value), value });
}
