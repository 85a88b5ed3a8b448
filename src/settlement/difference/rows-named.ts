import { nameAt } from '../columns/line-at.ts';
import type { OwedByColumn } from '../owed.ts';

/** The rows of the lines of these names, in place in line. */
export function rowsNamed(
  { columns, inLine }: Pick<OwedByColumn, 'columns' | 'inLine'>,
  names: ReadonlySet<string>,
): Int32Array {
  return inLine.filter((row) => {
    const kept = columns.kept.get(row);
    return names.has(kept ? kept.due.line : nameAt(columns, row));
  });
}
