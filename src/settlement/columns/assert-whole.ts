import { numberIn } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { Due } from '../due/due.ts';
import { amountIn } from './amount-column.ts';
import { unpaidAt, worthAt } from './line-at.ts';
import type { LineColumns } from './line-columns.ts';

/** Lines of one participant, and the row of the first; the others follow. */
export type AddedLines = Readonly<{ dues: readonly Due[]; first: number }>;

/**
 * What was added must be whole: no two lines have one identity, each row holds what its line came
 * to, and the parts of it that are not paid add up.
 */
export function assertWholeRows(columns: LineColumns, { dues, first }: AddedLines): void {
  assert(areApart(dues), 'no two lines have one identity');
  assert(columns.rows === first + dues.length, 'every line of a participant has a row');
  for (let at = 0; at < dues.length; at += 1) {
    const row = first + at;
    if (columns.kept.has(row)) continue;
    const { gross } = dues[at] as Due;
    assert(worthAt(columns, row).gross === gross, 'the row of a line holds its gross amount');
    assert(isUnpaidWhole(columns, row), 'the parts of a line that are not paid add up');
  }
}

/** Of more lines than these, names are put into a set. */
const comparedMost = 16;

/** Mostly two lines differ in their number or clause, and no names have to be compared. */
function areApart(dues: readonly Due[]): boolean {
  if (dues.length > comparedMost) return new Set(dues.map(({ line }) => line)).size === dues.length;
  for (let at = 1; at < dues.length; at += 1) {
    const own = dues[at] as Due;
    for (let before = 0; before < at; before += 1) {
      const other = dues[before] as Due;
      const isAlike = own.number === other.number && own.clause === other.clause;
      if (isAlike && own.line === other.line) return false;
    }
  }
  return true;
}

function isUnpaidWhole(columns: LineColumns, row: number): boolean {
  const amount = amountIn(columns.unpaidAmount, row);
  if (numberIn(columns.unpaidWhy, row) === 0) return amount === 0;
  if (!columns.unpaidBeside.has(row)) return true;
  return unpaidAt(columns, row).reduce((sum, each) => sum + Number(each.amount), 0) === amount;
}
