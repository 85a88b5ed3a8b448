import type { DuckDBConnection } from '@duckdb/node-api';
import type { Day } from '../../calendar/index.ts';
import type { ResultLine, ResultNotPaid } from '../../settlement/index.ts';
import { lineColumns, unpaidColumn } from '../line-files/line-table.ts';

/** A line of a file as a result has it, with what of it is not paid, and where it stands. */
export type EarlierLine = Readonly<{
  line: ResultLine;
  notPaid: readonly ResultNotPaid[];
  place: number;
}>;

const placesAtOnce = 100_000;

/** Reads the lines that stand in some places of a file, in the order of the file. */
export async function readEarlierLines(
  connection: DuckDBConnection,
  from: string,
  places: readonly number[],
): Promise<readonly EarlierLine[]> {
  await connection.run('create or replace temp table wanted (place integer)');
  for (let at = 0; at < places.length; at += placesAtOnce) {
    const some = places.slice(at, at + placesAtOnce).join(', ');
    await connection.run(`insert into wanted select unnest([${some}])`);
  }
  const cells = [...lineColumns, unpaidColumn].map((name) => `"${name}"::varchar`);
  const result = await connection.stream(
    `select ${cells.join(', ')}, file_row_number::integer from ${from}
      where file_row_number in (select place from wanted) order by file_row_number`,
  );
  const once = textsOnce();
  const lines: EarlierLine[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return lines;
    for (const row of chunk.getRows()) {
      const place = row.pop() as number;
      const line = lineOf((row as Cell[]).map(once));
      const notPaid = unpaidOf(row.at(-1)).map((each) => ({ ...each, line: line.line }));
      lines.push({ line, notPaid, place });
    }
  }
}

type Cell = string | null;

/** One text for all that are alike: but for its name and its day each is that of many lines. */
function textsOnce(): (cell: Cell) => Cell {
  const known = new Map<string, string>();
  return (cell) => {
    if (cell === null) return cell;
    const same = known.get(cell);
    if (same === undefined && known.size < textsMost) known.set(cell, cell);
    return same ?? cell;
  };
}

const textsMost = 10_000;

type Written = { -readonly [Key in keyof ResultLine]?: ResultLine[Key] };

/** The keys of a line stand in the order in which a result has them. */
export function lineOf(cells: readonly Cell[]): ResultLine {
  const line: Written = {};
  for (const [at, name] of lineColumns.entries()) {
    const text = cells[at] ?? undefined;
    if (name === 'payableOn') line.payableOn = (text ?? null) as Day | null;
    else if (text === undefined) continue;
    else if (name === 'number') line.number = /^\d+$/.test(text) ? Number(text) : text;
    else if (name === 'version') line.version = Number(text);
    else if (name === 'payers') line.payers = payersOf(text);
    else Object.assign(line, { [name]: text });
  }
  // Whether each is whole is asked of the result that they make.
  return line as ResultLine;
}

/** "Northshire Council 100.00; Northshire Health 20.00" */
function payersOf(text: string): NonNullable<ResultLine['payers']> {
  const portions = [...text.matchAll(/(?<payer>.+?) (?<amount>-?\d+(?:\.\d+)?)(?:; |$)/gs)];
  return portions.map(({ groups }) => {
    return { payer: groups?.payer ?? '', amount: groups?.amount ?? '' };
  });
}

/** What of a line is not paid, as its cell says. */
export function unpaidOf(cell: unknown): readonly ResultNotPaid[] {
  if (typeof cell !== 'string') return [];
  const read: unknown = JSON.parse(cell);
  return Array.isArray(read) ? read : [];
}
