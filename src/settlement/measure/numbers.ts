import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import {
  add,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  subtract,
  zero,
} from '../../money/index.ts';
import type { AsAt } from '../as-at.ts';
import type { Against, MeasureCore } from '../plan/measure-plan.ts';
import type { PeriodPlan } from '../plan/period-plan.ts';
import type { Estimate, Estimates } from './estimates.ts';
import { kindsNotComplete, type Records, recordFor } from './record.ts';
import type { Sums } from './sums.ts';
import { findTaking, type Taking } from './taking.ts';
import { daysIn, sumsOn, type Tally } from './tally.ts';

/** A measure of a cohort, for one provider, or for the programme where it is empty. */
export type Asked = Readonly<{ taking: Taking; provider: string }>;

/** What a measure came to, by what was known on a day. Nothing of it where it was not taken. */
export type Value = Readonly<{
  /** Absent where it is not known. */
  value?: Fraction;
  /** Before it is compared with anything. */
  raw?: Fraction;
  /** With what it is compared. */
  base?: Fraction;
  sums?: Sums;
  estimate?: Estimate;
}>;

/** Everything that has been counted and signed, to be asked for the numbers. */
export type Numbers = Readonly<{
  asAt: AsAt;
  currency: string;
  takings: readonly Taking[];
  tallies: ReadonlyMap<Taking, readonly Tally[]>;
  estimates: Estimates;
  records: Records;
}>;

/** Whether the day has come on which it is taken. */
export function isTaken({ asAt }: Numbers, { from }: Taking): boolean {
  return Math.min(asAt.trueBy, asAt.knownBy) >= from;
}

/** The number by all that is known. */
export function valueToday(numbers: Numbers, asked: Asked): Value {
  return valueOn(numbers, asked, numbers.asAt.knownBy);
}

/** The number by what was known on a day of what stands today. */
export function valueOn(numbers: Numbers, asked: Asked, day: DayNumber): Value {
  const { taking } = asked;
  if (!isTaken(numbers, taking) || day < taking.from) return {};
  const found = rawOf(numbers, asked, { period: taking.cohort, day });
  const { against } = taking.measure;
  if (against === undefined) return { ...found, ...(found.raw ? { value: found.raw } : {}) };
  const base =
    against.value.is === 'number'
      ? against.value.number
      : rawOf(numbers, asked, { period: against.value.cohort, day }).raw;
  const value = found.raw && base && compared(found.raw, base, against);
  return { ...found, ...(base ? { base } : {}), ...(value ? { value } : {}) };
}

