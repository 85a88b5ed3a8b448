import { type DayNumber, dayOf, lastDayOf } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import {
  add,
  compareFractions,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  subtract,
  zero,
} from '../../src/money/index.ts';
import type { Condition, PriceRow } from '../../src/settlement/plan/plan.ts';
import { covers } from './attachments.ts';
import { type Days, daysIn, helpfulDaysIn, isOverruled, lastDayCounted } from './days.ts';
import { factsOf, firstDayOf, helpfulStates, type InForce } from './facts-in-force.ts';
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
  /** Where every day counts, the first that did. */
  firstDay?: DayNumber;
  /** The whole sum reached. */
  sum?: Fraction;
}>;

/** What a condition is read in: its setting, its window, and the last repeat before. */
export type Reading = Setting &
  Readonly<{ window: Window; last: Candidate | undefined; onlyFrom: DayNumber }>;

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

/** The same for what can count: only while attached, where the page says so. */
function canCount(reading: Reading, day: DayNumber): boolean {
  const { outcome, instance } = reading;
  const isAttached = instance.attachments.some((each) => covers(each, day));
  return isOpen(reading, day) && (outcome.whileAttached !== true || isAttached);
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
  const { attachments, scope, key } = reading.instance;
  // A fee for an attachment or a referral is not earned by another.
  const isOwn = ({ identity, fact }: InForce) => {
    if (fact.kind === 'attached') return attachments.some(({ id }) => id === identity);
    return fact.kind !== 'referred' || scope !== 'referral' || identity === key;
  };
  return seenFacts(reading, kinds)
    .filter(isOwn)
    .map(({ fact }) => firstDayOf(fact))
    .filter((day) => canCount(reading, day))
    .map((day) => ({ day, quantity: one }));
}

function seenFacts(reading: Reading, kinds: readonly string[]): InForce[] {
  const states = helpfulStates(reading.view, reading.outcome.states);
  const facts = unruled(reading, kinds);
  return factsOf(reading.view, kinds, states).filter(({ fact }) => facts.includes(fact));
}

function units(reading: Reading, kinds: readonly string[]): Candidate[] {
  const states = helpfulStates(reading.view, reading.outcome.states);
  const facts = helpful(reading, kinds);
  const found: Candidate[] = [];
  for (const { identity, fact } of factsOf(reading.view, kinds, states)) {
    const arrival = arrivalOf(reading, facts, fact);
    if (arrival === undefined) continue;
    const quantity = multiply(fact.value ?? zero, arrival.share);
    found.push({ day: arrival.day, quantity, fact: identity });
  }
  return found.sort((a, b) => a.day - b.day);
}

/** The last of a fact's days that can count, and what share of its days they are. */
function arrivalOf(
  reading: Reading,
  facts: readonly Fact[],
  fact: Fact,
): Readonly<{ day: DayNumber; share: Fraction }> | undefined {
  const first = firstDayOf(fact);
  // One that is still open counts as if it ended on the day it became known.
  const last = fact.day ?? fact.to ?? Math.max(fact.known, lastDayCounted(reading.view, fact));
  let inside = 0;
  let day: DayNumber | undefined;
  for (let each = first; each <= last; each += 1) {
    if (!canCount(reading, each) || isOverruled({ ...reading, facts }, fact, each)) continue;
    inside += 1;
    day = each;
  }
  return day === undefined ? undefined : { day, share: fraction(inside, last - first + 1) };
}

/** The days that count: in the state, in no excluded state, not paused, ours, in the window. */
function countedDays(reading: Reading, condition: Of<'lasts'> | Of<'each day'>): Set<DayNumber> {
  const { view, outcome, ranks } = reading;
  const { kinds, atLeast, less, lessCompleteSource: source } = condition;
  const isEvery = condition.is === 'each day' && condition.everyDay === true;
  const days = isEvery
    ? daysSoFar(reading)
    : helpfulDaysIn(view, { kinds, states: outcome.states, atLeast, ranks });
  const excluded = daysIn(view, { kinds: less, states: outcome.states });
  const paused = pausedDays(reading);
  const complete = less.map((kind) => completeDays(reading, source, kind));
  const counted = new Set<DayNumber>();
  for (const day of days) {
    if (excluded.has(day) || paused.has(day)) continue;
    const isRecorded = complete.every((recorded) => recorded.has(day));
    const isKnown = source === undefined || view.hopes === 'hoped' || isRecorded;
    if (isKnown && canCount(reading, day)) counted.add(day);
  }
  return counted;
}

function daysSoFar({ window, view }: Reading): Days {
  const days = new Set<DayNumber>();
  for (let day = window.first; day <= view.at.trueBy; day += 1) days.add(day);
  return days;
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
  const first = Math.max(reading.window.first, (reading.last?.day ?? reading.window.first - 1) + 1);
  for (let day = first; day <= reading.view.at.trueBy; day += 1) {
    if (counted.has(day)) {
      gap = 0;
      run.push(day);
      if (run.length > longest.length) longest = [...run];
      if (run.length === daysNeeded(run, condition.length)) {
        found.push({ day, quantity: one });
        run = [];
      }
    } else if (!paused.has(day)) {
      gap += 1;
      if (gap > gapMax) run = [];
    }
  }
  if (found.length > 0 || longest.length === 0) return found;
  return reading.last !== undefined ? [] : partialLasting(reading, condition, longest);
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
  return [{ day: run.at(-1) as DayNumber, quantity }];
}

