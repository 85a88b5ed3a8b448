import { add, compareFractions, one, zero } from '../../money/index.ts';
import type { Contract } from '../contract.ts';
import { share, taper } from '../forms/prices.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { termsOf } from '../wording/form.ts';
import { parseDecimalOrRatio } from '../wording/value-places.ts';

/** What the sentences of Prices say together. */
export function checkPrices(contract: Contract, reader: Reader): void {
  const terms = contract.sections.prices ?? [];
  for (const { name } of contract.outcomes.outcomes) {
    let total = zero;
    for (const term of termsOf(terms, share)) {
      if (!term.outcomes.includes(name)) continue;
      total = add(total, parseDecimalOrRatio(term.share));
      if (compareFractions(total, one) <= 0) continue;
      complain(reader, rangeOf(reader, term), {
        code: 'prices.shares_over_whole',
        message: `The shares of "${name}" paid to others add up to more than 100%.`,
        help: 'Lower one of them.',
      });
    }
    const years = new Set<number>();
    for (const term of termsOf(terms, taper)) {
      if (!term.outcomes.includes(name)) continue;
      const last = Math.min(term.years.last ?? 99, 99);
      for (let year = term.years.first; year <= last; year += 1) {
        if (years.has(year)) {
          complain(reader, rangeOf(reader, term), {
            code: 'prices.year_said_twice',
            message: `The share of "${name}" paid in year ${year} is said twice.`,
            help: 'Let the years of these sentences not overlap.',
          });
          break;
        }
        years.add(year);
      }
    }
  }
}
