import type { Result } from '../../problem/index.ts';
import type { PaidResult } from '../../settlement/index.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import { type Typeset, typeset } from '../sheet/typeset.ts';
import { columnMoney } from './money-columns.ts';
import { payableRows, payerRows, payHeading } from './payable-rows.ts';
import { payersOf, whoOwes } from './payers-of.ts';
import type { Statements } from './state-owed.ts';
import {
  lineTable,
  reasonCells,
  reasonColumns,
  sumCells,
  sumColumns,
  totalCells,
} from './statement-columns.ts';
import { statementLayout } from './statement-layout.ts';
import type { Statement } from './statements-of.ts';
import { wordsOfDays } from './words-of-days.ts';

/**
 * More lines than these are not printed: some 25 sheets, which nobody reads. What they add up to
 * is, and where each of them stands.
 */
const linesPrintedMost = 1000;

/** Statements on paper, each beginning on a side of its own. */
export function statementPdf(owed: Statements): Promise<Result<Typeset>> {
  const { result, page, notWorkedOut, statements } = owed;
  const { contract, engine, language } = result;
  const data = {
    title: page.read.contract.title,
    days: wordsOfDays(result),
    beside: notWorkedOut,
    contract,
    engine,
    language: String(language),
    sumsHeader: sumColumns,
    reasonsHeader: reasonColumns,
    statements: statements.map((statement) =>
      statementData(statement, result, commissionerOf(page.read.contract)),
    ),
  };
  return typeset({ layout: statementLayout, data, sizes: [9.5] });
}

function statementData(statement: Statement, result: PaidResult, commissioner: string) {
  const { provider, clauses, lines, notPaid, total } = statement;
  const { currency } = result;
  const money = (units: bigint) => columnMoney(units, currency);
  const owing = whoOwes(result, { payer: commissioner, payee: provider });
  const payers = payersOf(result, provider);
  const beyond = notPrinted(lines.length);
  const { columns, rows } = lineTable(beyond === '' ? lines : [], { currency });
  return {
    provider,
    payers: owing,
    total: money(total),
    sums: clauses.map((sum) => sumCells(sum, currency)),
    sumsFoot: totalCells(clauses, currency),
    from: payers.length > 1 ? payers.map(({ payer, owed }) => [payer, money(owed)]) : [],
    reasons: notPaid.map((sum) => reasonCells(sum, currency)),
    ...payableData(result, provider),
    linesHeader: columns,
    lines: rows,
    beyond,
  };
}

/** Where lines stand that are too many for paper; nothing of those that are not. */
export function notPrinted(lines: number): string {
  if (lines <= linesPrintedMost) return '';
  const [all, most] = [lines, linesPrintedMost].map((each) => each.toLocaleString('en-GB'));
  const words = `All ${all} lines are left out here: where there are more than ${most}, none is`;
  return `${words} printed. Each of them stands in the table (CSV) of this statement.`;
}

/** What is paid now, where the settlement follows another. */
function payableData(result: PaidResult, provider: string) {
  const { payable, currency } = result;
  const own = payable?.statements.find(({ payee }) => payee === provider);
  if (payable === undefined || own === undefined) return { pay: '', payable: [] };
  const rows = [...payableRows(own, result), ...payerRows(result, provider)];
  return {
    pay: payHeading(payable),
    payable: rows.map(({ what, amount }) => [what, columnMoney(amount, currency)]),
  };
}
