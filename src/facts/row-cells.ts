import { closingQuote } from './cell-spans.ts';
import { hashed, hashStart } from './text-hash.ts';

/** Where the cells of one row stand in a text, in the order of the header. One serves a file. */
export type RowCells = {
  text: string;
  /** The first character of each cell and one past its last, the quotes around it left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** Which cell is the note, whose text does not matter; -1 where there is none. */
  readonly note: number;
};

export function rowCells(count: number, note: number): RowCells {
  return {
    text: '',
    note,
    starts: new Int32Array(count),
    ends: new Int32Array(count),
    hashes: new Int32Array(count),
  };
}

export function cellText({ text, starts, ends }: RowCells, index: number): string {
  return text.slice(starts[index], ends[index]);
}

/** What `findCells` gives where a row is not plain, and the parser must say what its cells are. */
export const notPlain = -1;

const lineFeed = 10;
const quote = 34;
const comma = 44;

/**
 * Finds the cells of the row on the line that starts here, and gives the start of the next line.
 * A row is plain if it has a cell for each column on one line, and quotes only around whole cells.
 */
export function findCells(cells: RowCells, from: number): number {
  const { text, starts, ends, hashes } = cells;
  let index = 0;
  let start = from;
  let hash = hashStart;
  let quotes = 0;
  for (let at = from; index < starts.length && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === comma || unit === lineFeed) {
      starts[index] = start + quotes;
      ends[index] = at - quotes;
      hashes[index] = hash;
      index += 1;
      if (unit === lineFeed) return index === starts.length ? at + 1 : notPlain;
      start = at + 1;
      hash = hashStart;
      quotes = 0;
    } else if (unit === quote) {
      const end = at === start ? endOfQuoted(cells, index, at) : notPlain;
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
function endOfQuoted({ text, note }: RowCells, index: number, opening: number): number {
  const end = index === note ? closingQuote(text, opening) : text.indexOf('"', opening + 1);
  if (end < 0 || text.lastIndexOf('\n', end) > opening) return notPlain;
  const next = text.charCodeAt(end + 1);
  return next === comma || next === lineFeed ? end : notPlain;
}

function hashBetween(text: string, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return hash;
}
