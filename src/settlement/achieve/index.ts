import type { Condition } from '../plan/plan.ts';
import { absent } from './absent.ts';
import type { Take } from './achievement.ts';
import { addsUp } from './adds-up.ts';
import { combined } from './combined.ts';
import { eachDay } from './each-day.ts';
import { eachUnit } from './each-unit.ts';
import { happens } from './happens.ts';
import { improves } from './improves.ts';
import { lasts } from './lasts.ts';
import type { Asking, Question } from './question.ts';
import { scores } from './scores.ts';

export { findEvent } from './absent.ts';
export type { Achievement } from './achievement.ts';
export { flowsOf } from './adds-up.ts';
export { firstOf } from './first-of.ts';
export { improvementsOf, scoreOf, scoresWithin, stepFrom } from './improves.ts';
export { longestOf, runsFor } from './lasts.ts';
export { nothingServed, type Question, type Served } from './question.ts';
export { findTier, isInTier } from './tiers.ts';

/**
 * Step 2. Tells the achievements of one instance of an outcome in the order of their days, until
 * there are as many as its terms allow. One before what it comes only after does not stand; the
 * next may.
 */
export function tellAchievements(question: Question, take: Take): void {
  const { notBefore, certainFrom, span } = question;
  if (notBefore === Number.POSITIVE_INFINITY || span.first > span.last) return;
  if (notBefore === Number.NEGATIVE_INFINITY && certainFrom === Number.NEGATIVE_INFINITY) {
    answer(question, take);
    return;
  }
  answer(question, (achievement) => {
    if (achievement.day < notBefore) return true;
    const isCertain = achievement.certainOn >= certainFrom;
    return take(isCertain ? achievement : { ...achievement, certainOn: certainFrom });
  });
}

function answer(question: Question, take: Take): void {
  const tell = tellers[question.condition.is] as (question: Question, take: Take) => void;
  tell(question, take);
}

const tellers: Readonly<{
  [Is in Condition['is']]: (asking: Asking<Is>, take: Take) => void;
}> = {
  happens,
  lasts,
  absent,
  improves,
  scores,
  'adds up': addsUp,
  'each day': eachDay,
  'each unit': eachUnit,
  'all of': combined,
  'any of': combined,
};
