import { withoutMark } from './byte-order-mark.ts';
import { readHeader, readRows } from './csv-rows.ts';
import { type CsvState, openCsvState, placeOfLine } from './csv-state.ts';
import type { FactReader } from './fact-reader.ts';
import { addUnreadSource, type FactTable } from './fact-table.ts';
import { fileEmpty, fileWithoutRows } from './file-problems.ts';
import { lineLengthMax, lineTooLong } from './line-problems.ts';
import { addProblem } from './problem-list.ts';

/**
 * Reads CSV (RFC 4180, commas, UTF-8, either line ending) piece by piece. It holds one piece and
 * one unfinished row at a time, whatever the length of the file.
 */
export function csvReader(table: FactTable, source: string): FactReader {
  const state = openCsvState(table, source);
  return {
    push: (text) => {
      if (text !== '' && !state.isStopped) pushText(state, text);
    },
    end: () => endText(state),
  };
}

function pushText(state: CsvState, text: string): void {
  const wanted = state.hasText ? text : withoutMark(state.table, state.name, text);
  state.hasText = true;
  const joined = state.isSkipping ? afterLongLine(state, wanted) : state.rest + wanted;
  const cut = joined.lastIndexOf('\n') + 1;
  const open = joined.slice(cut);
  state.rest = open;
  if (cut > 0) state.rest = readBlock(state, joined.slice(0, cut), false) + open;
  if (open.length > lineLengthMax) skipLongLine(state);
}

function endText(state: CsvState): void {
  if (state.isStopped) return;
  if (state.rest !== '') readBlock(state, `${state.rest}\n`, true);
  state.rest = '';
  if (state.isStopped) return;
  if (state.header === undefined) addUnreadSource(state.table, fileEmpty(state.name));
  else if (!state.hasRows) addUnreadSource(state.table, fileWithoutRows(state.name));
}

/** Reads whole lines, and returns the text of a row that goes on past them. */
function readBlock(state: CsvState, lines: string, isLast: boolean): string {
  const block = lines.includes('\r') ? lines.replaceAll('\r\n', '\n') : lines;
  const rows = state.header === undefined ? readHeader(state, block) : block;
  return state.isStopped || rows === '' ? '' : readRows(state, rows, isLast);
}

/** A line that long is no fact: it is passed over, so that it is not held in memory. */
function skipLongLine(state: CsvState): void {
  const { table, line } = state;
  const place = placeOfLine(state, '');
  if (state.header === undefined) {
    state.isStopped = true;
    addUnreadSource(table, lineTooLong(place));
  } else {
    addProblem(table.problems, () => lineTooLong(place));
    table.rows += 1;
    table.unread.push({ place });
  }
  state.hasRows = true;
  state.line = line + 1;
  state.rest = '';
  state.isSkipping = true;
}

function afterLongLine(state: CsvState, text: string): string {
  const end = text.indexOf('\n');
  if (end < 0) return '';
  state.isSkipping = false;
  return text.slice(end + 1);
}
