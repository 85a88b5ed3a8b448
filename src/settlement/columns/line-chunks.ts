import { dayInCell, type NumberColumn, numberIn } from '../../facts/index.ts';
import type { Line } from '../due/line.ts';
import type { OwedByColumn } from '../owed.ts';
import { lineAt, unpaidSumAt } from './line-at.ts';
import {
  type LinePools,
  noText,
  type PooledName,
  type TextNumbers,
  textNumbers,
} from './line-pools.ts';

/** No day that any line has. */
export const noDay = -(2 ** 31);

/**
 * Some lines by column, by participant: days, whole smallest units, and numbers in the pools.
 * What is in `kept`, by its place here, is no ordinary line. Of all others the payee is the
 * provider, the payer the plan's, and the name is clause, attachment, provider and number.
 */
export type LineChunk = Readonly<Record<PooledName | 'day' | 'payableOn' | 'version', Int32Array>> &
  Readonly<{
    length: number;
    gross: Float64Array;
    amount: Float64Array;
    kept: ReadonlyMap<number, Line>;
  }>;

/**
 * All lines by participant, each one's in place in line, some at a time; each chunk is made in the
 * arrays of the last.
 */
export type LineChunks = Readonly<{ pools: LinePools; chunks: Iterable<LineChunk> }>;

const linesAtOnce = 65_536;

/** The lines that are owed, to be written by column without an object for each. */
export function lineChunks(owed: OwedByColumn, size = linesAtOnce): LineChunks {
  const numbers = textNumbers(owed);
  return { pools: numbers.pools, chunks: chunksOf(owed, numbers, size) };
}

type Arrays = Omit<LineChunk, 'length' | 'kept'>;

/** The same by texts that are numbered already. */
export function* chunksOf(
  owed: OwedByColumn,
  numbers: TextNumbers,
  size = linesAtOnce,
): Generator<LineChunk, undefined> {
  const { columns } = owed;
  const arrays = arraysFor(Math.min(size, owed.rows.length));
  const fill = rowFiller(owed, numbers);
  for (let from = 0; from < owed.rows.length; from += size) {
    const rows = owed.rows.subarray(from, from + size);
    const kept = new Map<number, Line>();
    fill(arrays, rows);
    for (let at = 0; columns.kept.size > 0 && at < rows.length; at += 1) {
      const row = rows[at] as number;
      if (!columns.kept.has(row)) continue;
      const line = lineAt(columns, row, owed.plan);
      kept.set(at, line);
      fillKept(arrays, at, { line, owed, row, numbers });
    }
    yield { ...arrays, length: rows.length, kept };
  }
  return undefined;
}

function arraysFor(length: number): Arrays {
  const column = () => new Int32Array(length);
  return {
    participant: column(),
    attachment: column(),
    provider: column(),
    clause: column(),
    outcome: column(),
    group: column(),
    number: column(),
    quantity: column(),
    price: column(),
    day: column(),
    payableOn: column(),
    version: column(),
    gross: new Float64Array(length),
    amount: new Float64Array(length),
  };
}

type RowFiller = (arrays: Arrays, rows: Int32Array) => void;

/**
 * Fills arrays with what columns say of rows, one array after the other, so that what is far apart
 * in memory is fetched for many rows at once. What it says of lines that are kept means nothing.
 */
function rowFiller({ columns }: OwedByColumn, numbers: TextNumbers): RowFiller {
  const { attached, termsKnown } = columns;
  const { ofTerms, ofWorth } = numbers;
  const clauses = tableOf(ofTerms, ({ clause }) => clause);
  const outcomes = tableOf(ofTerms, ({ outcome }) => outcome);
  const groups = tableOf(ofTerms, ({ group }) => group);
  const versions = tableOf(termsKnown.values, ({ version }) => version.version);
  const quantities = tableOf(ofWorth, ({ quantity }) => quantity);
  const prices = tableOf(ofWorth, ({ price }) => price);
  const grosses = Float64Array.from([0, ...ofWorth.map(({ gross }) => gross)]);
  const ordinals = tableOf(numbers.ofNumber, (number) => number);
  return (arrays, rows) => {
    const { attachment, participant, provider, day, payableOn, gross } = arrays;
    const { clause, outcome, group, version, number, quantity, price } = arrays;
    take(attachment, columns.attachment, { rows, plus: -1 });
    const own = attachment.subarray(0, rows.length);
    take(participant, attached.participant, { rows: own, plus: 0 });
    take(provider, attached.provider, { rows: own, plus: -1 });
    take(clause, columns.terms, { rows, plus: 0 });
    lookUp(outcome, outcomes, clause);
    lookUp(group, groups, clause);
    lookUp(version, versions, clause);
    lookUp(clause, clauses, clause);
    take(number, columns.number, { rows, plus: 0 });
    lookUp(number, ordinals, number);
    take(quantity, columns.worth, { rows, plus: 0 });
    lookUp(price, prices, quantity);
    lookUp(gross, grosses, quantity);
    lookUp(quantity, quantities, quantity);
    takeDays(day, columns.day, rows);
    takeDays(payableOn, columns.payableOn, rows);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      arrays.amount[at] = (gross[at] as number) - unpaidSumAt(columns, row);
    }
  };
}

/** What each number from 1 on stands for; 0 is nothing. */
function tableOf<Value>(values: readonly Value[], number: (value: Value) => number): Int32Array {
  return Int32Array.from([0, ...values.map(number)]);
}

type Taken = Readonly<{ rows: Int32Array; plus: number }>;

function take(into: Int32Array, { values }: NumberColumn, { rows, plus }: Taken): void {
  for (let at = 0; at < rows.length; at += 1) {
    into[at] = (values[rows[at] as number] ?? 0) + plus;
  }
}

function takeDays(into: Int32Array, { values }: NumberColumn, rows: Int32Array): void {
  for (let at = 0; at < rows.length; at += 1) {
    const cell = values[rows[at] as number] ?? 0;
    into[at] = cell === 0 ? noDay : dayInCell(cell);
  }
}

function lookUp<Values extends Int32Array | Float64Array>(
  into: Values,
  table: Values,
  numbers: Int32Array,
): void {
  for (let at = 0; at < numbers.length; at += 1) {
    into[at] = table[numbers[at] as number] as number;
  }
}

function fillKept(arrays: Arrays, at: number, { line, owed, row, numbers }: Kept): void {
  const { attached, attachment } = owed.columns;
  const own = numberIn(attachment, row);
  const texts = numbers.ofLine(line);
  arrays.participant[at] =
    own === 0 ? numbers.participantOf(line) : numberIn(attached.participant, own - 1);
  arrays.attachment[at] = noText;
  arrays.provider[at] = texts.provider;
  arrays.clause[at] = texts.clause;
  arrays.outcome[at] = texts.outcome;
  arrays.group[at] = texts.group;
  arrays.number[at] = texts.number;
  arrays.quantity[at] = texts.quantity;
  arrays.price[at] = texts.price;
  arrays.version[at] = line.version;
  arrays.gross[at] = Number(line.gross);
  arrays.amount[at] = Number(line.amount);
  arrays.day[at] = line.day;
  arrays.payableOn[at] = line.payableOn ?? noDay;
}

type Kept = Readonly<{ owed: OwedByColumn; row: number; numbers: TextNumbers; line: Line }>;
