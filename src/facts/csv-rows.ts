import Papa from 'papaparse';
import { notUtf8 } from './cell-problems.ts';
import { cellSpans } from './cell-spans.ts';
import { columnNumber } from './columns.ts';
import { checkHeader } from './csv-header.ts';
import { type CsvState, openBlock, useHeader } from './csv-state.ts';
import { placeOnLine } from './excerpt.ts';
import { addRow, addUnreadSource } from './fact-table.ts';
import { readLikeRows } from './like-rows.ts';
import { quoteOpen, quoteStray, rowLength } from './line-problems.ts';
import { addProblem } from './problem-list.ts';
import { clearRow, report } from './row.ts';
import { learnRow } from './row-memory.ts';

/** A row may go on over lines, for a note; beyond this a quote was left open. */
const rowLinesMax = 20;
const rowLengthMax = 10_000;

const noteNumber = columnNumber('note');

/** Reads the header from the first line, and returns the lines after it. */
export function readHeader(state: CsvState, block: string): string {
  const end = block.indexOf('\n');
  const text = block.slice(0, end);
  const names = Papa.parse<string[]>(text, comma).data[0] ?? [];
  const header = checkHeader({ source: state.name, line: 1, text, names });
  if (header.ok) {
    useHeader(state, header.columns);
  } else {
    state.isStopped = true;
    const [first, ...others] = header.problems;
    if (first !== undefined) addUnreadSource(state.table, first);
    for (const problem of others) addProblem(state.table.problems, () => problem);
  }
  state.line += 1;
  return block.slice(end + 1);
}

const comma = { delimiter: ',', newline: '\n' } as const;

/** Reads whole lines, and returns the text of a row that goes on past the last of them. */
export function readRows(state: CsvState, block: string, isLast: boolean): string {
  openBlock(state, block);
  const mayBeLost = block.includes('\ufffd');
  let at = 0;
  while (at < block.length) {
    if (!mayBeLost) at = readLikeRows(state, at);
    if (at === block.length) return '';
    const next = readRow(state, { at, isLast, mayBeLost });
    if (next === 'unfinished') return block.slice(at);
    at = next;
  }
  return '';
}

type RowStart = Readonly<{ at: number; isLast: boolean; mayBeLost: boolean }>;

/** Reads one row with care, and gives the start of the next, unless it goes on past the block. */
function readRow(state: CsvState, { at, isLast, mayBeLost }: RowStart): number | 'unfinished' {
  const { block } = state;
  const end = block.indexOf('\n', at);
  const text = block.slice(at, end);
  if (!text.includes('"')) {
    addCells(state, text.split(','), mayBeLost);
    state.line += 1;
    return end + 1;
  }
  const row = readQuoted(block, at);
  if (row === 'unfinished' && !isLast) return 'unfinished';
  if (typeof row === 'string') addMisquoted(state, text);
  else addCells(state, row.cells, mayBeLost);
  const next = typeof row === 'string' ? end + 1 : row.next;
  state.line += countLines(block.slice(at, next)) - 1;
  return next;
}

function countLines(body: string): number {
  let count = 1;
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) count += 1;
  return count;
}

type QuotedRow = Readonly<{ cells: string[]; next: number }>;

/** The row that starts here, or why there is none: a quote goes wrong, or the row goes on. */
function readQuoted(block: string, at: number): QuotedRow | 'misquoted' | 'unfinished' {
  const { text, isWhole } = rowWindow(block, at);
  if (text.startsWith('\ufeff')) return 'misquoted';
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    ...comma,
    preview: 1,
  });
  const error = errors[0]?.code as string | undefined;
  if (error === 'MissingQuotes' && errors.length === 1 && isWhole) return 'unfinished';
  const cells = data[0];
  if (error !== undefined || cells === undefined) return 'misquoted';
  return { cells, next: at + meta.cursor };
}

/** As many whole lines as a row may have, and whether they are all that was read so far. */
function rowWindow(block: string, at: number): Readonly<{ text: string; isWhole: boolean }> {
  let end = block.indexOf('\n', at) + 1;
  for (let lines = 1; lines < rowLinesMax && end < block.length; lines += 1) {
    const next = block.indexOf('\n', end) + 1;
    if (next - at > rowLengthMax) return { text: block.slice(at, end), isWhole: false };
    end = next;
  }
  const isShort = countLines(block.slice(at, end)) <= rowLinesMax;
  return { text: block.slice(at, end), isWhole: end === block.length && isShort };
}

/** A whole cell in quotes, every quote within it doubled. */
const wellQuoted = /^"(?:[^"]|"")*" *$/;

function addMisquoted(state: CsvState, text: string): void {
  const { row, numbers, header = [] } = state;
  const spans = cellSpans(text);
  const wrong = spans.findIndex(
    ({ start, end, isOpen }) =>
      isOpen || (text[start] === '"' && !wellQuoted.test(text.slice(start, end))),
  );
  const span = spans[wrong] ?? { start: 0, end: text.length, isOpen: true };
  const isOpen = wrong < 0 || span.isOpen;
  clearRow(row);
  for (let index = 0; index < wrong && index < numbers.length; index += 1) {
    const { start, end } = spans[index] ?? span;
    row.cells[numbers[index] as number] = text.slice(start, end).replace(/^"(.*)"$/, '$1');
  }
  const shown = header.includes('note') ? text.slice(0, span.start + 1) : text;
  const field = header[wrong];
  const place = placeOnLine({ source: state.name, line: state.line, text: shown, span, field });
  report(row, undefined, () => (isOpen ? quoteOpen(place) : quoteStray(place)));
  const { source, line, placeOf } = state;
  state.hasRows = true;
  addRow(state.table, row, { source, line, placeOf, isCut: true });
  clearRow(row);
}

function addCells(state: CsvState, cells: readonly string[], mayBeLost: boolean): void {
  const { row, numbers } = state;
  if (isBlank(cells)) return;
  state.hasRows = true;
  row.spoiled = 0;
  if (row.found.length > 0) row.found = [];
  const isCut = cells.length !== numbers.length;
  if (isCut) {
    row.cells.fill('');
    const header = numbers.length;
    report(row, undefined, (at) => rowLength(at, cells.length, header));
  }
  const taken = cells.length > numbers.length ? reliableCells(numbers) : cells.length;
  for (let index = 0; index < taken; index += 1) {
    row.cells[numbers[index] as number] = cells[index] as string;
  }
  if (mayBeLost && row.cells[noteNumber]?.includes('\ufffd')) report(row, 'note', notUtf8);
  const { source, line, placeOf } = state;
  const isFact = addRow(state.table, row, { source, line, placeOf, isCut });
  if (isFact && row.found.length === 0) learnRow(state.table.memory, row, state.table.rules);
}

/** How many cells of a row with too many to take: a comma in a note shifts those after it. */
function reliableCells(numbers: readonly number[]): number {
  const noteAt = numbers.indexOf(noteNumber);
  return noteAt < 0 ? numbers.length : noteAt;
}

/** Empty lines, and the rows of nothing but commas that spreadsheets leave, hold no fact. */
function isBlank(cells: readonly string[]): boolean {
  return cells[0] === '' && cells.every((cell) => cell === '');
}
