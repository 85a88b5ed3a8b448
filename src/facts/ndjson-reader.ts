import { noPlace } from '../problem/index.ts';
import { withoutMark } from './byte-order-mark.ts';
import type { FactReader } from './fact-reader.ts';
import { addUnreadSource, type FactTable } from './fact-table.ts';
import { fileEmpty, jsonList } from './file-problems.ts';
import { lineLengthMax, lineTooLong } from './line-problems.ts';
import { type JsonLines, openJsonLines, placeOfSpan, readObject } from './ndjson-row.ts';
import { addProblem } from './problem-list.ts';

/**
 * Reads NDJSON piece by piece: one flat object on each line, its keys the columns of the table.
 * Every column is text; `value`, `low` and `high` may be plain numbers; `null` is an empty cell.
 */
export function ndjsonReader(table: FactTable, source: string): FactReader {
  const state = openJsonLines(table, source);
  return {
    push: (text) => {
      if (text !== '' && !state.isStopped) pushText(state, text);
    },
    end: () => endText(state),
  };
}

function pushText(state: JsonLines, text: string): void {
  const joined = state.rest + (state.hasText ? text : withoutMark(state.table, state.name, text));
  state.hasText = true;
  let at = 0;
  let end = joined.indexOf('\n');
  while (end >= 0 && !state.isStopped) {
    readLine(state, joined.slice(at, end));
    at = end + 1;
    end = joined.indexOf('\n', at);
  }
  state.rest = joined.slice(at);
  if (state.rest.length > lineLengthMax) {
    if (!state.isSkipping) reportLongLine(state);
    state.isSkipping = true;
    state.rest = '';
  }
}

function endText(state: JsonLines): void {
  if (state.isStopped) return;
  if (state.rest !== '') readLine(state, state.rest);
  state.rest = '';
  if (!state.hasRows && !state.isStopped) addUnreadSource(state.table, fileEmpty(state.name));
}

function readLine(state: JsonLines, line: string): void {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (state.isSkipping) state.isSkipping = false;
  else if (text.length > lineLengthMax) reportLongLine(state);
  else if (!state.hasRows && text.trimStart().startsWith('[')) refuseList(state, text);
  else if (text.trim() !== '') readObject(state, text);
  state.line += 1;
}

/** A line that long is no fact: it is passed over, so that it is not held in memory. */
function reportLongLine(state: JsonLines): void {
  const place = { ...noPlace(state.name), line: state.line, column: 1, endColumn: 2 };
  addProblem(state.table.problems, () => lineTooLong(place));
  state.table.rows += 1;
  state.table.unread.push({ place });
  state.hasRows = true;
}

function refuseList(state: JsonLines, text: string): void {
  state.text = text;
  state.isStopped = true;
  const start = text.indexOf('[');
  addUnreadSource(state.table, jsonList(placeOfSpan(state, { start, end: start + 1 })));
}
