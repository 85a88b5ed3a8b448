import type { Result } from '../../problem/index.ts';
import { statementCsv } from '../line-files/line-table.ts';
import type { Statements } from './state-owed.ts';
import { statementPdf } from './statement-pdf.ts';

export type StatementFormat = 'csv' | 'pdf';

/** Statements as a file: a table of their lines, or sheets of paper. */
export async function showStatements(
  statements: Statements,
  format: StatementFormat,
): Promise<Result<string | Uint8Array>> {
  switch (format) {
    case 'csv': {
      const lines = statements.statements.flatMap((each) => each.lines);
      return { ok: true, value: [...statementCsv(lines)].join('') };
    }
    case 'pdf': {
      const set = await statementPdf(statements);
      return set.ok ? { ok: true, value: set.value.pdf } : set;
    }
  }
}
