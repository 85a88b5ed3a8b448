import { zero } from '../../money/index.ts';
import type { Work } from '../work.ts';
import { tellAchievements } from './index.ts';
import type { Found } from './numbers.ts';
import { nothingServed, type Served } from './question.ts';
import type { Asked, Earned, Stage } from './stage.ts';

/** More often than anything is achieved. */
export const manyTimes = 0x7fffffff;

/** Under what achievements are kept, and where they are put. */
export type Keeping = Readonly<{ work: Work; stages: readonly Stage[]; found: Found[] }>;

/**
 * Step 3. The achievements of one instance of an outcome that the version in force on their day,
 * and the group of their owner, keep, as many as its terms allow. One that is not kept is none, and
 * the next may be. Where several terms meet, a day or a sum that served a repeat under one of them
 * serves none under another: the earliest kept comes first, and the others begin after it.
 */
export function keep(asked: readonly Asked[], keeping: Keeping): void {
  const isTogether = asked.length > 1 && asked.some(servesOnce);
  if (isTogether) {
    keepTogether(asked, keeping);
    return;
  }
  for (const each of asked) keepEach(each, keeping);
}

/** The same of one instance under one version's terms. */
export function keepEach(asked: Asked, keeping: Keeping): void {
  tellKept(asked, keeping);
}

function keepTogether(asked: readonly Asked[], keeping: Keeping): void {
  let served: Served = nothingServed;
  const taken = asked.map(() => 0);
  for (;;) {
    let next: Readonly<{ kept: Found; at: number }> | undefined;
    for (const [at, each] of asked.entries()) {
      // What uses up no days is told again from its beginning: what was taken of it is passed over.
      let passed = servesOnce(each) ? 0 : (taken[at] ?? 0);
      const own = { ...served, times: served.times - passed };
      tellKept({ ...each, question: withServed(each.question, own) }, keeping, (kept) => {
        passed -= 1;
        if (passed >= 0) return true;
        if (!next || kept.achievement.day < next.kept.achievement.day) next = { kept, at };
        return false;
      });
    }
    if (next === undefined) return;
    const { kept, at } = next;
    taken[at] = (taken[at] ?? 0) + 1;
    keeping.found.push(kept);
    const { day, sum = zero } = kept.achievement;
    served = { times: served.times + 1, until: day, sum };
  }
}

function withServed(question: Asked['question'], served: Served): Asked['question'] {
  return 'waitsFor' in question ? question : { ...question, served };
}

/** Whether each repeat of it uses up days or a sum. */
function servesOnce({ placed }: Asked): boolean {
  const { is } = placed.outcome.condition;
  return is === 'lasts' || is === 'adds up';
}

/**
 * Tells what is kept of the achievements of one instance under one version's terms; all of it is
 * put down where nobody is to be told.
 */
function tellKept(
  asked: Asked,
  { work, stages, found }: Keeping,
  tell?: (found: Found) => boolean,
): void {
  const { question } = asked;
  if ('waitsFor' in question) return;
  const { times } = asked.placed.outcome;
  const most = times === 'any' ? manyTimes : times;
  const kept = question.served.times;
  if (kept >= most) return;
  const stage = stages[asked.at] as Stage;
  const before = firstOfSame(asked, stage.earnedBefore);
  tellAchievements(question, stage, {
    asked,
    question,
    stage,
    work,
    found,
    tell,
    most,
    before,
    kept,
  });
}

/** The place of the first that was earned of the same; none after all that was. */
function firstOfSame({ placed, instance }: Asked, earned: readonly Earned[] = nothingEarned) {
  let at = 0;
  for (; at < earned.length; at += 1) {
    const each = earned[at] as Earned;
    if (each.placed === placed && each.instance === instance) break;
  }
  return at;
}

const nothingEarned: readonly Earned[] = [];
