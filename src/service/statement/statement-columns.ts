import { formatAmount, fraction, getCurrency, multiply, parseDecimal } from '../../money/index.ts';
import { columnMoney, unitsOf } from '../money-columns.ts';
import { wordsOfReason } from '../words-of-reasons.ts';
import type { ClauseSum, ReasonSum, StatementLine } from './statements-of.ts';

/** A column of a statement on any screen or paper. */
export type StatementColumn = Readonly<{ heading: string; side: 'left' | 'right' }>;

const left = (heading: string): StatementColumn => ({ heading, side: 'left' });
const right = (heading: string): StatementColumn => ({ heading, side: 'right' });

/** What a statement adds up by outcome. */
export const sumColumns = [
  left('outcome'),
  left('group'),
  right('lines'),
  right('gross'),
  right('not paid'),
  right('owed'),
] as const;

export function sumCells(sum: ClauseSum, currency: string): string[] {
  const money = (units: bigint) => columnMoney(units, currency);
  return [sum.outcome, sum.group, ...moneyCells(sum, money)];
}

/** The last row: everything together. */
export function totalCells(sums: readonly ClauseSum[], currency: string): string[] {
  const add = (one: bigint, other: bigint) => one + other;
  const all = {
    count: sums.reduce((count, sum) => count + sum.count, 0),
    gross: sums.map(({ gross }) => gross).reduce(add, 0n),
    amount: sums.map(({ amount }) => amount).reduce(add, 0n),
  };
  return ['Total', '', ...moneyCells(all, (units) => columnMoney(units, currency))];
}

function moneyCells(
  { count, gross, amount }: Pick<ClauseSum, 'count' | 'gross' | 'amount'>,
  money: (units: bigint) => string,
): string[] {
  const notPaid = gross === amount ? '–' : money(gross - amount);
  return [count.toLocaleString('en-GB'), money(gross), notPaid, money(amount)];
}

export const reasonColumns = [left('reason'), right('lines'), right('amount')] as const;

export function reasonCells({ reason, count, amount }: ReasonSum, currency: string): string[] {
  const lines = count.toLocaleString('en-GB');
  return [wordsOfReason(reason), lines, columnMoney(amount, currency)];
}

export const lineColumns = [
  right('#'),
  left('day'),
  left('payable'),
  left('participant'),
  left('outcome'),
  right('number'),
  right('price'),
  right('owed'),
  left('not paid'),
] as const;

export function lineCells(line: StatementLine, currency: string): string[] {
  const { place, day, payableOn, participant, outcome, number, price, amount } = line;
  return [
    String(place),
    day,
    payableOn ?? '–',
    participant ?? '–',
    outcome,
    String(number),
    priceText(price, currency),
    columnMoney(unitsOf(amount), currency),
    line.reasons.map(wordsOfReason).join(', '),
  ];
}

/** A price may have more places than the currency. */
function priceText(price: string, currency: string): string {
  const major = parseDecimal(price);
  if (major === undefined) return price;
  const units = multiply(major, fraction(10n ** BigInt(getCurrency(currency).exponent)));
  return formatAmount(units, currency);
}
