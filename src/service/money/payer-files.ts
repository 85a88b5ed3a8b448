import type { Result } from '../../problem/index.ts';
import type { PayerLine, PayerStatement } from '../../store/money/index.ts';
import { csvRow, quoted } from '../line-files/line-table.ts';
import { typeset } from '../sheet/typeset.ts';
import { columnMoney, unitsOf } from '../statement/money-columns.ts';
import { payHeading } from '../statement/payable-rows.ts';
import { reasonColumns, sumColumns } from '../statement/statement-columns.ts';
import { statementLayout } from '../statement/statement-layout.ts';
import { notPrinted } from '../statement/statement-pdf.ts';
import type { ReadStatement } from './read-statement.ts';

const heads = ['day', 'payableOn', 'clause', 'outcome', 'number', 'group', 'provider'];
const partHeads = ['payee', 'payer', 'amount', 'currency', 'reference'];

/** A payer's own part of every line of a statement, as a table. */
export function partCsv(part: PayerStatement, lines: readonly PayerLine[]): string {
  const { payee, payer, currency, reference } = part;
  const rows = lines.map((line) => {
    const { day, payableOn, clause, outcome, number, group, provider, amount } = line;
    const own = [day, payableOn ?? '', clause, outcome, number, group ?? '', provider];
    return [...own, payee, payer, amount, currency, reference];
  });
  return [[...heads, ...partHeads], ...rows].map((cells) => csvRow(cells.map(quoted))).join('');
}

/** The same on paper, laid out as statements are. */
export async function partPdf(read: ReadStatement, language: number): Promise<Result<Uint8Array>> {
  const { settlement, statement, payer = '', sums, columns } = read;
  const beyond = notPrinted(read.lines.length);
  const data = {
    title: read.programme,
    days: read.days,
    beside: [],
    contract: settlement.contractHash,
    engine: settlement.engine,
    language: String(language),
    sumsHeader: sumColumns,
    reasonsHeader: reasonColumns,
    statements: [
      {
        provider: statement.payee,
        payers: [payer],
        total: columnMoney(unitsOf(statement.owed), settlement.currency),
        sums,
        sumsFoot: [],
        from: [],
        reasons: [],
        pay: payHeading({ payBy: statement.payBy ?? null }),
        payable: read.payable.map(({ what, amount }) => [what, amount]),
        linesHeader: columns,
        lines: beyond === '' ? read.lines : [],
        beyond,
      },
    ],
  };
  const set = await typeset({ layout: statementLayout, data, sizes: [9.5] });
  return set.ok ? { ok: true, value: set.value.pdf } : set;
}
