import { type Day, dayNumber } from '../../calendar/index.ts';
import { getCurrency, unitsOfMajor } from '../../money/index.ts';
import {
  type ResultLine,
  type ResultNotPaid,
  type ResultSummary,
  resultSummary,
  type SettlementResult,
  unpaidText,
} from '../../settlement/index.ts';
import { lineColumns, payersText, unpaidColumn } from '../line-files/line-table.ts';
import type { ColumnTable, ColumnValues, TableColumn } from './column-table.ts';
import { pooledCells } from './pooled-cells.ts';

type Filled = TableColumn & Readonly<{ values: ColumnValues }>;

/**
 * The lines of a result by their columns: days are days, amounts exact decimals of as many places
 * as the currency has, all else text; an exact price may have any places.
 */
export function columnsOfLines({ lines, notPaid, ...about }: LinesOfResult): ColumnTable {
  const unpaid = { name: unpaidColumn, ...pooledCells(unpaidTextsOf(lines, notPaid)) };
  const { exponent: places } = getCurrency(about.currency);
  const columns = [...lineColumns.map((name) => filled({ lines, places }, name)), unpaid];
  return {
    columns,
    chunks: [{ length: lines.length, columns: columns.map((one) => one.values) }],
    about: JSON.stringify(resultSummary(about)),
  };
}

/** What a table of lines tells of a settlement. */
export type LinesOfResult = ResultSummary & Pick<SettlementResult, 'lines' | 'notPaid'>;

/** What of each line is not paid and why, as JSON; nothing where all is. */
function unpaidTextsOf(
  lines: readonly ResultLine[],
  notPaid: readonly ResultNotPaid[],
): readonly (string | undefined)[] {
  const ofLine = new Map<string, ResultNotPaid[]>();
  for (const each of notPaid) {
    const known = ofLine.get(each.line);
    if (known) known.push(each);
    else ofLine.set(each.line, [each]);
  }
  return lines.map(({ line }) => {
    const own = ofLine.get(line);
    return own && unpaidText(own);
  });
}

type Filling = Readonly<{ lines: readonly ResultLine[]; places: number }>;

function filled({ lines, places }: Filling, name: (typeof lineColumns)[number]): Filled {
  if (name === 'day' || name === 'payableOn' || name === 'earnedOn') {
    return { name, ...days(lines.map((line) => line[name] ?? undefined)) };
  }
  if (name === 'gross' || name === 'amount') {
    return {
      name,
      ...amounts(
        places,
        lines.map((line) => line[name]),
      ),
    };
  }
  if (name === 'version') {
    return { name, type: { is: 'whole' }, values: Int32Array.from(lines, (line) => line[name]) };
  }
  if (name === 'payers') return { name, ...pooledCells(lines.map(payersText)) };
  return { name, ...pooledCells(lines.map((line) => line[name]?.toString())) };
}

type Cells = Omit<Filled, 'name'>;

/** No day that anybody writes. */
const noDay = -(2 ** 31);

function days(cells: readonly (Day | undefined)[]): Cells {
  const values = Int32Array.from(cells, (day) => (day === undefined ? noDay : dayNumber(day)));
  return { type: { is: 'day' }, absent: noDay, values };
}

function amounts(places: number, cells: readonly string[]): Cells {
  const values = Float64Array.from(cells, (amount) => Number(unitsOfMajor(amount)));
  return { type: { is: 'decimal', places }, values };
}
