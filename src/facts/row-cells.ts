import { closingQuote } from './cell-spans.ts';
import { columnNumber, columns } from './columns.ts';
import { hashed, hashStart } from './text-hash.ts';

/** Where the filled cells of one row stand in a text, by the number of their column. */
export type RowCells = {
  text: string;
  /** The columns that are filled, one bit for each; the note is none of them. */
  form: number;
  /** The first character of each cell and one past its last, the quotes around it left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
};

export function rowCells(): RowCells {
  return {
    text: '',
    form: 0,
    starts: new Int32Array(columns.length),
    ends: new Int32Array(columns.length),
    hashes: new Int32Array(columns.length),
  };
}

export function isFilled({ form }: RowCells, column: number): boolean {
  return (form & (1 << column)) !== 0;
}

export function cellText({ text, starts, ends }: RowCells, column: number): string {
  return text.slice(starts[column], ends[column]);
}

/** What `findCells` gives where a row is not plain, and the parser must say what its cells are. */
export const notPlain = -1;

const lineFeed = 10;
const quote = 34;
const comma = 44;
const note = columnNumber('note');

/**
 * Finds the cells of the row on the line that starts here, and gives the start of the next line.
 * A row is plain if it has a cell for each column on one line, and quotes only around whole cells.
 */
export function findCells(cells: RowCells, header: readonly number[], from: number): number {
  const { text, starts, ends, hashes } = cells;
  let form = 0;
  let index = 0;
  let start = from;
  let hash = hashStart;
  let quotes = 0;
  for (let at = from; index < header.length && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === comma || unit === lineFeed) {
      if (at - start > 2 * quotes) {
        const column = header[index] as number;
        form |= 1 << column;
        starts[column] = start + quotes;
        ends[column] = at - quotes;
        hashes[column] = hash;
      }
      index += 1;
      if (unit === lineFeed) {
        cells.form = form & ~(1 << note);
        return index === header.length ? at + 1 : notPlain;
      }
      start = at + 1;
      hash = hashStart;
      quotes = 0;
    } else if (unit === quote) {
      const isNote = header[index] === note;
      const end = at === start ? endOfQuoted(text, at, isNote) : notPlain;
      if (end === notPlain) return notPlain;
      hash = hashBetween(text, at + 1, end);
      quotes = 1;
      at = end;
    } else {
      hash = hashed(hash, unit);
    }
  }
  return notPlain;
}

/** The quote at the end of the cell that one opens; quotes within it may stand only in a note. */
function endOfQuoted(text: string, opening: number, isNote: boolean): number {
  const end = isNote ? closingQuote(text, opening) : text.indexOf('"', opening + 1);
  if (end < 0 || text.lastIndexOf('\n', end) > opening) return notPlain;
  const next = text.charCodeAt(end + 1);
  return next === comma || next === lineFeed ? end : notPlain;
}

function hashBetween(text: string, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return hash;
}
