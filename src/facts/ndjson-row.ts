import { nearest, type Place } from '../problem/index.ts';
import { notUtf8 } from './cell-problems.ts';
import { type Column, columnNumber, columns, isColumn, numberColumns } from './columns.ts';
import { placeOnLine, type TextSpan } from './excerpt.ts';
import { addRow, addSource, type FactTable, type PlaceOf } from './fact-table.ts';
import { type FlatEntry, type FlatObject, parseFlatJson } from './flat-json.ts';
import { keyTwice, keyUnknown, notAnObject, typeMismatch } from './line-problems.ts';
import { clearRow, emptyRow, type Row, report, spoil } from './row.ts';

/** How far the reading of one NDJSON file has come. */
export type JsonLines = {
  readonly table: FactTable;
  readonly source: number;
  readonly name: string;
  readonly row: Row;
  /** Text after the last whole line. */
  rest: string;
  /** The line at hand, from 1, its text, and what was read of it. */
  line: number;
  text: string;
  object: FlatObject;
  hasText: boolean;
  hasRows: boolean;
  isStopped: boolean;
  isSkipping: boolean;
  readonly placeOf: PlaceOf;
};

export function openJsonLines(table: FactTable, name: string): JsonLines {
  const state: JsonLines = {
    table,
    source: addSource(table, name),
    name,
    row: emptyRow(),
    rest: '',
    line: 1,
    text: '',
    object: { entries: [] },
    hasText: false,
    hasRows: false,
    isStopped: false,
    isSkipping: false,
    placeOf: (column) => placeOfSpan(state, spanOf(state, column), column),
  };
  return state;
}

/** Reads the object on the line at hand and adds its row to the table. */
export function readObject(state: JsonLines, text: string): void {
  const { row, source, line, placeOf } = state;
  state.hasRows = true;
  state.text = text;
  state.object = parseFlatJson(text);
  clearRow(row);
  const { entries, wrong } = state.object;
  const seen = new Set<string>();
  for (const entry of entries) fillCell(state, entry, seen);
  if (wrong !== undefined) {
    const span = { start: wrong.at, end: wrong.at + 1 };
    report(row, undefined, () => notAnObject(placeOfSpan(state, span), wrong.what));
  }
  const isCut = wrong !== undefined || entries.at(-1)?.type === 'list or object';
  addRow(state.table, row, { source, line, placeOf, isCut });
}

function fillCell(state: JsonLines, entry: FlatEntry, seen: Set<string>): void {
  const { row } = state;
  const { key } = entry;
  const span = { start: entry.keyStart, end: entry.keyStart + key.length + 2 };
  if (!isColumn(key)) {
    report(row, undefined, () => keyUnknown(placeOfSpan(state, span), key, nearest(key, columns)));
  } else if (seen.has(key)) {
    report(row, key, () => keyTwice(placeOfSpan(state, span, key), key));
  } else {
    seen.add(key);
    takeValue(row, key, entry);
  }
}

const mayBeNumbers: ReadonlySet<Column> = new Set(numberColumns);

function takeValue(row: Row, column: Column, { value, type }: FlatEntry): void {
  if (type === 'empty') return;
  if (column === 'note') {
    if (value.includes('\ufffd')) report(row, column, notUtf8);
  } else if (type === 'text' || (type === 'number' && mayBeNumbers.has(column))) {
    row.cells[columnNumber(column)] = value;
  } else {
    const found = type === 'number' ? 'a number' : type === 'list or object' ? `a ${type}` : value;
    spoil(row, column, (at) => typeMismatch(at, column, found));
  }
}

function spanOf({ object, text }: JsonLines, column: Column | undefined): TextSpan {
  const entry = object.entries.find(({ key }) => key === column);
  return entry ?? { start: 0, end: text.length };
}

/** A place on the line at hand: without its notes, and no further than it could be read. */
export function placeOfSpan(
  { name, line, text, object }: JsonLines,
  span: TextSpan,
  field?: Column,
): Place {
  const notes = object.entries.filter(({ key, type }) => key === 'note' && type !== 'empty');
  const unread = { start: readTo(object, text), end: text.length };
  return placeOnLine({ source: name, line, text, span, field, hidden: [...notes, unread] });
}

/** How far the line could be read: it may go on with a note. */
function readTo({ entries, wrong }: FlatObject, text: string): number {
  if (wrong !== undefined) return wrong.at + 1;
  const last = entries.at(-1);
  return last?.type === 'list or object' ? last.end : text.length;
}
