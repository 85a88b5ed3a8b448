import { type Day, dayNumber } from '../calendar/index.ts';
import { type Contract, findTerm, forms } from '../contract/index.ts';
import {
  type Fraction,
  fraction,
  getCurrency,
  type Money,
  multiply,
  round,
  usualRounding,
} from '../money/index.ts';
import { assert, type Problem, type Result } from '../problem/index.ts';
import { outcomeGroups } from './outcome-groups.ts';
import { priceRange } from './price-range.ts';
import { partOfAnother, periodOpen, periodOutOfRhythm, periodPublished } from './problems.ts';
import { type Period, publicationPeriods, type Rhythm } from './publication-periods.ts';
import { countsBehind, type PublishedCount, publishedCount } from './published-count.ts';

/** What is to be published, and what has been. All of it is public. */
export type Publishing = Readonly<{
  /** The version in force on the last day of the period. */
  contract: Contract;
  rhythm: Rhythm;
  period: Period;
  /** To which day settlements are approved. */
  settledTo: Day;
  /** Every period of the programme published before. */
  published: readonly Period[];
  /** Every provider admitted by the last day of the period, those that have left among them. */
  providers: readonly string[];
  /** Outcomes to be counted together although no sentence ties them; the same for all periods. */
  together?: readonly (readonly string[])[];
}>;

/**
 * How often one outcome was settled as achieved in a period, less how often it was taken back in
 * it: the lines settled to its last day less those settled to the day before its first. Lines
 * that a limit cut, to nothing too, count like any other: counts of what was paid would be tied to
 * each other by every limit that is printed on the page. This is private. A cell not given is
 * nought.
 */
export type Cell = Readonly<{ provider: string; outcome: string; count: number }>;

/** What the money of a row is: what its published count comes to by the rate card. */
export type PublishedMoney =
  | Readonly<{ is: 'between'; least: Money; most: Money }>
  | Readonly<{ is: 'suppressed' }>
  /** Where no price is that of one achievement. */
  | Readonly<{ is: 'not by the rate card' }>;

export type PublishedRow = Readonly<{
  period: Period;
  provider: string;
  /** Outcomes that the page ties to one another, counted together. */
  outcomes: readonly string[];
  count: PublishedCount;
  money: PublishedMoney;
}>;

/**
 * What the public may see of a period: for each provider and group of tied outcomes about how many
 * were achieved, and between what that comes to by the rate card.
 *
 * **The promise.** Whatever the suppressed counts really are, had any of them been anything else
 * from 0 to 9, every byte ever published would have been the same. So a reader who holds all
 * publications, the page, its prices and this code, and has any computer, can narrow no suppressed
 * count further than "under 10": not by totals, not by money, not by comparing one period with
 * another. A count that was rounded is one of five (10, 11 or 12 for "about 10"), never fewer.
 *
 * **Why it holds.** Each row is a function of its own count and of what is public already, and the
 * counts behind two rows have nothing in common:
 * - *No totals.* A total less the rows shown is what the others hold. Whoever wants one adds up the
 *   rows, and has a least. There are no rows for the programme beside those for its providers, no
 *   years beside quarters, no groups of people beside all, so no row needs hiding to hide another.
 * - *Money is a count in disguise*, so it is made from the published count and the public prices
 *   and from nothing else. What was really paid, rounded however coarsely, would say which of two
 *   prices it was paid at, and so how many there were of a small group; suppressing it only where
 *   it tells something would itself tell. Discounts, uplifts, indexation, limits and deductions
 *   are not in it, and nor are grants and fees, which stand on the page. Sums paid are for those
 *   entitled to a statement.
 * - *Limits* are on the page, so what is counted is achieved, not paid: of a limit that is all but
 *   used up by a large count, a small count could have no more than the rest.
 * - *Periods* are of one rhythm and share no day, and each is published once. **A correction is
 *   part of the period in which it is settled**, never of the one that it corrects: nothing
 *   published is ever restated, for two versions of a figure would show what one person changed.
 * - *Outcomes tied to one another* are one count (`outcomeGroups`): those that a sentence of the
 *   page ties, those that the publisher says are tied by what they mean, and on a page about
 *   safety all of them.
 * - *Which rows there are* depends on the page and the providers admitted, not on what happened: a
 *   provider with nothing has the row of one with nine.
 * - *A subcontract publishes nothing*: its outcomes are in the figures of the page above, and would
 *   be a part to take from a total.
 * - *How many people were referred or attached* is not published: it bounds what they can have
 *   achieved, and it would make of every count a **success rate, which is never published for a
 *   provider** until results are adjusted for who was served.
 *
 * **What it cannot do**: keep from a reader what others publish. An authority that lists its
 * payments, or a provider that tells its income, gives money by provider and month; where a page
 * has one outcome at one price, that is the count. Nor does it hide from somebody who already knows
 * nine of the ten who the tenth is. And where outcomes are tied by
 * what they mean and nobody has named them, a large count of one can bound a small one of another.
 */
