import type { Place } from '../problem/index.ts';

/** From the first character to one past the last, from 0. */
export type TextSpan = Readonly<{ start: number; end: number }>;

export type LinePlace = Readonly<{
  source: string;
  line: number;
  text: string;
  span: TextSpan;
  field?: string | undefined;
  /** What must not be shown: notes never leave their file. */
  hidden?: readonly TextSpan[];
}>;

const excerptLengthMax = 2000;

/** The place of a span on a line, with the line as its excerpt: notes blotted out, not too long. */
export function placeOnLine({ source, line, text, span, field, hidden = [] }: LinePlace): Place {
  return {
    source,
    line,
    column: span.start + 1,
    endColumn: Math.max(span.end, span.start + 1) + 1,
    excerpt: hidden.reduce(blotted, text).slice(0, excerptLengthMax),
    ...(field !== undefined && { field }),
  };
}

function blotted(text: string, { start, end }: TextSpan): string {
  return text.slice(0, start) + '·'.repeat(Math.max(0, end - start)) + text.slice(end);
}
