import type { Length } from '../../../calendar/index.ts';
import { type Contract, findTerm, forms, type RateRow } from '../../../contract/index.ts';
import { isPriced, outcomeOfRow } from './outcome-of-row.ts';
import type { ReviewName } from './review-days.ts';

type Used = Readonly<{ at: ReviewName; notice: Length }>;

/**
 * The later page without the outcomes that have come in, where the earlier one foretold that some
 * may. Those that were there stay as they are.
 */
export function withAddedLeftOut(
  was: Contract,
  now: Contract,
): Readonly<{ contract: Contract; used: readonly Used[] }> {
  const rule = findTerm(was.sections.learning ?? [], forms.learning.outcomesMayBeAdded);
  const names = new Set(was.outcomes.outcomes.map(({ name }) => name));
  const added = now.outcomes.outcomes.filter(({ name }) => !names.has(name));
  if (rule === undefined || added.length === 0) return { contract: now, used: [] };
  const isKept = (row: RateRow) => !isPriced(row) || names.has(outcomeOfRow(row));
  const outcomes = {
    ...now.outcomes,
    outcomes: now.outcomes.outcomes.filter(({ name }) => names.has(name)),
    tables: now.outcomes.tables.map((table) => ({ ...table, rows: table.rows.filter(isKept) })),
  };
  return { contract: { ...now, outcomes }, used: [{ at: rule.review, notice: rule.notice }] };
}
