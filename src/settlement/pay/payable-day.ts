import type { DayNumber } from '../../calendar/index.ts';
import { compareFractions, type Fraction, negate } from '../../money/index.ts';
import { beginEvaluation, evaluateOutcome, type OpenEvaluation } from '../achieve/evaluate.ts';
import { findTier } from '../achieve/index.ts';
import type { Earned, Evaluation } from '../achieve/stage.ts';
import { addDay } from '../admit/admit.ts';
import type { Admitted } from '../admit/admitted.ts';
import { dayInList } from '../admit/day-list.ts';
import { never } from '../plan/open-days.ts';
import { type Behind, restsOnRecord, type Work } from '../work.ts';
import { type Changes, changesBehind, findChanges, lookFrom, settledBy } from './changes.ts';
import { type EarnedLine, type Step, worthOf } from './earned-line.ts';
import type { Pricer } from './price.ts';

/**
 * Step 5. For each line the first day by which the facts that stand today, as far as known and
 * verified by then, were already enough for it. A line may have grown: so much of its money as it
 * was worth on an earlier day has that day, and what was added has the day on which it was, so that
 * it takes no room from lines that were paid before it.
 */
export function payableLines(
  today: Evaluation,
  admitted: Admitted,
  { work, price }: Readonly<{ work: Work; price: Pricer }>,
): readonly EarnedLine[] {
  if (today.earned.length === 0) return noLines;
  const looking: Looking = {
    today,
    isAlone: today.stages[0]?.roster.attachments.length === 1,
    admitted,
    work,
    price,
    alsoOn: alsoOn(today, work),
    changes: undefined,
    evaluations: undefined,
    before: undefined,
    foundAt: 0,
  };
  const lines: EarnedLine[] = [];
  for (const earned of today.earned) lines.push(lineFrom(earned, looking));
  return lines;
}

const noLines: readonly EarnedLine[] = [];

/** What is looked at for all lines of a participant, and what has been found of it so far. */
type Looking = Readonly<{
  today: Evaluation;
  /** Whether one attachment is all there is: a second that is known late may take days away. */
  isAlone: boolean;
  admitted: Admitted;
  work: Work;
  price: Pricer;
  alsoOn: readonly DayNumber[];
}> & {
  // They are few: one after the other they take less room than a list.
  changes: KnownChanges | undefined;
  evaluations: KnownEvaluation | undefined;
  /** The line before, and the place of the first day of change on which it was there. */
  before: Earned | undefined;
  foundAt: number;
};

type KnownChanges = Readonly<{ own: Changes; next: KnownChanges | undefined }>;

type KnownEvaluation = Readonly<{
  knownBy: DayNumber;
  horizon: DayNumber;
  evaluation: OpenEvaluation;
  next: KnownEvaluation | undefined;
}>;

function lineFrom(earned: Earned, looking: Looking): EarnedLine {
  const { day, certainOn } = earned.achievement;
  const changes = changesFor(earned.placed.behind, looking);
  const { days: known } = changes;
  const settledOn = isOfItsDay(earned, looking.work) ? settledBy(changes, day) : never;
  const priced = looking.price(earned);
  const whole = worthOf(earned, priced);
  let steps: readonly Step[] | undefined;
  let enoughOn: DayNumber | undefined;
  const first = firstLookAt(changes, { earned, settledOn }, looking);
  looking.before = earned;
  looking.foundAt = known.count - 1;
  for (let at = first; at < known.count - 1; at += 1) {
    const knownBy = dayInList(known, at);
    if (knownBy === undefined) continue;
    const next = dayInList(known, at + 1) ?? day;
    const isAsToday = knownBy >= settledOn;
    const then = isAsToday ? earned : findThen(earned, { knownBy, next }, looking);
    if (then === undefined) continue;
    looking.foundAt = Math.min(looking.foundAt, at);
    const payableOn = Math.max(day, knownBy, certainDay(then, earned));
    const worth = then === earned ? whole : atMost(worthOf(then, looking.price(then)), whole);
    if (isEnough(then, earned)) enoughOn ??= payableOn;
    const isWholeAtOnce = steps === undefined && !isMore(whole, worth);
    if (isWholeAtOnce && enoughOn !== undefined) return { earned, priced, enoughOn, steps };
    steps = withStep(steps, payableOn, worth);
    const isWhole = !isMore(whole, (steps[steps.length - 1] as Step).upTo);
    if (isWhole && enoughOn !== undefined) return { earned, priced, enoughOn, steps };
  }
  const lastOn = Math.max(day, dayInList(known, known.count - 1) ?? day, certainOn);
  enoughOn ??= lastOn;
  return { earned, priced, enoughOn, steps: steps && withStep(steps, lastOn, whole) };
}

/** A line, and the day from which it is as it is today. */
type Settling = Readonly<{ earned: Earned; settledOn: DayNumber }>;

/** The place of the first day of change from which a line may have been there, or paid. */
function firstLookAt(changes: Changes, { earned, settledOn }: Settling, looking: Looking): number {
  const { achievement, placed, instance } = earned;
  const { admitted, isAlone, before, foundAt } = looking;
  const isNext = before?.placed === placed && before.instance === instance;
  return lookFrom(changes, admitted.rows, {
    day: achievement.day,
    settledOn,
    marks: placed.wanted.marks(admitted.kinds),
    isBroughtForward: isAlone && placed.isBroughtForward,
    foundAt: isNext ? foundAt : undefined,
  });
}

