import { covers, type DayNumber, type Span } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import {
  compareFractions,
  formatDecimal,
  fraction,
  multiply,
  sumFractions,
} from '../../money/index.ts';
import { completeDays } from '../achieve/counting-days.ts';
import {
  findEvent,
  firstOf,
  flowsOf,
  improvementsOf,
  longestOf,
  type Question,
  runsFor,
  scoreOf,
  scoresWithin,
  stepFrom,
} from '../achieve/index.ts';
import { daysOf } from '../achieve/runs.ts';
import type { Stage } from '../achieve/stage.ts';
import { countOfDays, firstOfDays, lastOfDays } from '../admit/day-rows.ts';
import { always, isDay } from '../plan/open-days.ts';
import type { Condition, OutcomePlan } from '../plan/plan.ts';
import { daysWords, dayWords, listWords, quotedWords } from './words.ts';

type Of<Is extends Condition['is']> = Extract<Condition, { is: Is }>;

/** A question about an outcome of one kind, and the stage of which it was asked. */
type Traced<Is extends Condition['is']> = Question & Readonly<{ condition: Of<Is>; stage: Stage }>;

/** How far an outcome has come that was not achieved, and what would achieve it. */
export function progressSentence(question: Question, stage: Stage): string {
  const { outcome, span } = question;
  const { view } = stage;
  const { condition } = outcome;
  const until = `by ${dayWords(Math.min(span.last, view.horizon))}`;
  switch (condition.is) {
    case 'happens':
      return `No verified ${quotedWords(condition.kinds, 'or')} counts ${between(question)}.`;
    case 'lasts':
      return lastsProgress({ ...question, condition, stage }, until);
    case 'absent':
      return absentProgress({ ...question, condition, stage });
    case 'improves':
      return improvesProgress({ ...question, condition, stage }, until);
    case 'scores':
      return scoresProgress({ ...question, condition, stage }, until);
    case 'adds up':
      return sumProgress({ ...question, condition, stage }, until);
    case 'each day':
      return noDay({ ...question, condition, stage });
    case 'each unit':
      return `No verified ${quotedWords(condition.kinds, 'or')} counts ${between(question)}.`;
    case 'all of':
    case 'any of':
      return missingOutcomes(condition.outcomes, question, stage);
  }
}

function noDay(asking: Traced<'each day'>): string {
  const { kinds, less, lessCompleteSource: source, everyDay } = asking.condition;
  const free = quotedWords(less, 'or');
  const each = quotedWords(less, 'and');
  const what = everyDay ? `free of ${free}` : `as ${quotedWords(kinds, 'or')}`;
  const none = `No day counts ${what} ${between(asking)}.`;
  if (source === undefined) return none;
  const last = completeDays(asking.stage, source, less).at(-1)?.last;
  if (last === undefined) {
    return `The record of ${source} is not complete for ${each} so far: no day counts until it is.`;
  }
  return `${none} The record of ${source} is complete for ${each} to ${dayWords(last)}.`;
}

/** What an outcome comes only after and has not been achieved. */
export function missingSentences(
  outcome: OutcomePlan,
  { instance }: Question,
  { earned }: Stage,
): readonly string[] {
  const { condition } = outcome;
  const mark = condition.is === 'each day' && condition.onceReached ? [condition.onceReached] : [];
  const missing = [...outcome.onlyAfter, ...mark].filter(
    (name) => !firstOf(name, instance, earned),
  );
  return missing.map((name) => `It counts only once ${name} is achieved, which it is not.`);
}

function between({ span }: Question): string {
  const ends = isDay(span.last) ? ` to ${dayWords(span.last)}` : ' on';
  return `from ${dayWords(span.first)}${ends}`;
}

/** "41 of 91 days in a row ...; 50 more without a gap, from 1 December, would achieve it on ..." */
function lastsProgress(asking: Traced<'lasts'>, until: string): string {
  const { condition, stage, span } = asking;
  const { view } = stage;
  const runs = runsFor(asking, stage);
  const latest = runs.at(-1);
  const end = latest ? lastOfDays(latest) : always;
  const goesOn = end >= Math.min(view.horizon, span.last) - 1;
  const run = goesOn ? latest : longestOf(runs);
  const row = condition.how === 'in one go' ? ' in a row' : '';
  const of = quotedWords(condition.kinds, 'or');
  if (run === undefined) {
    const whole = wholeLength(condition, span);
    return `No day counts as ${of} ${between(asking)}; ${whole} would achieve it.`;
  }
  const needed = daysOf(firstOfDays(run), condition.length);
  const counted = countOfDays(run) % needed;
  const so = `${counted} of ${daysWords(needed)}${row} recorded ${until}`;
  const more = needed - counted;
  const next = lastOfDays(run) + 1;
  if (condition.how === 'in total' || goesOn) {
    const gap = condition.how === 'in total' ? '' : ' without a gap';
    const on = next + more - 1;
    const inTime = on <= span.last;
    const would = inTime
      ? `would achieve it on ${dayWords(on)}`
      : `are needed, and its days end on ${dayWords(span.last)}`;
    return `${so}; ${more} more${gap}, from ${dayWords(next)}, ${would}.`;
  }
  const whole = daysWords(needed);
  return `${so}, and the run broke; ${whole} in a row from a new start would achieve it.`;
}