export function publishable(
  publishing: Publishing,
  cells: readonly Cell[],
): Result<readonly PublishedRow[]> {
  const problems = problemsOf(publishing);
  if (problems.length > 0) return { ok: false, problems };
  const { contract, period } = publishing;
  const groups = outcomeGroups(contract, publishing.together);
  const providers = [...new Set(publishing.providers)].toSorted();
  assertKnown(cells, { contract, providers });
  const rows = providers.flatMap((provider) =>
    groups.map((outcomes): PublishedRow => {
      const count = publishedCount(countOf(cells, provider, outcomes));
      return { period, provider, outcomes, count, money: moneyOf(contract, outcomes, count) };
    }),
  );
  return { ok: true, value: rows };
}

function problemsOf(publishing: Publishing): readonly Problem[] {
  const { contract, period, rhythm, settledTo, published } = publishing;
  const above = findTerm(contract.sections.market ?? [], forms.market.subcontractOf);
  if (above !== undefined) return [partOfAnother(above.title)];
  const before = published.find((other) => shareDays(other, period));
  if (before !== undefined) return [periodPublished(period, before)];
  if (period.to > settledTo) return [periodOpen(period, settledTo)];
  const isOne = publicationPeriods(contract, rhythm, settledTo).some(
    ({ from, to }) => from === period.from && to === period.to,
  );
  return isOne ? [] : [periodOutOfRhythm(period, rhythm)];
}

function shareDays(one: Period, other: Period): boolean {
  const [first, last] = [dayNumber(other.from), dayNumber(other.to)];
  return dayNumber(one.from) <= last && first <= dayNumber(one.to);
}

type Known = Readonly<{ contract: Contract; providers: readonly string[] }>;

function assertKnown(cells: readonly Cell[], { contract, providers }: Known): void {
  const names = new Set(contract.outcomes.outcomes.map(({ name }) => name));
  const isKnown = cells.every(
    ({ provider, outcome }) => providers.includes(provider) && names.has(outcome),
  );
  assert(isKnown, 'what is counted is of a provider admitted and of an outcome of the page');
}

function countOf(cells: readonly Cell[], of: string, outcomes: readonly string[]): number {
  return cells
    .filter(({ provider, outcome }) => provider === of && outcomes.includes(outcome))
    .reduce((sum, { count }) => sum + count, 0);
}

function moneyOf(
  contract: Contract,
  outcomes: readonly string[],
  count: PublishedCount,
): PublishedMoney {
  const range = priceRange(contract, outcomes);
  if (range === undefined) return { is: 'not by the rate card' };
  if (count.is === 'suppressed') return { is: 'suppressed' };
  const { least, most } = countsBehind(count.about);
  const currency = findTerm(contract.opening, forms.opening.buys)?.currency;
  assert(currency !== undefined, 'a checked contract has a currency');
  const times = (price: Fraction, many: number) => multiply(price, fraction(BigInt(many)));
  return {
    is: 'between',
    least: moneyIn(currency, times(range.cheapest, least)),
    most: moneyIn(currency, times(range.dearest, most)),
  };
}

/** To the smallest unit of the currency: there is nothing in it that is not published beside it. */
function moneyIn(currency: string, major: Fraction): Money {
  const inOne = fraction(10n ** BigInt(getCurrency(currency).exponent));
  return { units: round(multiply(major, inOne), usualRounding), currency };
}
