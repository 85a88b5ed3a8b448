import Papa from 'papaparse';
import Type from 'typebox';
import { columns } from '../../../facts/index.ts';
import type { Problem, Result } from '../../../problem/index.ts';
import { findImport, findMapping, type Import } from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { toldTo } from '../money-kinds.ts';
import { findRules } from '../programme-rules.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';
import { problemsOf } from './found-problems.ts';
import { headerOf } from './header.ts';
import { mayReadCells } from './may-read-cells.ts';
import { openUpload, startOfUpload } from './open-upload.ts';
import { fileNotInState, fileNotThere, fileOfFinance } from './problems.ts';
import { mappedRows, parquetRowsOf } from './read-rows.ts';
import type { Reading } from './reading.ts';

/** The rows at fault of a refused file as CSV in our columns, each with what stands against it. */
export const rowsToMend = action({
  name: 'facts.give_rows_to_mend',
  kind: 'read',
  who: whoSends,
  parts: partsThatSend,
  summary: 'The rows at fault of a refused file, to be mended and sent again in their place.',
  input: Type.Object(
    { programme: Type.String(), import: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: Type.Unknown(),
  run: async (work, { programme, import: id }) => {
    const found = await findImport(work.tx, { programme, id });
    const here = work.actor.kind === 'account' ? work.actor.organisation?.id : undefined;
    if (found === undefined || found.organisation !== here) {
      return { ok: false, problems: [fileNotThere()] };
    }
    if (!mayReadCells(work, found)) return { ok: false, problems: [fileOfFinance()] };
    if (found.state !== 'refused') {
      return { ok: false, problems: [fileNotInState(found.state)] };
    }
    const problems = await problemsOf(work.service, found);
    if (!problems.ok) return problems;
    const contract = (await findRules(work.tx, programme))?.contracts.at(-1);
    const told = problems.value.map(toldTo(work.actor, contract));
    const rows = await rowsAt(work, found, byLine(told));
    if (!rows.ok) return rows;
    const table = [columns, ...rows.value].map((row) => row.map(safeCell));
    const body = `${Papa.unparse(table, { newline: '\n' })}\n`;
    const name = `rows-to-mend-${id.slice(0, 8)}.csv`;
    return { ok: true, value: { name, mediaType: 'text/csv; charset=utf-8', body } };
  },
});

function byLine(problems: readonly Problem[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { at, message } of problems) {
    if (at.line === 0) continue;
    const said = at.field === undefined ? message : `${at.field}: ${message}`;
    const before = found.get(at.line);
    found.set(at.line, before === undefined ? said : `${before} ${said}`);
  }
  return found;
}

async function rowsAt(
  work: Work,
  found: Import,
  notes: ReadonlyMap<number, string>,
): Promise<Result<readonly (readonly string[])[]>> {
  const pieces = await openUpload(work.service, found);
  if (!pieces.ok) return pieces;
  const read = await rowsIn(work, found, pieces.value);
  if (!read.ok) return read;
  const rows: string[][] = [];
  for await (const { cells, line } of read.value) {
    const note = notes.get(line);
    if (note === undefined) continue;
    rows.push(columns.map((column) => (column === 'note' ? note : (cells[column] ?? ''))));
  }
  return { ok: true, value: rows };
}

type Rows = AsyncIterable<Readonly<{ cells: Cells; line: number }>>;

async function rowsIn(
  work: Work,
  found: Import,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Result<Rows>> {
  switch (found.type) {
    case 'ndjson':
      return { ok: true, value: ndjsonRows(pieces) };
    case 'parquet':
      return { ok: true, value: parquetRowsOf(pieces) };
    case 'csv': {
      const start = await startOfUpload(work.service, found);
      if (!start.ok) return start;
      const reading = await readingFor(work, found, start.value);
      return { ok: true, value: mappedRows(pieces, reading) };
    }
  }
}

/** How the columns were read: ours stand for themselves. */
async function readingFor({ tx }: Work, found: Import, start: string): Promise<Reading> {
  const { hash: header, names, isOurs, separator } = headerOf(start);
  const { programme, organisation } = found;
  const own = isOurs ? undefined : await findMapping(tx, { programme, organisation, header });
  const ours = Object.fromEntries(names.map((name) => [name, name]));
  const plain = { separator, columns: ours, kinds: {}, fixed: {}, days: 'year-month-day' } as const;
  return (own as Reading | undefined) ?? plain;
}

type Cells = Readonly<Record<string, string | undefined>>;

async function* ndjsonRows(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Readonly<{ cells: Cells; line: number }>> {
  let rest = '';
  let line = 0;
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      yield { cells: cellsOf(text), line };
    }
  }
  if (rest !== '') yield { cells: cellsOf(rest), line: line + 1 };
}

// A line that is no object of texts has nothing that could be shown in cells.
function cellsOf(text: string): Cells {
  try {
    const object: unknown = JSON.parse(text);
    if (typeof object !== 'object' || object === null) return {};
    const cells = Object.entries(object).map(([name, value]) => [name, String(value ?? '')]);
    return Object.fromEntries(cells) as Cells;
  } catch {
    return {};
  }
}

// What a spreadsheet would run as a formula is shown as text.
function safeCell(cell: string): string {
  const isNumber = /^[-+]?\d+(\.\d+)?$/.test(cell);
  return /^[=+\-@\t\r]/.test(cell) && !isNumber ? `'${cell}` : cell;
}
