import { add, compareFractions, formatPercent, one, zero } from '../../money/index.ts';
import type { Contract } from '../contract.ts';
import { indexation, share, taper } from '../forms/prices.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { type Term, termsOf } from '../wording/form.ts';
import { parseShare } from '../wording/number-places.ts';
import type { YearsValue } from '../wording/place-values.ts';

/** What the sentences of Prices say together. */
export function checkPrices(contract: Contract, reader: Reader): void {
  const terms = contract.sections.prices ?? [];
  for (const { name } of contract.outcomes.outcomes) {
    checkShares(name, terms, reader);
    const tapers = termsOf(terms, taper).filter(({ outcomes }) => outcomes.includes(name));
    checkYears(`The share of "${name}" that is paid`, tapers, reader);
  }
  checkYears('Where prices stand', termsOf(terms, indexation), reader);
}

function checkShares(name: string, terms: readonly Term[], reader: Reader): void {
  let total = zero;
  for (const term of termsOf(terms, share)) {
    if (!term.outcomes.includes(name)) continue;
    total = add(total, parseShare(term.share));
    if (compareFractions(total, one) <= 0) continue;
    complain(reader, rangeOf(reader, term), {
      code: 'prices.shares_over_whole',
      message: `This makes ${formatPercent(total)} of "${name}" paid to others, and 100% is all.`,
      help: 'Lower one of the shares.',
    });
  }
}

function checkYears(
  what: string,
  terms: readonly (Term & { years: YearsValue })[],
  reader: Reader,
): void {
  terms.forEach((term, at) => {
    const earlier = terms.slice(0, at).find(({ years }) => overlap(years, term.years));
    if (!earlier) return;
    const year = Math.max(term.years.first, earlier.years.first);
    complain(reader, rangeOf(reader, term), {
      code: 'prices.year_said_twice',
      message: `${what} in year ${year} is said twice.`,
      help: 'Let the years of these sentences not overlap.',
    });
  });
}

function overlap(one: YearsValue, other: YearsValue): boolean {
  const last = (years: YearsValue) => years.last ?? Number.POSITIVE_INFINITY;
  return one.first <= last(other) && other.first <= last(one);
}
