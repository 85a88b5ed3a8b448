import { shownText } from '../problem/index.ts';
import {
  commissionerOf,
  lineCells,
  lineColumns,
  reasonCells,
  reasonColumns,
  type SettlementResult,
  type Statement,
  type Statements,
  sumCells,
  sumColumns,
  totalCells,
  wordsOfDays,
} from '../service/index.ts';
import { counted } from './report.ts';
import type { Screen } from './screen.ts';
import { besideText } from './settlement-text.ts';
import { textTable } from './table.ts';

const linesShownMax = 30;

/** A statement for the provider who receives it: sums first, then line by line. */
export function statementText(
  statement: Statement,
  { result, page, notWorkedOut }: Statements,
  { paint, isAll }: Pick<Screen, 'paint'> & Readonly<{ isAll: boolean }>,
): string {
  const { provider, lines } = statement;
  const { contract } = page.read;
  const { currency } = result;
  const payer = commissionerOf(contract);
  const shown = isAll ? lines : lines.slice(0, linesShownMax);
  return [
    paint('bold', shownText(`Statement for ${provider}`)),
    shownText(`${contract.title}: what ${payer} owes, ${wordsOfDays(result)}.`),
    '',
    statementSumsText(statement, result),
    '',
    linesText(shown, currency),
    ...moreText(lines.length - shown.length),
    '',
    ...besideText(notWorkedOut),
    ...askText(lines.at(0)?.line),
  ].join('\n');
}

/** What a statement adds up by outcome, and what is not paid. */
export function statementSumsText(
  { clauses, notPaid }: Statement,
  { currency }: SettlementResult,
): string {
  const sums = textTable({
    columns: sumColumns,
    rows: clauses.map((sum) => sumCells(sum, currency)),
    foot: [totalCells(clauses, currency)],
  });
  if (notPaid.length === 0) return sums;
  const reasons = textTable({
    columns: [{ heading: 'not paid, and why' }, ...reasonColumns.slice(1)],
    rows: notPaid.map((sum) => reasonCells(sum, currency)),
  });
  return `${sums}\n\n${reasons}`;
}

/** Why a line is not paid has a column only where there is such a line. */
function linesText(lines: Statement['lines'], currency: string): string {
  const isAllPaid = lines.every(({ reasons }) => reasons.length === 0);
  const columns = isAllPaid ? lineColumns.slice(0, -1) : lineColumns;
  return textTable({ columns, rows: lines.map((line) => lineCells(line, currency)) });
}

function moreText(more: number): string[] {
  return more > 0
    ? [`and ${counted(more, 'line')} more: --all shows them, as --out FILE does.`]
    : [];
}

function askText(line: string | undefined): string[] {
  const named = shownText(line ?? '');
  return named === '' ? [] : [`Ask about a line with \`outturn why\` and --line "${named}".`];
}
