import { type Contract, findTerm, forms, termsOf } from '../contract/index.ts';
import { compareFractions, type Fraction, parseFraction } from '../money/index.ts';

/** The cheapest and the dearest price of some outcomes, as decimals of the page's currency. */
export type PriceRange = Readonly<{ cheapest: Fraction; dearest: Fraction }>;

/**
 * The range of the prices that a rate card has for some outcomes, over all its columns and rows.
 * Undefined where no price is that of one achievement: what is paid by the day, hour, pound or
 * unit, in proportion, or by the provider.
 */
export function priceRange(
  contract: Contract,
  outcomes: readonly string[],
): PriceRange | undefined {
  const isPriced = outcomes.every((name) => isPaidWhole(contract, name));
  const prices = contract.outcomes.tables
    .flatMap(({ rows }) => rows)
    .flatMap((row) => ('row' in row || !outcomes.includes(nameOf(row)) ? [] : row.prices))
    .flatMap((price) => (price === null ? [] : (parseFraction(price) ?? [])))
    .toSorted(compareFractions);
  const [cheapest, dearest] = [prices[0], prices.at(-1)];
  if (!isPriced || cheapest === undefined || dearest === undefined) return undefined;
  return { cheapest, dearest };
}

type PriceRow = Exclude<Contract['outcomes']['tables'][number]['rows'][number], { row: string }>;

function nameOf(row: PriceRow): string {
  if ('bandOf' in row) return row.bandOf;
  return 'tierOf' in row ? row.tierOf : row.outcome;
}

const { eachDay, eachDayWithout, eachUnit, partly } = forms.outcome;

function isPaidWhole({ outcomes, sections }: Contract, name: string): boolean {
  const definition = outcomes.outcomes.find((each) => each.name === name)?.definition ?? [];
  const inParts = [eachDay, eachDayWithout, eachUnit, partly].some((form) =>
    findTerm(definition, form),
  );
  const backwards = termsOf(sections.prices ?? [], forms.prices.reverse);
  return !inParts && !backwards.some((term) => term.outcomes.includes(name));
}
