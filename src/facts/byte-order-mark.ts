import type { FactTable } from './fact-table.ts';
import { byteOrderMark } from './file-problems.ts';
import { addProblem } from './problem-list.ts';

/**
 * The first text of a file without a byte-order mark. It is reported, as other programs would take
 * it for a part of the first column's name, and then read past, so that the rest is checked too.
 */
export function withoutMark(table: FactTable, source: string, text: string): string {
  if (!text.startsWith('\ufeff')) return text;
  addProblem(table.problems, () => byteOrderMark(source));
  return text.slice(1);
}
