import { addMonths, type DayNumber, dayOf, yearSpan } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  type Fraction,
  multiply,
  one,
  zero,
} from '../../src/money/index.ts';
import type { BandsPlan } from '../../src/settlement/plan/money-plan.ts';
import type { Over } from '../../src/settlement/plan/period-plan.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { isFirstOf, priceAnew, type Work } from './line.ts';
import { contractYear, type Priced, priceWithoutAdditions } from './price.ts';
import { namesIn, said } from './versions.ts';

/** Step 7: each line in its place is counted, and has the price of the band that the count is in. */
export function putInBands(plan: Plan, placed: readonly Work[]): void {
  const counts = new Map<string, number>();
  const counted = placed.filter((work) => bandsOf(work) !== undefined && stands(work));
  for (const work of counted) {
    const key = poolOf(plan, work);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    setTerms(work, { band: bandOf(bandsOf(work) as BandsPlan, count) });
  }
  for (const work of counted) {
    const bands = bandsOf(work) as BandsPlan;
    const count = counts.get(poolOf(plan, work)) as number;
    if (bands.how === 'reached') setTerms(work, { band: bandOf(bands, count) });
    priceAnew(work);
  }
}

function stands(work: Work): boolean {
  return work.refused === undefined && isFirstOf(work);
}

function setTerms({ mates }: Work, terms: Partial<Work['terms']>): void {
  for (const mate of mates) mate.terms = { ...mate.terms, ...terms };
}

function bandsOf({ achievement }: Work): BandsPlan | undefined {
  return achievement.outcome.price.bands;
}

function bandOf({ sizes }: BandsPlan, count: number): number {
  let last = 0;
  for (const [index, size] of sizes.entries()) {
    if (size === undefined) return index;
    last += size;
    if (count <= last) return index;
  }
  return sizes.length - 1;
}

function poolOf(plan: Plan, work: Work): string {
  const { outcome, attachment, day } = work.achievement;
  const { per, over } = bandsOf(work) as BandsPlan;
  const provider = per === 'provider' ? attachment.provider : '';
  return `${outcome.name}|${provider}|${periodOf(plan, over, day)}`;
}

/** The first day of the year, quarter or month of the contract that holds the day. */
export function periodOf(plan: Plan, over: Over, day: DayNumber): string {
  if (over === 'contract') return 'contract';
  const year = contractYear(plan, day);
  const first = yearBegins(plan, year);
  if (over === 'year') return dayOf(first);
  const months = over === 'quarter' ? 3 : 1;
  let begins = first;
  for (let index = 1; addMonths(first, months * index) <= day; index += 1) {
    begins = addMonths(first, months * index);
  }
  return dayOf(begins);
}

/** Of the first year not the start, but the date on which it would have begun. */
function yearBegins(plan: Plan, year: number): DayNumber {
  const { startsOn, yearsRunFrom } = plan;
  if (year > 1) return yearSpan(year, startsOn, yearsRunFrom).first;
  if (yearsRunFrom === undefined) return startsOn;
  return addMonths(yearSpan(2, startsOn, yearsRunFrom).first, -12);
}

/** Step 8: once so much has been earned for some outcomes, they pay a share of their price. */
export function applyLaterRates(priced: Priced, placed: readonly Work[]): void {
  const earned = new Map<string, Fraction>();
  for (const work of placed.filter(stands)) {
    const { outcome, version, attachment, quantity } = work.achievement;
    const rates = said(version, 'laterRates').filter((each) =>
      each.outcomes.includes(outcome.name),
    );
    const keyOf = ({ clause, per, outcomes }: (typeof rates)[number]) =>
      [clause, per, per === 'provider' ? attachment.provider : '', namesIn(outcomes)].join('|');
    let later = one;
    for (const rate of rates) {
      const isReached = compareFractions(earned.get(keyOf(rate)) ?? zero, rate.sum) >= 0;
      if (isReached) later = multiply(later, rate.share);
    }
    setTerms(work, { later });
    const unit = priceWithoutAdditions(priced, work.achievement, work.terms);
    const worth = multiply(unit, quantity);
    for (const rate of rates) {
      earned.set(keyOf(rate), add(earned.get(keyOf(rate)) ?? zero, worth));
    }
    priceAnew(work);
  }
}