function wholeLength({ length }: Of<'lasts'>, { first }: Span): string {
  return daysWords(daysOf(first, length));
}

function absentProgress(asking: Traced<'absent'>): string {
  const { condition, window, span, stage } = asking;
  const { view } = stage;
  const what = quotedWords(condition.kinds, 'or');
  const event = findEvent(asking, stage);
  if (event !== undefined) return `${what} is recorded on ${dayWords(event)}, within its window.`;
  if (span.last < window.last) {
    return `No ${what} is recorded, but its days end on ${dayWords(span.last)}, before its window.`;
  }
  if (window.last > view.horizon) {
    return `No ${what} is recorded so far; its window closes on ${dayWords(window.last)}.`;
  }
  const last = completeTo(asking);
  if (condition.presumed || last >= window.last) {
    return `No ${what} is recorded ${between(asking)}.`;
  }
  const isBegun = isDay(last);
  const reach = isBegun ? `is complete to ${dayWords(last)}` : 'is not recorded complete';
  return (
    `No ${what} is recorded, but the record of ${condition.completeSource} ${reach}; complete ` +
    `from ${dayWords(span.first)} to ${dayWords(window.last)} it would achieve it.`
  );
}

/** How far its source is recorded complete for every kind, from the first day that can count on. */
function completeTo(asking: Traced<'absent'>): DayNumber {
  const { condition, span } = asking;
  const days = completeDays(asking.stage, condition.completeSource, condition.kinds);
  return days.find((each) => covers([each], span.first))?.last ?? always;
}

function improvesProgress(asking: Traced<'improves'>, until: string): string {
  const { kind } = asking.condition;
  const [first] = scoresWithin(asking, asking.stage);
  if (first === undefined) return `No verified score "${kind}" is recorded ${between(asking)}.`;
  const needed = formatDecimal(stepFrom(first, asking));
  const value = formatDecimal(scoreOf(first));
  const start = `The first "${kind}" is ${value} on ${dayWords(firstDay(first.fact))}`;
  const [best] = [...improvementsOf(asking, asking.stage)].sort((a, b) =>
    compareFractions(b.by, a.by),
  );
  if (best === undefined) return `${start}; a later one better by ${needed} would achieve it.`;
  const better = formatDecimal(best.by);
  return `${start}; the best since, ${until}, is better by ${better}, of ${needed} needed.`;
}

function scoresProgress(asking: Traced<'scores'>, until: string): string {
  const { kind, least, better } = asking.condition;
  const side = better === 'higher' ? 1 : -1;
  const [best] = [...scoresWithin(asking, asking.stage)].sort(
    (a, b) => side * compareFractions(scoreOf(b), scoreOf(a)),
  );
  if (best === undefined) return `No verified score "${kind}" is recorded ${between(asking)}.`;
  const reached = formatDecimal(scoreOf(best));
  return `The best "${kind}" ${until} is ${reached}; ${formatDecimal(least)} is needed.`;
}

function sumProgress(asking: Traced<'adds up'>, until: string): string {
  const { amount, kinds } = asking.condition;
  const sum = sumFractions(
    flowsOf(asking, asking.stage).map(({ days, perDay }) =>
      multiply(perDay, fraction(days.last - days.first + 1)),
    ),
  );
  const needed = formatDecimal(amount);
  return `${quotedWords(kinds)} come to ${formatDecimal(sum)} ${until}, of ${needed} needed.`;
}

function missingOutcomes(
  names: readonly string[],
  { instance }: Question,
  { earned }: Stage,
): string {
  const missing = names.filter((name) => firstOf(name, instance, earned) === undefined);
  return missing.length > 0
    ? `${listWords(missing)} ${missing.length === 1 ? 'has' : 'have'} not been achieved.`
    : 'What it is made of was achieved outside its window.';
}
