import { type DayNumber, dayOf, lastDayOf } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import {
  add,
  compareFractions,
  type Fraction,
  fraction,
  multiply,
  one,
  subtract,
  zero,
} from '../../src/money/index.ts';
import type { Condition, PriceRow } from '../../src/settlement/plan.ts';
import { type Days, daysIn, helpfulDaysIn, isOverruled, lastDayCounted } from './days.ts';
import { factsOf, firstDayOf, helpfulStates, lastDayOfFact } from './facts-in-force.ts';
import { pausedDays, type Setting, type Window } from './window.ts';

/** An outcome that came about, before it is asked how often, whose and under which version. */
export type Candidate = Readonly<{
  day: DayNumber;
  quantity: Fraction;
  /** The improvement or the level, for prices in tiers. */
  reached?: Fraction;
  /** The calendar month, of a line for each day in it. */
  month?: string;
  /** What a line for the units of one fact rests on. */
  fact?: string;
  /** Days that no other repeat may count. */
  served: readonly DayNumber[];
}>;

/** What a condition is read in: its setting, its window, and the days earlier versions have paid. */
export type Reading = Setting &
  Readonly<{ window: Window; served: Days; whole: boolean; onlyFrom: DayNumber }>;

type Together = Extract<Condition, { outcomes: readonly string[] }>;

type Of<Is extends Condition['is']> = Extract<Condition, { is: Is }>;

/** Everything that meets the condition by the day asked about, in order of its days. */
export function candidatesOf(reading: Reading): Candidate[] {
  const { condition } = reading.outcome;
  switch (condition.is) {
    case 'happens':
      return happenings(reading, condition.kinds);
    case 'each unit':
      return units(reading, condition.kinds);
    case 'lasts':
      return lastings(reading, condition);
    case 'absent':
      return absences(reading, condition);
    case 'improves':
      return improvements(reading, condition);
    case 'all of':
    case 'any of':
      return together(reading, condition);
    case 'scores':
      return levels(reading, condition);
    case 'adds up':
      return sums(reading, condition);
    case 'each day':
      return months(reading, condition);
  }
}

/** Whether the day is this instance's, in the window, and not after the day asked about. */
function isOpen({ window, instance, view }: Reading, day: DayNumber): boolean {
  const inWindow = day >= window.first && (window.last === undefined || day <= window.last);
  return inWindow && day <= view.at.trueBy && day >= instance.start && instance.holds(day);
}

function isClosed({ window, view, plan }: Reading): boolean {
  return (window.last ?? plan.endsOn) <= view.at.trueBy;
}

function helpful(reading: Reading, kinds: readonly string[]): Fact[] {
  const states = helpfulStates(reading.view, reading.outcome.states);
  return factsOf(reading.view, kinds, states).map(({ fact }) => fact);
}

/** The same, less what a higher source overrules on the fact's own day. */
function unruled(reading: Reading, kinds: readonly string[]): Fact[] {
  const facts = helpful(reading, kinds);
  return facts.filter((fact) => !isOverruled({ ...reading, facts }, fact, firstDayOf(fact)));
}

function happenings(reading: Reading, kinds: readonly string[]): Candidate[] {
  return unruled(reading, kinds)
    .map(firstDayOf)
    .filter((day) => isOpen(reading, day))
    .map((day) => ({ day, quantity: one, served: [] }));
}

function units(reading: Reading, kinds: readonly string[]): Candidate[] {
  const states = helpfulStates(reading.view, reading.outcome.states);
  const facts = unruled(reading, kinds);
  return factsOf(reading.view, kinds, states)
    .filter(({ fact }) => facts.includes(fact))
    .filter(({ fact }) => fact.day !== undefined || fact.to !== undefined)
    .map(({ identity, fact }) => ({
      day: (fact.day ?? fact.to) as DayNumber,
      quantity: fact.value ?? zero,
      fact: identity,
      served: [],
    }))
    .filter(({ day }) => isOpen(reading, day))
    .sort((a, b) => a.day - b.day);
}

/** The days that count: in the state, in no excluded state, not paused, ours, in the window. */
function countedDays(reading: Reading, condition: Of<'lasts'> | Of<'each day'>): Set<DayNumber> {
  const { view, outcome, ranks } = reading;
  const { kinds, atLeast, less } = condition;
  const days = helpfulDaysIn(view, { kinds, states: outcome.states, atLeast, ranks });
  const excluded = daysIn(view, { kinds: less, states: outcome.states });
  const paused = pausedDays(reading);
  const counted = new Set<DayNumber>();
  for (const day of days) {
    if (excluded.has(day) || paused.has(day) || reading.served.has(day)) continue;
    if (isOpen(reading, day)) counted.add(day);
  }
  return counted;
}

