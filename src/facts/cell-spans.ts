/** Where a cell stands on its line: from its first character to one past its last, from 0. */
export type CellSpan = Readonly<{ start: number; end: number; isOpen: boolean }>;

/**
 * Where the cells of one line of CSV stand, quotes included, for showing problems: the cells
 * themselves are read by the parser. An unclosed quote takes the rest of the line.
 */
export function cellSpans(line: string): readonly CellSpan[] {
  const spans: CellSpan[] = [];
  let start = 0;
  for (;;) {
    const closed = line[start] === '"' ? closingQuote(line, start) : start;
    const comma = closed < 0 ? -1 : line.indexOf(',', closed);
    const end = comma < 0 ? line.length : comma;
    spans.push({ start, end, isOpen: closed < 0 });
    if (comma < 0) return spans;
    start = comma + 1;
  }
}

/** The quote that closes the one at `start`, past all that are doubled; -1 where there is none. */
export function closingQuote(line: string, start: number): number {
  let at = line.indexOf('"', start + 1);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
