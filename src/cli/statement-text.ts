import { shownText } from '../problem/index.ts';
import {
  columnMoney,
  commissionerOf,
  lineTable,
  payersOf,
  reasonCells,
  reasonColumns,
  type SettlementResult,
  type Statement,
  type Statements,
  sumCells,
  sumColumns,
  totalCells,
  whoOwes,
  withoutNothing,
  wordsOfDays,
} from '../service/index.ts';
import { payableText } from './payable-text.ts';
import { counted, owe } from './report.ts';
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
  const owing = whoOwes(result, { payer: commissionerOf(contract), payee: provider });
  const shown = isAll ? lines : lines.slice(0, linesShownMax);
  return [
    paint('bold', shownText(`Statement for ${provider}`)),
    shownText(`${contract.title}: what ${owe(owing)}, ${wordsOfDays(result)}.`),
    '',
    statementSumsText(statement, result, isAll),
    '',
    ...fromText(statement, result),
    ...payableText(result, paint, provider),
    textTable(lineTable(shown, { currency, all: lines })),
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
  isAll = false,
): string {
  const sums = textTable({
    columns: sumColumns,
    rows: (isAll ? clauses : withoutNothing(clauses)).map((sum) => sumCells(sum, currency)),
    foot: [totalCells(clauses, currency)],
  });
  if (notPaid.length === 0) return sums;
  const reasons = textTable({
    columns: [{ heading: 'not paid, and why' }, ...reasonColumns.slice(1)],
    rows: notPaid.map((sum) => reasonCells(sum, currency)),
  });
  return `${sums}\n\n${reasons}`;
}

/** Where several pay: how much each owes. */
function fromText({ provider }: Statement, result: Statements['result']): string[] {
  const payers = payersOf(result, provider);
  if (payers.length < 2) return [];
  const rows = payers.map(({ payer, owed }) => [payer, columnMoney(owed, result.currency)]);
  const columns = [{ heading: 'from' }, { heading: 'owed', side: 'right' as const }];
  return [textTable({ columns, rows }), ''];
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
