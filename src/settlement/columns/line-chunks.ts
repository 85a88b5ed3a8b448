import { dayInCell, numberIn } from '../../facts/index.ts';
import type { Line } from '../due/line.ts';
import type { OwedByColumn } from '../owed.ts';
import { amountIn } from './amount-column.ts';
import { lineAt, termsAt } from './line-at.ts';
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
 * Some lines in place in line, by column: days, whole smallest units, and numbers in the pools.
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

/** All lines in place in line, some at a time; each chunk is made in the arrays of the last. */
export type LineChunks = Readonly<{ pools: LinePools; chunks: Iterable<LineChunk> }>;

const linesAtOnce = 65_536;

/** The lines that are owed, to be written by column without an object for each. */
export function lineChunks(owed: OwedByColumn, size = linesAtOnce): LineChunks {
  const numbers = textNumbers(owed);
  return { pools: numbers.pools, chunks: chunksOf(owed, numbers, size) };
}

type Arrays = Omit<LineChunk, 'length' | 'kept'>;

function* chunksOf(owed: OwedByColumn, numbers: TextNumbers, size: number): Generator<LineChunk> {
  const { inLine } = owed;
  const arrays = arraysFor(Math.min(size, inLine.length));
  for (let from = 0; from < inLine.length; from += size) {
    const length = Math.min(size, inLine.length - from);
    const kept = new Map<number, Line>();
    for (let at = 0; at < length; at += 1) {
      const row = inLine[from + at] as number;
      if (owed.columns.kept.has(row)) {
        const line = lineAt(owed.columns, row, owed.plan);
        kept.set(at, line);
        fillKept(arrays, at, { line, owed, row, numbers });
      } else fillRow(arrays, at, { owed, row, numbers });
    }
    yield { ...arrays, length, kept };
  }
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

type Row = Readonly<{ owed: OwedByColumn; row: number; numbers: TextNumbers }>;

function fillRow(arrays: Arrays, at: number, { owed, row, numbers }: Row): void {
  const { columns } = owed;
  const { attached } = columns;
  const attachment = numberIn(columns.attachment, row) - 1;
  const { clause, outcome, group } = among(numbers.ofTerms, numberIn(columns.terms, row));
  const { quantity, price, gross } = among(numbers.ofWorth, numberIn(columns.worth, row));
  const payableOn = numberIn(columns.payableOn, row);
  arrays.participant[at] = numberIn(attached.participant, attachment);
  arrays.attachment[at] = attachment;
  arrays.provider[at] = numberIn(attached.provider, attachment) - 1;
  arrays.clause[at] = clause;
  arrays.outcome[at] = outcome;
  arrays.group[at] = group;
  arrays.version[at] = termsAt(columns, row).version.version;
  arrays.number[at] = among(numbers.ofNumber, numberIn(columns.number, row));
  arrays.quantity[at] = quantity;
  arrays.price[at] = price;
  arrays.gross[at] = gross;
  arrays.amount[at] = gross - amountIn(columns.unpaidAmount, row);
  arrays.day[at] = dayInCell(numberIn(columns.day, row));
  arrays.payableOn[at] = payableOn === 0 ? noDay : dayInCell(payableOn);
}

/** What stands for a number from 1 on. */
function among<Value>(values: readonly Value[], number: number): Value {
  return values[number - 1] as Value;
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

type Kept = Row & Readonly<{ line: Line }>;
