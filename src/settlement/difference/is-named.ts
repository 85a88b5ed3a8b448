import { nameAt } from '../columns/line-at.ts';
import type { LineColumns } from '../columns/line-columns.ts';

/** Says of rows whether their lines have one of these names. */
export function isNamed(
  columns: LineColumns,
  names: ReadonlySet<string>,
): (row: number) => boolean {
  return (row) => {
    const kept = columns.kept.get(row);
    return names.has(kept ? kept.due.line : nameAt(columns, row));
  };
}
