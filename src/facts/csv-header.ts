import { nearest, type Place, type Problem } from '../problem/index.ts';
import { cellSpans } from './cell-spans.ts';
import { type Column, columns, columnsNeeded, isColumn } from './columns.ts';
import { placeOnLine } from './excerpt.ts';
import {
  headerColumnMissing,
  headerColumnTwice,
  headerSeparator,
  headerUnknownColumn,
} from './file-problems.ts';

/** The columns of a file in the order of its header, or everything that is wrong with it. */
export type Header =
  | Readonly<{ ok: true; columns: readonly Column[] }>
  | Readonly<{ ok: false; problems: readonly Problem[] }>;

export type HeaderLine = Readonly<{
  source: string;
  line: number;
  text: string;
  names: readonly string[];
}>;

const separators = [
  [';', ';'],
  ['\t', 'tab'],
  ['|', '|'],
] as const;

/** Checks the names in a header, in any order, against the columns of the table of facts. */
export function checkHeader(header: HeaderLine): Header {
  const { names, text } = header;
  const whole = placeOnLine({ ...header, span: { start: 0, end: text.length } });
  const separator = separators.find(([sign]) => names.length === 1 && text.includes(sign));
  if (separator !== undefined) {
    return { ok: false, problems: [headerSeparator(whole, separator[1])] };
  }
  const spans = cellSpans(text);
  return checkColumnNames(names, {
    whole,
    ofName: (index) => {
      const span = spans[index] ?? { start: 0, end: text.length };
      return placeOnLine({ ...header, span, field: names[index]?.slice(0, fieldLengthMax) });
    },
  });
}

const fieldLengthMax = 60;

export type HeaderPlaces = Readonly<{ whole: Place; ofName: (index: number) => Place }>;

/** Checks the names of columns, wherever they stand. */
export function checkColumnNames(names: readonly string[], places: HeaderPlaces): Header {
  const problems: Problem[] = [];
  const found = new Set<Column>();
  for (const [index, name] of names.entries()) {
    const problem = checkName(name, found, places.ofName(index));
    if (problem !== undefined) problems.push(problem);
  }
  for (const column of columnsNeeded) {
    if (!found.has(column)) problems.push(headerColumnMissing(places.whole, column));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns: [...found] };
}

function checkName(name: string, found: Set<Column>, at: Place): Problem | undefined {
  if (!isColumn(name)) return headerUnknownColumn(at, name, nearest(name, columns));
  if (found.has(name)) return headerColumnTwice(at, name);
  found.add(name);
  return undefined;
}
