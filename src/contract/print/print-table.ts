/** A Markdown table whose columns are padded to line up; the columns named are set to the right. */
export function printTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightFrom = Number.POSITIVE_INFINITY,
): string {
  const widths = header.map((heading, column) =>
    Math.max(3, width(heading), ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) => {
    const padded = widths.map((size, column) =>
      pad(cells[column] ?? '', size, column >= rightFrom),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((size, column) =>
    column >= rightFrom ? `${'-'.repeat(size - 1)}:` : '-'.repeat(size),
  );
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, size: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return isRight ? space + text : text + space;
}
