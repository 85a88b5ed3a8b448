import type { Entry } from '../../ledger/index.ts';
import { assert } from '../../problem/index.ts';
import { ledgerOf } from '../../settlement/index.ts';
import type { WholeResult } from '../../store/money/index.ts';

/**
 * The entries that a settlement adds to the ledger after the one before it. Each is balanced, and
 * after them nothing stands under what is owed, as the ledger asserts.
 */
export function entriesToKeep(
  previous: WholeResult | undefined,
  result: WholeResult,
): readonly Entry[] {
  if (previous === undefined) return ledgerOf([result], 'clause').entries;
  const before = ledgerOf([previous], 'clause').entries;
  const after = ledgerOf([previous, result], 'clause').entries;
  const isContinued = before.every((entry, at) => {
    const again = after[at];
    return again?.description === entry.description && again.day === entry.day;
  });
  assert(isContinued, 'a ledger goes on from where it was');
  return after.slice(before.length);
}
