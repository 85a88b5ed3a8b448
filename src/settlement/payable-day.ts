import type { DayNumber } from '../calendar/index.ts';
import { compareFractions, type Fraction, minFraction, zero } from '../money/index.ts';
import type { Admitted } from './admit.ts';
import { type Earned, type Evaluation, evaluate } from './evaluate.ts';
import { restsOnRecord, type Work } from './work.ts';

/** So much of a line, exact, had been earned by this day. */
export type Step = Readonly<{ payableOn: DayNumber; upTo: Fraction }>;

/** What a line is worth before rounding, and before it is shared with contributors. */
export type Worth = (earned: Earned) => Fraction;

/**
 * Step 5. For each line the first day by which the facts that stand today, as far as known and
 * verified by then, were already enough for it. Where what was enough then was for less money than
 * today, what is more has the later day from which it was earned, so that it takes no room from
 * lines that were paid before it.
 */
export function payableDays(
  today: Evaluation,
  admitted: Admitted,
  { work, worth }: Readonly<{ work: Work; worth: Worth }>,
): ReadonlyMap<Earned, readonly Step[]> {
  const known = knownDaysFor(work, admitted, today);
  const stretches = new Map<number, ReadonlyMap<string, Earned>>();
  const steps = new Map<Earned, readonly Step[]>();
  for (const earned of today.earned) steps.set(earned, stepsTo(earned));
  return steps;

  function stepsTo(earned: Earned): readonly Step[] {
    const { day, certainOn } = earned.achievement;
    const whole = worth(earned);
    const taken: Step[] = [];
    let at = known.findLastIndex((each) => each <= day);
    for (; at < known.length - 1; at += 1) {
      const then = at < 0 ? undefined : stretch(at).get(nameOf(earned));
      if (then === undefined) continue;
      const payableOn = Math.max(day, known[at] ?? day, then.achievement.certainOn);
      addStep(taken, { payableOn, upTo: minFraction(worth(then), whole) });
      if (compareFractions(taken.at(-1)?.upTo ?? zero, whole) >= 0) return taken;
    }
    addStep(taken, { payableOn: Math.max(day, known.at(-1) ?? day, certainOn), upTo: whole });
    return taken;
  }

  /** Between one day on which something became known and the next, the same is known. */
  function stretch(at: number): ReadonlyMap<string, Earned> {
    const before = stretches.get(at);
    if (before) return before;
    const knownBy = known[at] as DayNumber;
    const horizon = Math.min(work.asAt.trueBy, (known[at + 1] as DayNumber) - 1);
    const { earned } = evaluate(work, admitted, { knownBy, horizon, reading: 'firm' });
    const named = new Map(earned.map((each) => [nameOf(each), each]));
    stretches.set(at, named);
    return named;
  }
}

function addStep(taken: Step[], step: Step): void {
  const last = taken.at(-1);
  if (last === undefined || compareFractions(step.upTo, last.upTo) > 0) taken.push(step);
}

/** The days on which anything became known on which these lines could rest. */
function knownDaysFor(
  work: Work,
  admitted: Admitted,
  { earned }: Evaluation,
): readonly DayNumber[] {
  const restsOnRecords = earned.some(({ placed }) => restsOnRecord(placed.outcome));
  if (!restsOnRecords || work.completesKnownOn.length === 0) return admitted.knownDays;
  const days = new Set([...admitted.knownDays, ...work.completesKnownOn]);
  return [...days].sort((a, b) => a - b);
}

/**
 * What makes a line the same line on another day: outcome, attachment, provider and number; for
 * recorded units the fact, as a fact that becomes known later may come before it.
 */
function nameOf({ placed, attachment, achievement, number, isOthers }: Earned): string {
  const { name, condition } = placed.outcome;
  const which = condition.is === 'each unit' ? achievement.fact : number;
  return JSON.stringify([name, attachment.id, attachment.provider, which, isOthers]);
}
