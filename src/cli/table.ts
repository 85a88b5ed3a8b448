import { shownText, shownWidth } from '../problem/index.ts';

/** A column of a table in text: its heading, and on which side its cells stand. */
export type TextColumn = Readonly<{ heading: string; side?: 'left' | 'right' }>;

/** `foot` rows stand below a rule, such as totals. */
export type TextTable = Readonly<{
  columns: readonly TextColumn[];
  rows: readonly (readonly string[])[];
  foot?: readonly (readonly string[])[];
}>;

const gap = '  ';
const cellColumnsMax = 60;

/** A table whose columns line up in a fixed-width face. */
export function textTable({ columns, rows, foot = [] }: TextTable): string {
  const headings = columns.map(({ heading }) => heading);
  const cells = [headings, ...rows, ...foot].map((row) => row.map(shownCell));
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => shownWidth(row[at] ?? ''))));
  const lines = cells.map((row) => lineOf(row, columns, widths));
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  const body = lines.slice(1, 1 + rows.length);
  const end = foot.length > 0 ? [rule, ...lines.slice(1 + rows.length)] : [];
  return [lines[0] ?? '', rule, ...body, ...end].join('\n');
}

function lineOf(row: readonly string[], columns: readonly TextColumn[], widths: readonly number[]) {
  const cells = columns.map(({ side }, at) => {
    const cell = row[at] ?? '';
    const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - shownWidth(cell)));
    return side === 'right' ? space + cell : cell + space;
  });
  return cells.join(gap).trimEnd();
}

function shownCell(text: string): string {
  const shown = shownText(text);
  return shownWidth(shown) > cellColumnsMax
    ? `${[...shown].slice(0, cellColumnsMax - 1).join('')}…`
    : shown;
}
