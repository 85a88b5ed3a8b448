import { never } from '../plan/open-days.ts';
import { absent } from './absent.ts';
import { addsUp } from './adds-up.ts';
import { combined } from './combined.ts';
import { eachDay } from './each-day.ts';
import { eachUnit } from './each-unit.ts';
import { happens } from './happens.ts';
import { improves } from './improves.ts';
import { lasts } from './lasts.ts';
import type { Question } from './question.ts';
import { scores } from './scores.ts';
import type { Stage } from './stage.ts';
import type { Taking } from './taking.ts';

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
export function tellAchievements(question: Question, stage: Stage, taking: Taking): void {
  const { notBefore, span, condition } = question;
  if (notBefore === never || span.first > span.last) return;
  // The kind of its condition says which it is. One table of functions, looked up by name, is slow.
  const asking = question as never;
  switch (condition.is) {
    case 'happens':
      happens(asking, stage, taking);
      return;
    case 'lasts':
      lasts(asking, stage, taking);
      return;
    case 'absent':
      absent(asking, stage, taking);
      return;
    case 'improves':
      improves(asking, stage, taking);
      return;
    case 'scores':
      scores(asking, stage, taking);
      return;
    case 'adds up':
      addsUp(asking, stage, taking);
      return;
    case 'each day':
      eachDay(asking, stage, taking);
      return;
    case 'each unit':
      eachUnit(asking, stage, taking);
      return;
    case 'all of':
    case 'any of':
      combined(asking, stage, taking);
  }
}
