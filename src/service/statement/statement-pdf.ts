import type { Result } from '../../problem/index.ts';
import { columnMoney } from '../money-columns.ts';
import { commissionerOf } from '../page-facts.ts';
import { type Typeset, typeset } from '../typeset.ts';
import { wordsOfDays } from '../words-of-days.ts';
import type { Statements } from './state-owed.ts';
import {
  lineCells,
  lineColumns,
  reasonCells,
  reasonColumns,
  sumCells,
  sumColumns,
  totalCells,
} from './statement-columns.ts';
import { statementLayout } from './statement-layout.ts';
import type { Statement } from './statements-of.ts';

/** Statements on paper, each beginning on a side of its own. */
export function statementPdf(owed: Statements): Promise<Result<Typeset>> {
  const { result, page, notWorkedOut, statements } = owed;
  const { contract, engine, language, currency } = result;
  const data = {
    title: page.read.contract.title,
    payer: commissionerOf(page.read.contract),
    days: wordsOfDays(result),
    beside: notWorkedOut,
    contract,
    engine,
    language: String(language),
    sumsHeader: sumColumns,
    reasonsHeader: reasonColumns,
    linesHeader: lineColumns,
    statements: statements.map((statement) => statementData(statement, currency)),
  };
  return typeset({ layout: statementLayout, data, sizes: [9.5] });
}

function statementData({ provider, clauses, lines, notPaid, total }: Statement, currency: string) {
  return {
    provider,
    total: columnMoney(total, currency),
    sums: clauses.map((sum) => sumCells(sum, currency)),
    sumsFoot: totalCells(clauses, currency),
    reasons: notPaid.map((sum) => reasonCells(sum, currency)),
    lines: lines.map((line) => lineCells(line, currency)),
  };
}
