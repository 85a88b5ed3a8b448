import { never } from '../plan/open-days.ts';
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
import type { Stage } from './stage.ts';

export { findEvent } from './absent.ts';
export type { Achievement } from './achievement.ts';
export { flowsOf } from './adds-up.ts';
export { firstOf } from './first-of.ts';
export { improvementsOf, scoreOf, scoresWithin, stepFrom } from './improves.ts';
export { longestOf, runsFor } from './lasts.ts';
export type { Question } from './question.ts';
export { findTier, isInTier } from './tiers.ts';

/**
 * Step 2. Tells the achievements of one instance of an outcome in the order of their days, until
 * there are as many as its terms allow.
 */
export function tellAchievements(question: Question, stage: Stage, take: Take): void {
  const { notBefore, span, condition } = question;
  if (notBefore === never || span.first > span.last) return;
  const tell = tellers[condition.is] as (question: Question, stage: Stage, take: Take) => void;
  tell(question, stage, take);
}

const tellers: Readonly<{
  [Is in Condition['is']]: (asking: Asking<Is>, stage: Stage, take: Take) => void;
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
