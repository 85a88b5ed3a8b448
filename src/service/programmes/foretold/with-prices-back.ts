import type { Length } from '../../../calendar/index.ts';
import { type Contract, forms, type TermOf, termsOf } from '../../../contract/index.ts';
import { isPriced, outcomeOfRow, type PriceRow } from './outcome-of-row.ts';
import type { ReviewName } from './review-days.ts';
import { withinBound } from './within-bound.ts';

type Moving = TermOf<typeof forms.learning.pricesMayMove>;
type Used = Readonly<{ at: ReviewName; notice: Length }>;

/**
 * The later page with each price put back that has moved within what the earlier one foretold, and
 * the sentences that foretold it.
 */
export function withPricesBack(
  was: Contract,
  now: Contract,
): Readonly<{ contract: Contract; used: readonly Used[] }> {
  const moving = termsOf(was.sections.learning ?? [], forms.learning.pricesMayMove);
  const used: Used[] = [];
  const tables = now.outcomes.tables.map((table, at) => {
    const before = (was.outcomes.tables[at]?.rows ?? []).filter(isPriced);
    const rows = table.rows.map((row) => {
      const same = isPriced(row) ? before.find((each) => isSameRow(each, row)) : undefined;
      return same === undefined || !isPriced(row) ? row : putBack(same, row, { moving, used });
    });
    return { ...table, rows };
  });
  return { contract: { ...now, outcomes: { ...now.outcomes, tables } }, used };
}

type Rules = Readonly<{ moving: readonly Moving[]; used: Used[] }>;

function putBack(was: PriceRow, now: PriceRow, { moving, used }: Rules): PriceRow {
  const prices = now.prices.map((price, at) => {
    const before = was.prices[at];
    if (price === null || before === null || before === undefined || price === before) return price;
    const rule = moving.find(
      ({ outcomes, most }) =>
        (outcomes === undefined || outcomes.includes(outcomeOfRow(now))) &&
        withinBound(before, price, most),
    );
    if (rule === undefined) return price;
    used.push({ at: rule.review, notice: rule.notice });
    return before;
  });
  return { ...now, prices };
}

/** Whether two rows are of the same thing, whatever their prices. */
function isSameRow(one: PriceRow, other: PriceRow): boolean {
  const [left, right] = [one, other].map((row) => JSON.stringify({ ...row, prices: [] }));
  return left === right;
}
