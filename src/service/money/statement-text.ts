import type { ReadStatement } from './read-statement.ts';

type Table = readonly (readonly string[])[];

/** A statement as plain text: what a screen reader, a terminal and a letter can all take. */
export function statementText(read: ReadStatement): string {
  const { statement, settlement } = read;
  const { columns, lines, sums, reasons, payable } = read;
  const parts = [
    `${read.programme}\nStatement of ${statement.payee}, ${read.days}\n`,
    `Reference ${statement.reference}\nOwed to date ${settlement.currency} ${statement.owed}\n`,
    tableText('By outcome', [['outcome', 'group', 'lines', 'gross', 'not paid', 'owed'], ...sums]),
    tableText('Not paid, and why', reasons),
    tableText(
      payHeading(statement.payBy),
      payable.map(({ what, amount }) => [what, amount]),
    ),
    tableText('Line by line', [columns.map(({ heading }) => heading), ...lines]),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function payHeading(payBy: string | undefined): string {
  return payBy === undefined ? 'To pay now' : `To pay by ${payBy}`;
}

function tableText(heading: string, rows: Table): string {
  if (rows.length === 0) return '';
  const widths = (rows[0] ?? []).map((_, at) =>
    rows.reduce((most, row) => Math.max(most, (row[at] ?? '').length), 0),
  );
  const isFigure = (cell: string) => /^[-–]?[^A-Za-z]*\d[\d,.]*$/.test(cell);
  const text = rows.map((row) =>
    row
      .map((cell, at) =>
        isFigure(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${heading}\n\n${text.join('\n')}\n`;
}