function lastings(reading: Reading, condition: Of<'lasts'>): Candidate[] {
  const counted = countedDays(reading, condition);
  const paused = pausedDays(reading);
  const gapMax =
    condition.how === 'in total'
      ? Number.POSITIVE_INFINITY
      : condition.gapMax === undefined
        ? 0
        : lastDayOf(0, condition.gapMax) + 1;
  const found: Candidate[] = [];
  let run: DayNumber[] = [];
  let longest: DayNumber[] = [];
  let gap = 0;
  for (let day = reading.window.first; day <= reading.view.at.trueBy; day += 1) {
    if (counted.has(day)) {
      gap = 0;
      run.push(day);
      if (run.length > longest.length) longest = [...run];
      if (run.length === daysNeeded(run, condition.length)) {
        found.push({ day, quantity: one, served: run });
        run = [];
      }
    } else if (!paused.has(day)) {
      gap += 1;
      if (gap > gapMax) run = [];
    }
  }
  if (found.length > 0 || longest.length === 0) return found;
  return reading.whole ? [] : partialLasting(reading, condition, longest);
}

/** How many days a run must count: a length of months is reckoned from its first day. */
function daysNeeded(run: readonly DayNumber[], length: Of<'lasts'>['length']): number {
  const first = run[0] as DayNumber;
  return lastDayOf(first, length) - first + 1;
}

/** The window has closed without the whole: the longest run pays in proportion to its days. */
function partialLasting(
  reading: Reading,
  condition: Of<'lasts'>,
  run: readonly DayNumber[],
): Candidate[] {
  const { partialFrom } = reading.outcome;
  if (partialFrom === undefined || !isClosed(reading)) return [];
  if (run.length < daysNeeded(run, partialFrom)) return [];
  const quantity = fraction(run.length, daysNeeded(run, condition.length));
  return [{ day: run.at(-1) as DayNumber, quantity, served: run }];
}

function absences(reading: Reading, condition: Of<'absent'>): Candidate[] {
  const { window, outcome, view } = reading;
  const { last } = window;
  if (last === undefined) return [];
  const happened = daysIn(view, { kinds: condition.kinds, states: outcome.states });
  const paused = pausedDays(reading);
  const complete = condition.kinds.map((kind) => completeDays(reading, condition, kind));
  const isKnown = (day: DayNumber) =>
    condition.presumed || view.hopes === 'hoped' || complete.every((days) => days.has(day));
  let before = 0;
  let whole = 0;
  let event: DayNumber | undefined;
  let isComplete = true;
  for (let day = window.first; day <= last; day += 1) {
    if (!paused.has(day)) whole += 1;
    if (event !== undefined) continue;
    if (happened.has(day)) event = day;
    else {
      if (!paused.has(day)) before += 1;
      if (!isKnown(day)) isComplete = false;
    }
  }
  if (!isComplete) return [];
  if (event === undefined) {
    return isOpen(reading, last) ? [{ day: last, quantity: one, served: [] }] : [];
  }
  const { partialFrom } = outcome;
  if (partialFrom === undefined || before < lastDayOf(window.first, partialFrom) - window.first + 1)
    return [];
  const day = event - 1;
  return isOpen(reading, day) ? [{ day, quantity: fraction(before, whole), served: [] }] : [];
}

/** The days for which the source is recorded complete about the kind, for this person or for all. */
function completeDays(reading: Reading, { completeSource }: Of<'absent'>, kind: string): Days {
  const days = new Set<DayNumber>();
  for (const { fact } of factsOf(reading.view, ['complete'], ['verified'])) {
    if (fact.source !== completeSource || fact.about !== kind) continue;
    const last = lastDayOfFact(fact, reading.view.at);
    for (let day = firstDayOf(fact); day <= last; day += 1) days.add(day);
  }
  return days;
}

/** All of these outcomes are achieved, on the day of the last; or any, on that of the first. */
function together(reading: Reading, { is, outcomes }: Together): Candidate[] {
  const days = outcomes
    .map((name) => reading.firstAchieved(name))
    .filter((day) => day !== undefined);
  if (days.length === 0 || (is === 'all of' && days.length < outcomes.length)) return [];
  const day = is === 'all of' ? Math.max(...days) : Math.min(...days);
  return isOpen(reading, day) ? [{ day, quantity: one, served: [] }] : [];
}

type Score = Readonly<{ day: DayNumber; value: Fraction }>;

function scoresOf(reading: Reading, kind: string): Score[] {
  return unruled(reading, [kind])
    .map((fact) => ({ day: firstDayOf(fact), value: fact.value ?? zero }))
    .filter(({ day }) => isOpen(reading, day));
}

function tiersOf(reading: Reading): NonNullable<PriceRow['tier']>[] {
  return reading.outcome.price.rows.flatMap(({ tier }) => (tier === undefined ? [] : [tier]));
}

function improvements(reading: Reading, condition: Of<'improves'>): Candidate[] {
  const [start, ...others] = scoresOf(reading, condition.kind);
  if (start === undefined) return [];
  const by = condition.ofFirst ? multiply(condition.by, start.value) : condition.by;
  const later = others
    .filter(({ day }) => day > start.day)
    .map(({ day, value }) => ({
      day,
      value:
        condition.better === 'higher' ? subtract(value, start.value) : subtract(start.value, value),
    }));
  if (tiersOf(reading).length > 0) return bestTier(reading, later, by);
  const found: Candidate[] = [];
  for (let repeat = 1; ; repeat += 1) {
    const wanted = multiply(by, fraction(repeat));
    const first = later.find(
      ({ day, value }) => day >= reading.onlyFrom && compareFractions(value, wanted) >= 0,
    );
    if (first === undefined) return found;
    found.push({ day: first.day, quantity: one, reached: first.value, served: [] });
  }
}