/**
 * Whether a line is as it is today once all is known that begins on or before its day: unless it is
 * said only after its day, falls to an attachment after it, grows, or has its number from others.
 */
function isOfItsDay({ achievement, instance, attachment }: Earned, work: Work): boolean {
  const { day, certainOn, score, month } = achievement;
  const isSaid = certainOn === day && attachment.day <= day;
  const isOfOne = score === undefined && month === undefined && instance.scope !== 'referral';
  return isSaid && isOfOne && !work.restsOnRecords;
}

type Time = Readonly<{ knownBy: DayNumber; next: DayNumber }>;

/** The same line as it was from a day on, before the next on which anything could change it. */
function findThen(earned: Earned, { knownBy, next }: Time, looking: Looking): Earned | undefined {
  const horizon = Math.min(looking.work.asAt.trueBy, next - 1);
  const evaluation = evaluationOn(knownBy, horizon, looking);
  evaluateOutcome(evaluation, earned.placed.at);
  for (const each of evaluation.earned) if (isSameLine(each, earned)) return each;
  return undefined;
}

/** What was achieved as it was known by a day and true by another, as far as it was asked for. */
function evaluationOn(knownBy: DayNumber, horizon: DayNumber, looking: Looking): OpenEvaluation {
  const { today, admitted, work, evaluations } = looking;
  for (let at = evaluations; at !== undefined; at = at.next) {
    if (at.knownBy === knownBy && at.horizon === horizon) return at.evaluation;
  }
  const sight = { knownBy, horizon, reading: 'firm', like: today } as const;
  const evaluation = beginEvaluation(work, admitted, sight);
  looking.evaluations = { knownBy, horizon, evaluation, next: evaluations };
  return evaluation;
}

/** The day on which the line could be said; where days just pass, that on which enough had. */
function certainDay(then: Earned, now: Earned): DayNumber {
  const { certainOn, passed } = then.achievement;
  if (passed === undefined) return certainOn;
  let left = Number(now.achievement.quantity.numerator);
  for (const { first, last } of passed.days) {
    if (left <= last - first + 1) return Math.max(first + left - 1, passed.from);
    left -= last - first + 1;
  }
  return certainOn;
}

function withStep(
  steps: readonly Step[] | undefined,
  payableOn: DayNumber,
  upTo: Fraction,
): readonly Step[] {
  const last = steps?.[steps.length - 1];
  if (steps === undefined || last === undefined) return [{ payableOn, upTo }];
  return isMore(upTo, last.upTo) ? [...steps, { payableOn, upTo }] : steps;
}

/** So much of a sum, and no more than it; what the provider pays is below nothing. */
function atMost(part: Fraction, whole: Fraction): Fraction {
  return isMore(part, whole) ? whole : part;
}

/** Whether an amount is further from nothing than another. */
function isMore(one: Fraction, other: Fraction): boolean {
  return one !== other && compareFractions(size(one), size(other)) > 0;
}

function size(amount: Fraction): Fraction {
  return amount.numerator < 0n ? negate(amount) : amount;
}

/** What was less, or in a lower tier, was not yet enough. What only had another price was. */
function isEnough(then: Earned, now: Earned): boolean {
  const { quantity, score } = now.achievement;
  const before = then.achievement;
  const isSame = before.quantity === quantity;
  if (!isSame && compareFractions(before.quantity, quantity) < 0) return false;
  if (score === undefined) return true;
  const { price, condition } = now.placed.outcome;
  const tier = findTier(price, score);
  const tierBefore = before.score && findTier(price, before.score);
  if (tier === undefined || tierBefore === undefined) return false;
  const isLower = condition.is === 'scores' && condition.better === 'lower';
  const difference = compareFractions(tierBefore.least, tier.least);
  return isLower ? difference <= 0 : difference >= 0;
}

function changesFor(behind: Behind, looking: Looking): Changes {
  const { changes } = looking;
  for (let at = changes; at !== undefined; at = at.next)
    if (at.own.behind === behind) return at.own;
  const own = changesBehind(behind);
  findChanges(own, looking);
  looking.changes = { own, next: changes };
  return own;
}

function alsoOn({ earned }: Evaluation, { completesKnownOn }: Work): readonly DayNumber[] {
  const days: DayNumber[] = [];
  let restsOnRecords = false;
  for (const { achievement, placed } of earned) {
    if (achievement.isPartial) addDay(days, achievement.certainOn);
    if (restsOnRecord(placed.outcome)) restsOnRecords = true;
  }
  if (restsOnRecords) for (const day of completesKnownOn) addDay(days, day);
  return days;
}

/**
 * What makes a line the same line on another day: outcome, attachment, provider and number; for
 * recorded units the fact, as a fact that becomes known later may come before it.
 */
function isSameLine(then: Earned, now: Earned): boolean {
  const { outcome } = now.placed;
  const isOfUnit = outcome.condition.is === 'each unit';
  if (!isOfUnit && then.number !== now.number) return false;
  if (then.placed !== now.placed && then.placed.outcome.name !== outcome.name) return false;
  if (isOfUnit && then.achievement.fact !== now.achievement.fact) return false;
  const { attachment } = then;
  const isOfOne =
    attachment === now.attachment ||
    (attachment.id === now.attachment.id && attachment.provider === now.attachment.provider);
  return isOfOne && then.isOthers === now.isOthers;
}
