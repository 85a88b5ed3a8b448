import { type DayNumber, yearOf } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  type Fraction,
  maxFraction,
  multiply,
  negate,
  one,
  subtract,
  zero,
} from '../../src/money/index.ts';
import { assert } from '../../src/problem/index.ts';
import type { Plan, PriceRow, YearFactor } from '../../src/settlement/plan/plan.ts';
import type { Achievement } from './achieve.ts';
import { type Chain, factsOf, firstDayOf, type View } from './facts-in-force.ts';

/** What a price is worked out from: the page, and the discounts in force today. */
export type Priced = Readonly<{ plan: Plan; discounts: View }>;

/** In which band a line is, and which share of its price a later rate leaves. */
export type Terms = Readonly<{ band: number; later: Fraction }>;

export const firstTerms: Terms = { band: 0, later: one };

/**
 * DESIGN 5, Price: list price × index × (1 − deadweight) × (1 − discount) × (1 + uplift, once) ×
 * later rate, then fixed additions, kept as an exact fraction, for the quantity. Where the provider
 * pays, it is less than nothing.
 */
export function exactPrice(priced: Priced, achievement: Achievement, terms: Terms): Fraction {
  const { price, name } = achievement.outcome;
  let exact = priceWithoutAdditions(priced, achievement, terms);
  for (const { with: wanted, amount } of price.additions ?? []) {
    if (wanted.every((each) => achievement.attachment.with.includes(each))) {
      exact = add(exact, amount);
    }
  }
  assert(exact.numerator >= 0n, `${name} has no price below nothing`);
  const paid = multiply(exact, achievement.quantity);
  return price.reverse === undefined ? paid : negate(paid);
}

/** Of one unit, exact, with every factor. */
export function priceWithoutAdditions(
  priced: Priced,
  achievement: Achievement,
  { band, later }: Terms,
): Fraction {
  const { price } = achievement.outcome;
  const year = yearFor(priced.plan, achievement);
  const row = price.rows.find(
    (each) => (each.band ?? band) === band && fits(each, achievement, year),
  );
  if (row === undefined) return zero;
  let exact = row.price;
  exact = multiply(exact, factorOf(price.taper, year));
  exact = multiply(exact, factorOf(price.index, year));
  exact = multiply(exact, subtract(one, price.deadweight));
  if (price.discountFromYear !== undefined && year >= price.discountFromYear) {
    exact = multiply(exact, subtract(one, discountOf(priced, achievement)));
  }
  exact = multiply(exact, add(one, upliftOf(achievement)));
  return multiply(exact, later);
}

/** The year of a price is that of the outcome's day, or of the attachment where the page says so. */
function yearFor(plan: Plan, { outcome, attachment, day }: Achievement): number {
  return contractYear(plan, outcome.price.yearOf === 'attachment' ? attachment.day : day);
}

export function contractYear(plan: Plan, day: DayNumber): number {
  return yearOf(day, plan.startsOn, plan.yearsRunFrom);
}

function fits(row: PriceRow, achievement: Achievement, year: number): boolean {
  const { attachment, reached } = achievement;
  if (row.years !== undefined && (year < row.years.first || year > row.years.last)) return false;
  if (row.with.some((each) => !attachment.with.includes(each))) return false;
  if (row.tier === undefined) return true;
  if (reached === undefined || compareFractions(reached, row.tier.least) < 0) return false;
  return row.tier.under === undefined || compareFractions(reached, row.tier.under) < 0;
}

function factorOf(factors: readonly YearFactor[], year: number): Fraction {
  const found = factors.find(({ years }) => years.first <= year && year <= years.last);
  return found === undefined ? one : found.factor;
}

/** The provider's latest discount by the outcome's day; one about the outcome before any other. */
function discountOf({ discounts }: Priced, { outcome, attachment, day }: Achievement): Fraction {
  const offered = factsOf(discounts, ['discount'], ['verified'])
    .map(({ fact }) => fact)
    .filter((fact) => fact.provider === attachment.provider && firstDayOf(fact) <= day);
  const own = offered.filter((fact) => fact.about === outcome.name);
  const general = offered.filter((fact) => fact.about === undefined);
  return (own.length > 0 ? own : general).at(-1)?.value ?? zero;
}

/** The largest that fits the participant, once. */
function upliftOf({ outcome, attachment }: Achievement): Fraction {
  let largest = zero;
  for (const { with: wanted, rate } of outcome.price.uplifts) {
    const isTheirs = wanted.every((each) => attachment.with.includes(each));
    if (isTheirs) largest = maxFraction(largest, rate);
  }
  return largest;
}

/** Facts about no participant, such as a provider's discounts and a source recorded complete. */
export function isAboutNobody(chain: Chain): boolean {
  return chain.participant === undefined;
}
