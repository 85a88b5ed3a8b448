import {
  add,
  compareFractions,
  divide,
  type Fraction,
  isZero,
  multiply,
  negate,
  one,
  subtract,
  sumFractions,
  zero,
} from '../../money/index.ts';
import { findTier, isInTier } from '../achieve/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { PricePlan, PriceRow, UpliftPlan, YearFactor } from '../plan/plan.ts';
import { yearsOf } from '../plan/year-in.ts';
import type { PlacedOutcome, Work } from '../work.ts';
import { type Discount, findDiscount } from './discount.ts';

/** One factor of a price: what it is, its value, and the clause or the fact that gives it. */
export type Factor = Readonly<{
  name: 'taper' | 'index' | 'deadweight' | 'discount' | 'uplift' | 'later rate';
  value: Fraction;
  clause?: string;
  fact?: string;
}>;

/** Step 8. The price of one unit of a line, exact, and how it came about. */
export type Priced = Readonly<{
  /** The row of the rate card; absent where none fits, and the price is nothing. */
  row?: PriceRow;
  year: number;
  list: Fraction;
  factors: readonly Factor[];
  /** Fixed sums that are added to the price after these factors. */
  additions: readonly Readonly<{ amount: Fraction; clause: string }>[];
  /** It is taken, not given. */
  reverse?: Readonly<{ clause: string }>;
  unit: Fraction;
}>;

/** The price of a line, in the first of its outcome's bands unless another is named. */
export type Pricer = (earned: Earned, band?: number) => Priced;

/** Prices lines; the same question is worked out once, however many lines ask it. */
export function pricer(work: Work): Pricer {
  const known: Map<string | number, Priced>[] = [];
  const yearOn = yearsOf(work.plan);
  let last: Readonly<{ placed: PlacedOutcome; key: string | number; priced: Priced }> | undefined;
  return (earned, band = 0) => {
    const { placed, attachment, achievement } = earned;
    const { price, name } = placed.outcome;
    const year = yearOn(price.yearOf === 'outcome' ? achievement.day : attachment.day);
    const isDiscounted = price.discountFromYear !== undefined && year >= price.discountFromYear;
    const own = isDiscounted ? work.discounts.get(attachment.provider) : undefined;
    const discount = own && findDiscount(own, name, achievement.day);
    const key = keyOf(earned, { year, band, discount });
    // One repeat after the other has the same price.
    if (last?.placed === placed && last.key === key) return last.priced;
    const prices = known[placed.number] ?? new Map<string | number, Priced>();
    const before = prices.get(key);
    const priced = before ?? pricedFor(earned, { year, band, discount });
    if (before === undefined) known[placed.number] = prices.set(key, priced);
    last = { placed, key, priced };
    return priced;
  };
}

type Terms = Readonly<{ year: number; band: number; discount: Discount | undefined }>;

/** By what the price of an outcome differs; mostly by the year alone. */
function keyOf({ placed, attachment, achievement }: Earned, terms: Terms): string | number {
  const { year, band, discount } = terms;
  const { score } = achievement;
  if (score === undefined && discount === undefined && band === 0 && attachment.with.length === 0) {
    return year;
  }
  const tier = score && findTier(placed.outcome.price, score);
  const least = tier ? `${tier.least.numerator}/${tier.least.denominator}` : '';
  return JSON.stringify([year, band, discount?.fact ?? '', attachment.with, least]);
}

function pricedFor(earned: Earned, { year, band, discount }: Terms): Priced {
  const { placed, attachment } = earned;
  const { price } = placed.outcome;
  const row = price.rows.find((each) => fits(each, earned, { year, band }));
  const taken: Factor | undefined = discount && {
    name: 'discount',
    value: subtract(one, discount.share),
    fact: discount.fact,
  };
  return withUnit({
    ...(row ? { row } : {}),
    year,
    list: row?.price ?? zero,
    factors: factorsOf(price, { year, with: attachment.with, taken }),
    additions: (price.additions ?? []).filter((each) => hasAll(attachment.with, each.with)),
    ...(price.reverse ? { reverse: price.reverse } : {}),
  });
}

/** The same line at a share of its price, because so much had been earned before it. */
export function atLaterRate(
  priced: Priced,
  { share, clause }: Readonly<{ share: Fraction; clause: string }>,
): Priced {
  const later: Factor = { name: 'later rate', value: share, clause };
  return withUnit({ ...priced, factors: [...priced.factors, later] });
}

/** The price of one unit before anything is added to it. */
export function priceBeforeAdditions({
  list,
  factors,
}: Pick<Priced, 'list' | 'factors'>): Fraction {
  return factors.reduce((amount, { value }) => multiply(amount, value), list);
}

function withUnit(priced: Omit<Priced, 'unit'>): Priced {
  const price = priceBeforeAdditions(priced);
  const sums = priced.additions.map(({ amount }) => amount);
  const unit = sumFractions([price, ...sums]);
  return { ...priced, unit: priced.reverse ? negate(unit) : unit };
}

function hasAll(characteristics: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((each) => characteristics.includes(each));
}

type Place = Readonly<{ year: number; band: number }>;

function fits(row: PriceRow, { attachment, achievement }: Earned, { year, band }: Place): boolean {
  if (row.years && !isIn(row.years, year)) return false;
  if (row.band !== undefined && row.band !== band) return false;
  if (!hasAll(attachment.with, row.with)) return false;
  if (row.tier === undefined) return true;
  return achievement.score !== undefined && isInTier(row.tier, achievement.score);
}

/** List price x taper x index x (1 - deadweight) x (1 - discount) x (1 + uplift), in this order. */
function factorsOf(
  price: PricePlan,
  line: Readonly<{ year: number; with: readonly string[]; taken: Factor | undefined }>,
): readonly Factor[] {
  const factors: Factor[] = [];
  const taper = findFactor(price.taper, line.year);
  if (taper) factors.push({ name: 'taper', value: taper.factor, clause: taper.clause });
  const index = findFactor(price.index, line.year);
  if (index) factors.push({ name: 'index', value: index.factor, clause: index.clause });
  if (!isZero(price.deadweight)) {
    factors.push({ name: 'deadweight', value: subtract(one, price.deadweight) });
  }
  if (line.taken) factors.push(line.taken);
  const uplift = largestUplift(price.uplifts, line.with);
  if (uplift) {
    factors.push({ name: 'uplift', value: add(one, uplift.rate), clause: uplift.clause });
  }
  return factors;
}

function findFactor(factors: readonly YearFactor[], year: number): YearFactor | undefined {
  return factors.find(({ years }) => isIn(years, year));
}

function largestUplift(
  uplifts: readonly UpliftPlan[],
  characteristics: readonly string[],
): UpliftPlan | undefined {
  let largest: UpliftPlan | undefined;
  for (const uplift of uplifts) {
    if (!hasAll(characteristics, uplift.with)) continue;
    if (!largest || compareFractions(uplift.rate, largest.rate) > 0) largest = uplift;
  }
  return largest;
}

function isIn(years: Readonly<{ first: number; last: number }>, year: number): boolean {
  return year >= years.first && year <= years.last;
}

/** What an exact amount in smallest units is in whole ones. */
export function inMajor(units: Fraction, exponent: number): Fraction {
  return divide(units, { numerator: 10n ** BigInt(exponent), denominator: 1n });
}
