import type { DayNumber } from '../../calendar/index.ts';
import { type Fraction, negate, round } from '../../money/index.ts';
import { unitsInBands } from '../pay/band.ts';
import { worthOf } from '../pay/earned-line.ts';
import type { Priced, Pricer } from '../pay/price.ts';
import type { Plan, VersionPlan } from '../plan/plan.ts';
import { yearsOf } from '../plan/year-in.ts';
import { onlyAttachment } from '../whose/only-attachment.ts';
import { earnedOf } from './straight-earned.ts';
import type { StraightOutcome } from './straight-terms.ts';

/** What lines of an outcome come to in one year: for all who were attached once it is the same. */
export type StraightPrice = Readonly<{
  priced: Priced;
  /** Rounded, in whole smallest units. */
  gross: bigint;
  /** The exact price of one in each band, if it has bands. */
  inBands: readonly Fraction[];
  /** The least and the most that it comes to in any, as plain numbers. */
  unitsLeast: number;
  unitsMost: number;
  /** The exact price of one, however it is paid. */
  size: Fraction;
}> & {
  /** The number it has in the columns of lines; 0 where that was not looked up. */
  worth: number;
};

/** Prices that were asked for so far. */
export type StraightPrices = Readonly<{
  version: VersionPlan;
  price: Pricer;
  yearOn: (day: DayNumber) => number;
  /** By the number of the outcome, the few years that were asked for. */
  known: OfYear[][];
}> & {
  lastOutcome: StraightOutcome | undefined;
  lastYear: number;
  last: StraightPrice | undefined;
};

type OfYear = Readonly<{ year: number; found: StraightPrice }>;

export function straightPrices(plan: Plan, version: VersionPlan, price: Pricer): StraightPrices {
  const yearOn = yearsOf(plan);
  return {
    version,
    price,
    yearOn,
    known: [],
    lastOutcome: undefined,
    lastYear: 0,
    last: undefined,
  };
}

/** What a line comes to of which the year of a day says it. Repeats mostly have the same price. */
export function priceOn(
  prices: StraightPrices,
  outcome: StraightOutcome,
  day: DayNumber,
): StraightPrice {
  const year = prices.yearOn(day);
  const { last } = prices;
  if (last !== undefined && prices.lastOutcome === outcome && prices.lastYear === year) return last;
  const found = findOfYear(prices, outcome, year) ?? priceFor(prices, outcome, { day, year });
  prices.lastOutcome = outcome;
  prices.lastYear = year;
  prices.last = found;
  return found;
}

function findOfYear(
  { known }: StraightPrices,
  { placed }: StraightOutcome,
  year: number,
): StraightPrice | undefined {
  const years = known[placed.number];
  if (years === undefined) return undefined;
  for (const each of years) if (each.year === year) return each.found;
  return undefined;
}

/** Of days and attachments no price asks for more than the year. */
function priceFor(
  { version, price, known }: StraightPrices,
  { placed, group }: StraightOutcome,
  { day, year }: Readonly<{ day: DayNumber; year: number }>,
): StraightPrice {
  const attachment = onlyAttachment({ id: '', provider: '', group: group.group }, day);
  const days = { from: day, day, certainOn: day };
  const earned = earnedOf(attachment, days, { version, group, placed, number: 1 });
  const priced = price(earned);
  const gross = round(worthOf(earned, priced), version.rounding);
  const { unit } = priced;
  const size = unit.numerator < 0n ? negate(unit) : unit;
  const inBands = unitsInBands(earned, price);
  const all = [unit, ...inBands].map((each) => Number(round(each, version.rounding)));
  const found = {
    priced,
    gross,
    inBands,
    unitsLeast: Math.min(...all),
    unitsMost: Math.max(...all),
    size,
    worth: 0,
  };
  known[placed.number] = [...(known[placed.number] ?? []), { year, found }];
  return found;
}
