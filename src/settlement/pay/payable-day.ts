import type { DayNumber } from '../../calendar/index.ts';
import { compareFractions, type Fraction, negate, zero } from '../../money/index.ts';
import {
  beginEvaluation,
  type Earned,
  type Evaluation,
  evaluateOutcome,
  type OpenEvaluation,
} from '../achieve/evaluate.ts';
import { findTier } from '../achieve/index.ts';
import { type Admitted, knownDaysOf } from '../admit/admit.ts';
import { restsOnRecord, type Work } from '../work.ts';

/** So much of a line, exact, had been earned by this day. */
export type Step = Readonly<{ payableOn: DayNumber; upTo: Fraction }>;

/** When a line was earned: the day by which there was enough for it, and its money step by step. */
export type Payable = Readonly<{ enoughOn: DayNumber; steps: readonly Step[] }>;

/** What a line is worth before rounding, and before it is shared with contributors. */
export type Worth = (earned: Earned) => Fraction;

/**
 * Step 5. For each line the first day by which the facts that stand today, as far as known and
 * verified by then, were already enough for it. A line may have grown: so much of its money as it
 * was worth on an earlier day has that day, and what was added has the day on which it was, so that
 * it takes no room from lines that were paid before it.
 */
export function payableDays(
  today: Evaluation,
  admitted: Admitted,
  { work, worth }: Readonly<{ work: Work; worth: Worth }>,
): ReadonlyMap<Earned, Payable> {
  const changes = new Map<string, readonly DayNumber[]>();
  const evaluations = new Map<string, OpenEvaluation>();
  const payable = new Map<Earned, Payable>();
  for (const earned of today.earned) payable.set(earned, payableFrom(earned));
  return payable;

  function payableFrom(earned: Earned): Payable {
    const { day, certainOn } = earned.achievement;
    const known = changesFor(earned.placed.outcome.name);
    const whole = worth(earned);
    const steps: Step[] = [];
    let enoughOn: DayNumber | undefined;
    let at = known.findLastIndex((each) => each <= day);
    for (; at < known.length - 1; at += 1) {
      const then = at < 0 ? undefined : findThen(earned, known[at] ?? day, known[at + 1] ?? day);
      if (then === undefined) continue;
      const payableOn = Math.max(day, known[at] ?? day, certainDay(then, earned));
      addStep(steps, { payableOn, upTo: atMost(worth(then), whole) });
      if (isEnough(then, earned)) enoughOn ??= payableOn;
      const isWhole = !isMore(whole, steps.at(-1)?.upTo ?? zero);
      if (isWhole && enoughOn !== undefined) return { enoughOn, steps };
    }
    const lastOn = Math.max(day, known.at(-1) ?? day, certainOn);
    addStep(steps, { payableOn: lastOn, upTo: whole });
    return { enoughOn: enoughOn ?? lastOn, steps };
  }

  function changesFor(name: string): readonly DayNumber[] {
    const before = changes.get(name);
    if (before) return before;
    const days = daysOfChange(name, today, { work, admitted });
    changes.set(name, days);
    return days;
  }

  /** The same line as it was from a day on, before the next on which anything could change it. */
  function findThen(earned: Earned, knownBy: DayNumber, next: DayNumber): Earned | undefined {
    const horizon = Math.min(work.asAt.trueBy, next - 1);
    const key = `${knownBy} ${horizon}`;
    const sight = { knownBy, horizon, reading: 'firm' } as const;
    const then = evaluations.get(key) ?? beginEvaluation(work, admitted, sight);
    evaluations.set(key, then);
    evaluateOutcome(then, earned.placed.outcome.name, work);
    return then.earned.find((each) => isSameLine(each, earned));
  }
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

function addStep(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (last === undefined || isMore(step.upTo, last.upTo)) steps.push(step);
}

/** So much of a sum, and no more than it; what the provider pays is below nothing. */
function atMost(part: Fraction, whole: Fraction): Fraction {
  return isMore(part, whole) ? whole : part;
}

/** Whether an amount is further from nothing than another. */
function isMore(one: Fraction, other: Fraction): boolean {
  return compareFractions(size(one), size(other)) > 0;
}

function size(amount: Fraction): Fraction {
  return amount.numerator < 0n ? negate(amount) : amount;
}

/** What was less, or in a lower tier, was not yet enough. What only had another price was. */
function isEnough(then: Earned, now: Earned): boolean {
  if (compareFractions(then.achievement.quantity, now.achievement.quantity) < 0) return false;
  const { score } = now.achievement;
  if (score === undefined) return true;
  const { price, condition } = now.placed.outcome;
  const tier = findTier(price, score);
  const before = then.achievement.score && findTier(price, then.achievement.score);
  if (tier === undefined || before === undefined) return false;
  const isLower = condition.is === 'scores' && condition.better === 'lower';
  const difference = compareFractions(before.least, tier.least);
  return isLower ? difference <= 0 : difference >= 0;
}

/**
 * The days on which anything became known on which an outcome could rest, or on which one of its
 * lines could first be said: until then another may have had its number.
 */
function daysOfChange(
  name: string,
  { earned }: Evaluation,
  { work, admitted }: Readonly<{ work: Work; admitted: Admitted }>,
): readonly DayNumber[] {
  const { knownBy } = work.asAt;
  const kinds = [...(work.kindsBehind.get(name) ?? [])];
  const chains = kinds.flatMap((kind) => admitted.byKind.get(kind) ?? []);
  const days = new Set(knownDaysOf(chains, knownBy));
  for (const { achievement, placed } of earned) {
    if (achievement.isPartial) days.add(achievement.certainOn);
    if (!restsOnRecord(placed.outcome)) continue;
    for (const day of work.completesKnownOn) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/**
 * What makes a line the same line on another day: outcome, attachment, provider and number; for
 * recorded units the fact, as a fact that becomes known later may come before it.
 */
function isSameLine(then: Earned, now: Earned): boolean {
  const { name, condition } = now.placed.outcome;
  const isOne =
    condition.is === 'each unit'
      ? then.achievement.fact === now.achievement.fact
      : then.number === now.number;
  return (
    isOne &&
    then.placed.outcome.name === name &&
    then.attachment.id === now.attachment.id &&
    then.attachment.provider === now.attachment.provider &&
    then.isOthers === now.isOthers
  );
}