function absences(reading: Reading, condition: Of<'absent'>): Candidate[] {
  const { window, outcome, view, instance } = reading;
  const { last } = window;
  if (last === undefined) return [];
  const happened = daysIn(view, { kinds: condition.kinds, states: outcome.states });
  const paused = pausedDays(reading);
  const complete = condition.kinds.map((kind) =>
    completeDays(reading, condition.completeSource, kind),
  );
  const isKnown = (day: DayNumber) =>
    condition.presumed || view.hopes === 'hoped' || complete.every((days) => days.has(day));
  let before = 0;
  let whole = 0;
  let event: DayNumber | undefined;
  let isComplete = true;
  const first = Math.max(window.first, instance.start);
  for (let day = first; day <= last; day += 1) {
    if (!paused.has(day)) whole += 1;
    if (event !== undefined) continue;
    if (happened.has(day) && canCount(reading, day)) event = day;
    else {
      if (!paused.has(day)) before += 1;
      if (!isKnown(day)) isComplete = false;
    }
  }
  if (!isComplete) return [];
  if (event === undefined) {
    return isOpen(reading, last) ? [{ day: last, quantity: one }] : [];
  }
  const { partialFrom } = outcome;
  if (partialFrom === undefined || before < lastDayOf(first, partialFrom) - first + 1) return [];
  if (before === whole) return [];
  const day = event - 1;
  return isOpen(reading, day) ? [{ day, quantity: fraction(before, whole) }] : [];
}

/** The days for which the source is recorded complete about the kind, for this person or for all. */
function completeDays(reading: Reading, source: string | undefined, kind: string): Days {
  const days = new Set<DayNumber>();
  for (const { fact } of factsOf(reading.view, ['complete'], ['verified'])) {
    if (fact.source !== source || fact.about !== kind) continue;
    const last = fact.to as DayNumber;
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
  // Of what any of them came to before the scope began, nothing counts.
  const inTime = days.filter((day) => is === 'all of' || isOpen(reading, day));
  const day = is === 'all of' ? Math.max(...inTime) : Math.min(...inTime);
  return isOpen(reading, day) ? [{ day, quantity: one }] : [];
}

type Score = Readonly<{ day: DayNumber; value: Fraction }>;

function scoresOf(reading: Reading, kind: string): Score[] {
  return unruled(reading, [kind])
    .map((fact) => ({ day: firstDayOf(fact), value: fact.value ?? zero }))
    .filter(({ day }) => canCount(reading, day));
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
  if (isZero(by)) return found;
  for (let repeat = 1; ; repeat += 1) {
    const wanted = multiply(by, fraction(repeat));
    const first = later.find(
      ({ day, value }) => day >= reading.onlyFrom && compareFractions(value, wanted) >= 0,
    );
    if (first === undefined) return found;
    found.push({ day: first.day, quantity: one, reached: first.value });
  }
}

function levels(reading: Reading, condition: Of<'scores'>): Candidate[] {
  const { kind, least, better } = condition;
  const scores = scoresOf(reading, kind).filter(({ day }) => day >= reading.onlyFrom);
  const reaches = (value: Fraction) =>
    better === 'higher' ? compareFractions(value, least) >= 0 : compareFractions(value, least) <= 0;
  if (tiersOf(reading).length > 0) return bestTier(reading, scores, least);
  return scores
    .filter(({ value }) => reaches(value))
    .map(({ day, value }) => ({ day, quantity: one, reached: value }));
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
  return [{ day: (first ?? best).day, quantity: one, reached: value }];
}

function sums(reading: Reading, condition: Of<'adds up'>): Candidate[] {
  const facts = helpful(reading, condition.kinds);
  const paused = pausedDays(reading);
  const arrivals = facts.map((fact) => arrivalOf(reading, facts, fact));
  const found: Candidate[] = [];
  let sum = zero;
  let due = add(reading.last?.sum ?? zero, condition.amount);
  for (let day = reading.window.first; day <= reading.view.at.trueBy; day += 1) {
    if (!isOpen(reading, day)) continue;
    for (const [index, fact] of facts.entries()) {
      const value = fact.value ?? zero;
      if (condition.perWeek && fact.from !== undefined) {
        const last = lastDayCounted(reading.view, fact);
        const isOn = fact.from <= day && day <= last && !paused.has(day) && canCount(reading, day);
        if (!isOn || isOverruled({ ...reading, facts }, fact, day)) continue;
        sum = add(sum, multiply(value, fraction(1, 7)));
      } else if (arrivals[index]?.day === day) {
        sum = add(sum, multiply(value, arrivals[index].share));
      }
    }
    for (; compareFractions(sum, due) >= 0; due = add(due, condition.amount)) {
      found.push({ day, quantity: one, sum: due });
    }
  }
  return found;
}

/**
 * Every day counts, as one line for each calendar month and whoever owns its days. An attachment's
 * own days are limited in number apart from those that it saw and that were another's.
 */
function months(reading: Reading, condition: Of<'each day'>): Candidate[] {
  const { onceReached } = condition;
  if (onceReached !== undefined && reading.firstAchieved(onceReached) === undefined) return [];
  const { outcome, instance, onlyFrom } = reading;
  const counted = [...countedDays(reading, condition)].sort((a, b) => a - b);
  const byLine = new Map<string, DayNumber[]>();
  const most = outcome.times === 'any' ? Number.POSITIVE_INFINITY : outcome.times;
  let own = 0;
  let others = 0;
  for (const day of counted) {
    if (day < onlyFrom) continue;
    if (instance.owns(day)) own += 1;
    else others += 1;
    if ((instance.owns(day) ? own : others) > most) continue;
    const key = `${dayOf(day).slice(0, 7)}|${instance.owner(day)?.id ?? ''}`;
    byLine.set(key, [...(byLine.get(key) ?? []), day]);
  }
  return [...byLine].map(([key, days]) => ({
    day: days.at(-1) as DayNumber,
    quantity: fraction(days.length),
    month: key.slice(0, 7),
    firstDay: days[0] as DayNumber,
  }));
}
