import type { DayNumber } from '../calendar/index.ts';
import { compareFractions } from '../money/index.ts';
import { findTier } from './achieve/index.ts';
import type { Admitted } from './admit.ts';
import { type Earned, type Evaluation, evaluate } from './evaluate.ts';
import type { Work } from './work.ts';

/**
 * Step 5. The first day by which the facts that stand today, as far as known and verified by then,
 * were already enough for each line. Between one day on which something became known and the next,
 * the same is known; so each such stretch is worked out once, when the first line asks for it.
 */
export function payableDays(
  work: Work,
  admitted: Admitted,
  today: Evaluation,
): ReadonlyMap<Earned, DayNumber> {
  const known = knownDaysFor(work, admitted, today);
  const stretches = new Map<number, ReadonlyMap<string, Earned>>();
  const days = new Map<Earned, DayNumber>();
  for (const earned of today.earned) days.set(earned, payableDayOf(earned));
  return days;

  function payableDayOf(earned: Earned): DayNumber {
    const { day } = earned.achievement;
    let at = known.findLastIndex((each) => each <= day);
    for (; at < known.length - 1; at += 1) {
      const then = at < 0 ? undefined : stretch(at).get(nameOf(earned));
      if (then === undefined || !isEnough(then, earned)) continue;
      return Math.max(day, known[at] ?? day, then.achievement.certainOn);
    }
    return Math.max(day, known.at(-1) ?? day, earned.achievement.certainOn);
  }

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

/** The days on which anything became known on which these lines could rest. */
function knownDaysFor(
  work: Work,
  admitted: Admitted,
  { earned }: Evaluation,
): readonly DayNumber[] {
  const restsOnRecords = earned.some(({ placed }) => placed.outcome.condition.is === 'absent');
  if (!restsOnRecords || work.completesKnownOn.length === 0) return admitted.knownDays;
  const days = new Set([...admitted.knownDays, ...work.completesKnownOn]);
  return [...days].sort((a, b) => a - b);
}

/**
 * What makes a line the same line on another day: outcome, attachment, provider and number. A line
 * of recorded units is the same as long as its fact is.
 */
function nameOf({ placed, attachment, achievement, number, isOthers }: Earned): string {
  const { name, condition } = placed.outcome;
  const which = condition.is === 'each unit' ? achievement.fact : number;
  return JSON.stringify([name, attachment.id, attachment.provider, which, isOthers]);
}

/** A line of less, or in a lower tier, was not yet enough for one of more. */
function isEnough(then: Earned, now: Earned): boolean {
  if (compareFractions(then.achievement.quantity, now.achievement.quantity) < 0) return false;
  const { price, condition } = now.placed.outcome;
  const score = now.achievement.score;
  if (score === undefined) return true;
  const tier = findTier(price, score);
  const tierThen = then.achievement.score && findTier(price, then.achievement.score);
  if (tier === undefined || tierThen === undefined) return false;
  const isLower = condition.is === 'scores' && condition.better === 'lower';
  const difference = compareFractions(tierThen.least, tier.least);
  return isLower ? difference <= 0 : difference >= 0;
}
