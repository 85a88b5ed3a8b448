import { compareFractions, type Fraction, parseDecimal } from '../money/index.ts';
import { numberForm } from './cell-problems.ts';
import { columnNumber } from './columns.ts';
import type { KindRule } from './fact.ts';
import { cellMissing, cellUnused, intervalOrder, valueOutOfBounds } from './problems.ts';
import { isSpoiled, type Row, report, spoil } from './row.ts';

type NumberColumn = 'value' | 'low' | 'high';

const columnNumbers: Readonly<Record<NumberColumn, number>> = {
  value: columnNumber('value'),
  low: columnNumber('low'),
  high: columnNumber('high'),
};

export type NumberReader = (row: Row, column: NumberColumn) => Fraction | undefined;

const rememberedMax = 100_000;

/** Reads numbers exactly and remembers them, as most files hold the same few over and over. */
export function numberReader(): NumberReader {
  const numbers = new Map<string, Fraction>();
  return (row, column) => {
    const text = row.cells[columnNumbers[column]] as string;
    if (text === '') return undefined;
    const seen = numbers.get(text);
    if (seen !== undefined) return seen;
    const value = parseDecimal(text);
    if (value === undefined) {
      spoil(row, column, (at) => numberForm(at, text));
      return undefined;
    }
    if (numbers.size >= rememberedMax) numbers.clear();
    numbers.set(text, value);
    return value;
  };
}

export type Numbers = Readonly<{
  value: Fraction | undefined;
  low: Fraction | undefined;
  high: Fraction | undefined;
}>;

/** Checks the numbers of a row for its kind: whether it has a value, its bounds, its interval. */
export function checkNumbers(row: Row, rule: KindRule, numbers: Numbers): void {
  const { value, low, high } = numbers;
  if (value === undefined) {
    const isMissing = rule.value === 'required' && !isSpoiled(row, columnNumbers.value);
    if (isMissing) report(row, 'value', (at) => cellMissing(at, rule.name));
  } else if (rule.value === 'none') {
    report(row, 'value', (at) => cellUnused(at, rule.name));
  } else {
    checkBounds(row, rule, value);
  }
  if (low !== undefined || high !== undefined) checkInterval(row, rule, numbers);
}

/** Whether a kind may have this value. */
export function isWithinBounds(value: Fraction, { valueMin, valueMax }: KindRule): boolean {
  if (valueMin !== undefined && compareFractions(value, valueMin) < 0) return false;
  return valueMax === undefined || compareFractions(value, valueMax) <= 0;
}

function checkBounds(row: Row, rule: KindRule, value: Fraction): void {
  if (isWithinBounds(value, rule)) return;
  const text = row.cells[columnNumbers.value] as string;
  report(row, 'value', (at) => valueOutOfBounds(at, text, rule));
}

/** An interval belongs to an estimate, which is a score: its value lies between the bounds. */
function checkInterval(row: Row, rule: KindRule, { value, low, high }: Numbers): void {
  const lowText = row.cells[columnNumbers.low] as string;
  const highText = row.cells[columnNumbers.high] as string;
  if (rule.shape !== 'score') {
    const column = low === undefined ? 'high' : 'low';
    report(row, column, (at) => cellUnused(at, rule.name));
    return;
  }
  const ordered = [low, value, high].filter((each) => each !== undefined);
  const isOrdered = ordered.every((each, index) => {
    const next = ordered[index + 1];
    return next === undefined || compareFractions(each, next) <= 0;
  });
  if (!isOrdered) report(row, 'value', (at) => intervalOrder(at, lowText, highText));
}
