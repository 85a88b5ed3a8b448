import { formatAmount, fraction, getCurrency, multiply, parseDecimal } from '../../money/index.ts';
import { columnMoney, unitsOf } from './money-columns.ts';
import type { ClauseSum, ReasonSum, StatementLine } from './statements-of.ts';
import { wordsOfReason } from './words-of-reasons.ts';

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

export function reasonCells(sum: ReasonSum, currency: string): string[] {
  const lines = sum.count.toLocaleString('en-GB');
  return [wordsOfReason(sum), lines, columnMoney(sum.amount, currency)];
}

/** A column of the lines of a statement; some stand only where they say something. */
type LineColumn = StatementColumn &
  Readonly<{ cell: (line: StatementLine) => string; isShown?: boolean }>;

/** The lines of a statement as a table. */
export type LineTable = Readonly<{
  columns: readonly StatementColumn[];
  rows: readonly (readonly string[])[];
}>;

/**
 * What decides which columns there are: how many of what is paid for, where it is not one; who
 * pays, where several do; and why a line is not paid, where one is not.
 */
export type ColumnsShown = Readonly<{ quantity: boolean; from: boolean; notPaid: boolean }>;

/** Which columns these lines have need of. */
export function columnsFor(all: readonly StatementLine[]): ColumnsShown {
  const payers = new Set(all.flatMap((line) => (line.payers ?? []).map(({ payer }) => payer)));
  return {
    quantity: all.some((line) => !['', '1'].includes(quantityText(line))),
    from: payers.size > 1,
    notPaid: all.some(({ reasons }) => reasons.length > 0),
  };
}

/** Lines as a table; where they are some of many, all of them decide which columns it has. */
export function lineTable(
  lines: readonly StatementLine[],
  { currency, all = lines, shown = columnsFor(all) }: TableOptions,
): LineTable {
  const columns = lineColumns(shown, currency).filter(({ isShown = true }) => isShown);
  return {
    columns: columns.map(({ heading, side }) => ({ heading, side })),
    rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
  };
}

type TableOptions = Readonly<{
  currency: string;
  all?: readonly StatementLine[];
  shown?: ColumnsShown;
}>;

function lineColumns(shown: ColumnsShown, currency: string): readonly LineColumn[] {
  return [
    { ...right('#'), cell: ({ place }) => String(place) },
    { ...left('day'), cell: ({ day }) => day },
    { ...left('payable'), cell: ({ payableOn }) => payableOn ?? '–' },
    { ...left('participant'), cell: ({ participant }) => participant ?? '–' },
    { ...left('outcome'), cell: ({ outcome }) => outcome },
    { ...right('number'), cell: ({ number }) => String(number) },
    {
      ...right('quantity'),
      cell: quantityText,
      isShown: shown.quantity,
    },
    { ...right('price'), cell: ({ price }) => priceText(price, currency) },
    { ...right('owed'), cell: ({ amount }) => columnMoney(unitsOf(amount), currency) },
    {
      ...left('from'),
      cell: (line) => payersText(line, currency),
      isShown: shown.from,
    },
    {
      ...left('not paid'),
      cell: notPaidText,
      isShown: shown.notPaid,
    },
  ];
}

function notPaidText({ reasons, ...line }: StatementLine): string {
  return reasons.map((reason) => wordsOfReason({ ...line, reason })).join(', ');
}

/** Of a measure the quantity is its number, by which its price is not multiplied. */
function quantityText({ cohort, quantity }: StatementLine): string {
  return cohort === undefined ? quantity : '';
}

function payersText({ payers = [] }: StatementLine, currency: string): string {
  const [only, ...others] = payers;
  if (only === undefined) return '–';
  if (others.length === 0) return only.payer;
  const parts = payers.map(({ payer, amount }) => {
    return `${payer} ${columnMoney(unitsOf(amount), currency)}`;
  });
  return parts.join(', ');
}

/** A price may have more places than the currency. */
function priceText(price: string, currency: string): string {
  const major = parseDecimal(price);
  if (major === undefined) return price;
  const units = multiply(major, fraction(10n ** BigInt(getCurrency(currency).exponent)));
  return formatAmount(units, currency);
}