function levels(reading: Reading, condition: Of<'scores'>): Candidate[] {
  const { kind, least, better } = condition;
  const scores = scoresOf(reading, kind).filter(({ day }) => day >= reading.onlyFrom);
  const reaches = (value: Fraction) =>
    better === 'higher' ? compareFractions(value, least) >= 0 : compareFractions(value, least) <= 0;
  if (tiersOf(reading).length > 0) return bestTier(reading, scores, least);
  const first = scores.find(({ value }) => reaches(value));
  if (first === undefined) return [];
  return [{ day: first.day, quantity: one, reached: first.value, served: [] }];
}

/** The best so far, on the day on which its tier was first reached. */
function bestTier(reading: Reading, scores: readonly Score[], least: Fraction): Candidate[] {
  let best: Score | undefined;
  for (const score of scores) {
    if (score.day < reading.onlyFrom) continue;
    if (best === undefined || compareFractions(score.value, best.value) > 0) best = score;
  }
  if (best === undefined || compareFractions(best.value, least) < 0) return [];
  const { value } = best;
  const tier = tiersOf(reading).find(
    (each) =>
      compareFractions(value, each.least) >= 0 &&
      (each.under === undefined || compareFractions(value, each.under) < 0),
  );
  if (tier === undefined) return [];
  const first = scores.find(
    (each) => each.day >= reading.onlyFrom && compareFractions(each.value, tier.least) >= 0,
  );
  return [{ day: (first ?? best).day, quantity: one, reached: value, served: [] }];
}

function sums(reading: Reading, condition: Of<'adds up'>): Candidate[] {
  const facts = helpful(reading, condition.kinds);
  const paused = pausedDays(reading);
  const found: Candidate[] = [];
  let sum = zero;
  for (let day = reading.window.first; day <= reading.view.at.trueBy; day += 1) {
    if (!isOpen(reading, day)) continue;
    for (const fact of facts) {
      if (condition.perWeek && paused.has(day)) continue;
      sum = add(sum, valueOn(reading, { facts, fact, day, perWeek: condition.perWeek }));
    }
    while (compareFractions(sum, multiply(condition.amount, fraction(found.length + 1))) >= 0) {
      found.push({ day, quantity: one, served: [] });
    }
  }
  return found;
}

type Valued = Readonly<{ facts: readonly Fact[]; fact: Fact; day: DayNumber; perWeek: boolean }>;

/** What a fact adds on one day: an occurrence its value, a spell by the week, or at its end. */
function valueOn(reading: Reading, valued: Valued): Fraction {
  const { facts, fact, day, perWeek } = valued;
  const value = fact.value ?? zero;
  const isOverruledOn = (on: DayNumber) => isOverruled({ ...reading, facts }, fact, on);
  if (isOverruledOn(day)) return zero;
  if (fact.day !== undefined) return fact.day === day ? value : zero;
  const first = fact.from as DayNumber;
  if (perWeek) {
    const last = lastDayCounted(reading.view, fact);
    return first <= day && day <= last ? multiply(value, fraction(1, 7)) : zero;
  }
  if (fact.to === undefined || fact.to > reading.view.at.trueBy) return zero;
  if (day < first || day > fact.to) return zero;
  let inside = 0;
  let lastInside = 0;
  for (let each = first; each <= fact.to; each += 1) {
    if (!isOpen(reading, each) || isOverruledOn(each)) continue;
    inside += 1;
    lastInside = each;
  }
  if (inside === 0 || day !== lastInside) return zero;
  return multiply(value, fraction(inside, fact.to - first + 1));
}

/** Every day counts, as one line for each calendar month and whoever holds its days. */
function months(reading: Reading, condition: Of<'each day'>): Candidate[] {
  const { onceReached } = condition;
  if (onceReached !== undefined && reading.firstAchieved(onceReached) === undefined) return [];
  const counted = [...countedDays(reading, condition)].sort((a, b) => a - b);
  const byLine = new Map<string, DayNumber[]>();
  const { times } = reading.outcome;
  let left = (times === 'any' ? Number.POSITIVE_INFINITY : times) - reading.served.size;
  for (const day of counted) {
    if (!reading.instance.owns(day)) continue;
    left -= 1;
    if (left < 0) break;
    const holder = reading.instance.holder(day);
    const key = `${dayOf(day).slice(0, 7)}|${holder?.id ?? ''}`;
    byLine.set(key, [...(byLine.get(key) ?? []), day]);
  }
  return [...byLine].map(([key, days]) => ({
    day: days.at(-1) as DayNumber,
    quantity: fraction(days.length),
    month: key.slice(0, 7),
    served: days,
  }));
}
