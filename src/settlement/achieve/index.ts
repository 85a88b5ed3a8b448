import { absent } from './absent.ts';
import type { Achievement } from './achievement.ts';
import { addsUp } from './adds-up.ts';
import { combined } from './combined.ts';
import { eachDay } from './each-day.ts';
import { eachUnit } from './each-unit.ts';
import { happens } from './happens.ts';
import { improves } from './improves.ts';
import { lasts } from './lasts.ts';
import type { Question } from './question.ts';
import { scores } from './scores.ts';

export { findEvent } from './absent.ts';
export type { Achievement } from './achievement.ts';
export { flowsOf } from './adds-up.ts';
export { improvementsOf, scoreOf, scoresWithin, stepFrom } from './improves.ts';
export { longestOf, runsFor } from './lasts.ts';
export { type First, nothingServed, type Question, type Served } from './question.ts';
export { findTier, isInTier } from './tiers.ts';

/**
 * Step 2. The achievements of one instance of an outcome, in the order of their days, however often
 * its terms allow them. One before what it comes only after does not stand; the next may.
 */
export function* achievementsOf(question: Question): Generator<Achievement> {
  const { notBefore, certainFrom, span } = question;
  if (notBefore === Number.POSITIVE_INFINITY || span.first > span.last) return;
  for (const achievement of answersTo(question)) {
    if (achievement.day < notBefore) continue;
    const certainOn = Math.max(achievement.certainOn, certainFrom);
    yield certainOn === achievement.certainOn ? achievement : { ...achievement, certainOn };
  }
}

function answersTo(question: Question): Iterable<Achievement> {
  const { condition } = question.outcome;
  switch (condition.is) {
    case 'happens':
      return happens({ ...question, condition });
    case 'lasts':
      return lasts({ ...question, condition });
    case 'absent':
      return absent({ ...question, condition });
    case 'improves':
      return improves({ ...question, condition });
    case 'scores':
      return scores({ ...question, condition });
    case 'adds up':
      return addsUp({ ...question, condition });
    case 'each day':
      return eachDay({ ...question, condition });
    case 'each unit':
      return eachUnit({ ...question, condition });
    case 'all of':
    case 'any of':
      return combined({ ...question, condition });
  }
}
