import type { ResultLine } from '../../settlement/index.ts';
import type { StatementLine } from '../statement/statements-of.ts';

/** The columns of a table of lines: the keys of a line in a result, in order. */
export const lineColumns = [
  'line',
  'clause',
  'participant',
  'cohort',
  'period',
  'provider',
  'payer',
  'payee',
  'outcome',
  'number',
  'group',
  'day',
  'payableOn',
  'earnedOn',
  'quantity',
  'price',
  'gross',
  'amount',
  'version',
  'payers',
] as const;

/** Only in Parquet: what of a line is not paid and why, as JSON. */
export const unpaidColumn = 'notPaid';

type LineColumn = (typeof lineColumns)[number];

/** Columns that hold nothing but numbers, whatever stands on a page or in a fact. */
const numberColumns: ReadonlySet<string> = new Set([
  'quantity',
  'price',
  'gross',
  'amount',
  'version',
  'notPaid',
]);

/** Lines as CSV, piece by piece, with the columns of a result. */
export function* linesCsv(lines: Iterable<ResultLine>): Generator<string> {
  yield `${lineColumns.join(',')}\r\n`;
  for (const line of lines) yield csvRow(lineColumns.map((name) => cellOf(line, name)));
}

/** The lines of a statement as CSV, with what is not paid and why. */
export function* statementCsv(lines: readonly StatementLine[]): Generator<string> {
  const columns: readonly (LineColumn | 'notPaid')[] = lineColumns.flatMap((name) =>
    name === 'amount' ? (['notPaid', name] as const) : [name],
  );
  yield `${[...columns, 'reasons'].join(',')}\r\n`;
  for (const line of lines) {
    const notPaid = subtractText(line);
    const cells = columns.map((name) => (name === 'notPaid' ? notPaid : cellOf(line, name)));
    yield csvRow([...cells, quoted(line.reasons.join('; '))]);
  }
}

/** What is not paid, written with as many places as the amounts. */
function subtractText({ notPaid, gross }: StatementLine): string {
  const places = gross.split('.')[1]?.length ?? 0;
  const digits = String(notPaid < 0n ? -notPaid : notPaid).padStart(places + 1, '0');
  const major = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return notPaid < 0n ? `-${major}` : major;
}

function cellOf(line: ResultLine, name: LineColumn): string {
  const value = (name === 'payers' ? payersText(line) : line[name]) ?? '';
  return numberColumns.has(name) ? String(value) : quoted(String(value));
}

/** "Northshire Council 100.00; Northshire Health 20.00", where the page names payers. */
export function payersText({ payers }: ResultLine): string | undefined {
  return payers?.map(({ payer, amount }) => `${payer} ${amount}`).join('; ');
}

/**
 * A cell of text. One that a spreadsheet would take for a formula has an apostrophe put before it,
 * which shows it as text (OWASP, "CSV Injection"); a plain number is none.
 */
export function quoted(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of CSV. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** Lines as NDJSON, piece by piece. */
export function* linesNdjson(lines: Iterable<object>): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}
