import { findAlike } from './check-alike.ts';
import type { FactColumns } from './fact-columns.ts';
import { type ReferenceColumn, referenceAt } from './reference-column.ts';

/**
 * Whether no participant or provider differs from another only in capitals or spaces. Of numbered
 * references stems are asked, also those of rows that are not kept; others are given.
 */
export function areNamesApart(
  { participants, provider }: Pick<FactColumns, 'participants' | 'provider'>,
  others: ReadonlySet<string>,
): boolean {
  if (findAlike(provider.pool.values).length > 0) return false;
  if (others.size === 0 && areStemsApart(participants)) return true;
  const names = new Set(others);
  for (let row = 0; row < participants.rows; row += 1) names.add(referenceAt(participants, row));
  return findAlike([...names]).length === 0;
}

/** Quick to see of numbered references: with no space in any stem, alike ones have alike stems. */
function areStemsApart({ stems, blocks }: ReferenceColumn): boolean {
  if (blocks.length > 0 || stems.some(({ text }) => text.includes(' '))) return false;
  const folded = new Set(stems.map(({ text, digits }) => `${digits} ${text.toLowerCase()}`));
  return folded.size === stems.length;
}