/** The days, in order, on which the number was first known or may have changed. */
export function daysKnown(numbers: Numbers, asked: Asked): readonly DayNumber[] {
  const { from } = asked.taking;
  const days = [from, ...daysBehind(numbers, asked)].filter(
    (day) => day >= from && day <= numbers.asAt.knownBy,
  );
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The first day on which what was known gave a number that is enough. */
export function firstDayOf(
  numbers: Numbers,
  asked: Asked,
  isEnough: (value: Value) => boolean,
): DayNumber | undefined {
  return daysKnown(numbers, asked).find((day) => isEnough(valueOn(numbers, asked, day)));
}

/** The providers that have a number of their own, or the programme as a whole, by name. */
export function providersIn(numbers: Numbers, taking: Taking): readonly string[] {
  const { measure, cohort } = taking;
  if (measure.per === 'programme') return [''];
  const asked = { measure, cohort: cohort.name, provider: '' };
  const named = numbers.estimates.providers(asked);
  const counted = ownTally(numbers, taking, cohort)?.byProvider.keys() ?? [];
  const behind = partsOf(numbers, taking.measure.core, cohort.name)
    .filter(({ taking: part }) => part?.measure.per === 'provider')
    .flatMap(({ taking: part }) => (part ? providersIn(numbers, part) : []));
  return [...new Set([...named, ...counted, ...behind])].sort(compareTexts);
}

type Of = Readonly<{ period: PeriodPlan; day: DayNumber }>;

function rawOf(numbers: Numbers, { taking, provider }: Asked, { period, day }: Of): Value {
  const { measure } = taking;
  const { core } = measure;
  if (core.is === 'weighted') return weighted(numbers, { core, provider }, { period, day });
  if (core.is === 'estimated') {
    const estimate = numbers.estimates.find({ measure, cohort: period.name, provider }, day);
    const { value: raw } = estimate ?? {};
    return { ...(estimate ? { estimate } : {}), ...(raw ? { raw } : {}) };
  }
  const tally = ownTally(numbers, taking, period);
  if (tally === undefined) return {};
  const sums = sumsOn(tally, provider, day);
  const raw = isVouchedFor(numbers, taking, { period, day }) ? numberOf(core, sums) : undefined;
  return { sums, ...(raw ? { raw } : {}) };
}

/** Whether what was not recorded of a period's people by a day had not happened. */
function isVouchedFor({ records }: Numbers, taking: Taking, { period, day }: Of): boolean {
  const asked = recordFor(taking, period);
  return asked === undefined || kindsNotComplete(records, asked, day).length === 0;
}

function numberOf(core: MeasureCore, { numerator, denominator }: Sums): Fraction | undefined {
  if (denominator === 0) return undefined;
  if (core.is === 'number' || core.is === 'total') return numerator;
  return divide(numerator, fraction(denominator));
}

type Weighted = Extract<MeasureCore, { is: 'weighted' }>;

/** Not known where any of its parts is not. */
function weighted(
  numbers: Numbers,
  { core, provider }: Readonly<{ core: Weighted; provider: string }>,
  { period, day }: Of,
): Value {
  let raw = zero;
  for (const { taking, weight } of partsOf(numbers, core, period.name)) {
    const own = taking?.measure.per === 'provider' ? provider : '';
    const { value } = taking ? valueOn(numbers, { taking, provider: own }, day) : {};
    if (value === undefined) return {};
    raw = add(raw, multiply(value, weight));
  }
  return { raw };
}

type Part = Readonly<{ taking: Taking | undefined; weight: Fraction }>;

/** The measures that a weighted one is made of, of the cohort of the same name. */
export function partsOf({ takings }: Numbers, core: MeasureCore, cohort: string): readonly Part[] {
  if (core.is !== 'weighted') return [];
  return core.parts.map(({ measure, weight }) => {
    return { taking: findTaking(takings, measure, cohort), weight };
  });
}

function compared(value: Fraction, base: Fraction, against: Against): Fraction | undefined {
  switch (against.how) {
    case 'rise above':
      return relativeTo(subtract(value, base), base, against);
    case 'fall below':
      return relativeTo(subtract(base, value), base, against);
    case 'share of':
      return isZero(base) ? undefined : divide(value, base);
  }
}

function relativeTo(
  difference: Fraction,
  base: Fraction,
  { relative }: Against,
): Fraction | undefined {
  if (!relative) return difference;
  return isZero(base) ? undefined : divide(difference, base);
}

function ownTally({ tallies }: Numbers, taking: Taking, period: PeriodPlan): Tally | undefined {
  return tallies.get(taking)?.find((tally) => tally.period === period);
}

function daysBehind(numbers: Numbers, { taking, provider }: Asked): readonly DayNumber[] {
  const { measure, cohort } = taking;
  const value = measure.against?.value;
  const periods = [cohort, ...(value?.is === 'cohort' ? [value.cohort] : [])];
  const counted = (numbers.tallies.get(taking) ?? []).flatMap((each) => daysIn(each, provider));
  if (recordFor(taking, cohort)) counted.push(...numbers.records.completesKnownOn);
  return periods.reduce<DayNumber[]>(
    (days, { name }) => {
      if (measure.core.is === 'estimated') {
        days.push(...numbers.estimates.days({ measure, cohort: name, provider }));
      }
      for (const { taking: part } of partsOf(numbers, measure.core, name)) {
        if (part === undefined) continue;
        const own = part.measure.per === 'provider' ? provider : '';
        days.push(part.from, ...daysBehind(numbers, { taking: part, provider: own }));
      }
      return days;
    },
    [...counted],
  );
}
