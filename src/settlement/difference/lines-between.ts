import type { OwedByColumn } from '../owed.ts';
import type { SettlementResult } from '../result.ts';
import { withLines } from './differing-batches.ts';
import { seenLineMaker } from './seen-lines.ts';
import type { DifferingLines } from './since-lines.ts';
import { unlikeRows } from './unlike-rows.ts';

/** Of which settlement the lines before are, but for its lines. */
type Summary = Omit<SettlementResult, 'lines' | 'notPaid'>;

/**
 * What of two settlements is not alike, where the lines of the first were settled again and are
 * those that it gave. Undefined where a line is kept as an object.
 */
export function linesBetween(
  summary: Summary,
  before: OwedByColumn,
  owed: OwedByColumn,
): Pick<DifferingLines, 'rows' | 'previous'> | undefined {
  const unlike = unlikeRows(before, owed);
  if (unlike === undefined) return undefined;
  const seen = Array.from(unlike.was, seenLineMaker(before, { keepsNames: false }));
  return { rows: unlike.now, previous: withLines({ ...summary, lines: [], notPaid: [] }, seen) };
}
