import { noPlace, type Place } from '../problem/index.ts';
import { cellSpans } from './cell-spans.ts';
import { type Column, columnNumber } from './columns.ts';
import { placeOnLine, type TextSpan } from './excerpt.ts';
import { nobody } from './fact-list.ts';
import { addSource, type FactTable, type PlaceOf } from './fact-table.ts';
import { emptyRow, type Row } from './row.ts';
import { type CellLayout, cellLayout, openText, type RowCells, rowCells } from './row-cells.ts';

/** How far the reading of one CSV file has come. */
export type CsvState = {
  readonly table: FactTable;
  readonly source: number;
  readonly name: string;
  readonly row: Row;
  header: readonly Column[] | undefined;
  /** The number of each column of the header. */
  numbers: readonly number[];
  layout: CellLayout;
  /** The cells of the row at hand, where it is a plain one. */
  readonly cells: RowCells;
  /** The hash of its id, and the number of its participant. */
  idHash: number;
  participantNumber: number;
  /** Text after the last whole row. */
  rest: string;
  /** The line at hand, from 1. */
  line: number;
  /** The lines being read, and the number of the first: a line is looked up when it is shown. */
  block: string;
  blockLine: number;
  blockLines: readonly string[] | undefined;
  isStopped: boolean;
  isSkipping: boolean;
  hasText: boolean;
  /** Whether it has a row that is more than commas. */
  hasRows: boolean;
  readonly placeOf: PlaceOf;
};

export function openCsvState(table: FactTable, name: string): CsvState {
  const state: CsvState = {
    table,
    source: addSource(table, name),
    name,
    row: emptyRow(),
    header: undefined,
    numbers: [],
    layout: cellLayout([]),
    cells: rowCells(),
    idHash: 0,
    participantNumber: nobody,
    rest: '',
    line: 1,
    block: '',
    blockLine: 1,
    blockLines: undefined,
    isStopped: false,
    isSkipping: false,
    hasText: false,
    hasRows: false,
    placeOf: (column) => placeOfCell(state, column),
  };
  return state;
}

export function useHeader(state: CsvState, header: readonly Column[]): void {
  state.header = header;
  state.numbers = header.map(columnNumber);
  state.layout = cellLayout(state.numbers);
}

export function openBlock(state: CsvState, block: string): void {
  state.block = block;
  openText(state.cells, block);
  state.blockLine = state.line;
  state.blockLines = undefined;
}

/** The text of the line at hand. */
export function currentLine(state: CsvState): string {
  state.blockLines ??= state.block.split('\n');
  return state.blockLines[state.line - state.blockLine] ?? '';
}

/** The line at hand as a whole, with a text in place of its own where that must not be shown. */
export function placeOfLine(state: CsvState, text: string): Place {
  const { name, line } = state;
  if (text === '') return { ...noPlace(name), line, column: 1, endColumn: 2 };
  return placeOnLine({ source: name, line, text, span: { start: 0, end: text.length } });
}

function placeOfCell(state: CsvState, column: Column | undefined): Place {
  const { name, line, header = [] } = state;
  const text = currentLine(state);
  const spans = cellSpans(text);
  const index = column === undefined ? -1 : header.indexOf(column);
  const span = spans[index] ?? { start: 0, end: text.length };
  const hidden = hiddenSpans(header, spans);
  return placeOnLine({ source: name, line, text, span, field: column, hidden });
}

/** Notes; and, where the row has too many cells, all after them: a comma may have cut the note. */
function hiddenSpans(header: readonly Column[], spans: readonly TextSpan[]): readonly TextSpan[] {
  const noteAt = header.indexOf('note');
  if (noteAt < 0) return [];
  return spans.slice(noteAt, spans.length > header.length ? undefined : noteAt + 1);
}
