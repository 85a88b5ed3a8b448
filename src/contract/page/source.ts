import type { Place } from '../../problem/index.ts';

/** A page's text with the means of saying where in it something stands. */
export type Source = Readonly<{ name: string; text: string; lineStarts: readonly number[] }>;

/** A stretch of a page: from the first character up to, and not including, `to`. */
export type Range = Readonly<{ from: number; to: number }>;

// Halves of characters that stand alone, which can be neither saved nor hashed.
const halfCharacters = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Takes a text as it was saved: with or without a byte-order mark, with the line ends of any
 * system. What is replaced keeps its length, so that every place is that of the saved text.
 */
export function sourceOf(name: string, saved: string): Source {
  const text = saved
    .replace(/^\uFEFF/, ' ')
    .replaceAll('\r\n', ' \n')
    .replaceAll('\r', '\n')
    .replace(halfCharacters, '\uFFFD');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lineStarts.push(at + 1);
  }
  return { name, text, lineStarts };
}

/** Where a range stands: its first line, with the end cut to that line. */
export function placeOf(source: Source, range: Range): Place {
  const line = lineAt(source, range.from);
  const start = source.lineStarts[line] ?? 0;
  const excerpt = lineText(source, line);
  const column = Math.min(range.from - start, excerpt.length) + 1;
  const end = Math.max(column, Math.min(range.to - start, excerpt.length) + 1);
  return { source: source.name, line: line + 1, column, endColumn: end, excerpt };
}

function lineAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line] ?? 0;
  const next = source.lineStarts[line + 1];
  const end = next === undefined ? source.text.length : next - 1;
  return source.text.slice(start, end).trimEnd();
}
