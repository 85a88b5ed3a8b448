import { zero } from '../../money/index.ts';
import { findOwnerIn } from '../whose/instance.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';
import { tellAchievements } from './index.ts';
import type { Found } from './numbers.ts';
import { nothingServed, type Served } from './question.ts';
import type { Asked, Stage } from './stage.ts';

/** More often than anything is achieved. */
const manyTimes = 0x7fffffff;

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
 * put down where nobody is to be told. One before what it comes only after does not stand; the next
 * may.
 */
function tellKept(
  { at, group, placed, instance, question }: Asked,
  { work: { plan, bound }, stages, found }: Keeping,
  take?: (found: Found) => boolean,
): void {
  if ('waitsFor' in question) return;
  const { times } = placed.outcome;
  const most = times === 'any' ? manyTimes : times;
  const stage = stages[at] as Stage;
  const { version, ownership } = stage;
  const { notBefore, certainFrom, served } = question;
  let kept = served.times;
  if (kept >= most) return;
  tellAchievements(question, stage, (told) => {
    if (told.day < notBefore) return true;
    const achievement = told.certainOn >= certainFrom ? told : { ...told, certainOn: certainFrom };
    const owner = findOwnerIn(instance, ownership, achievement.day);
    const attachment = instance.scope === 'attachment' ? instance.attachments[0] : owner;
    if (attachment === undefined || attachment.group !== group.group) return true;
    if (plan.versions.length > 1) {
      const days = { attachment: attachment.day, outcome: achievement.day };
      if (versionInForce(bound.planFor(attachment.provider), days) !== version) return true;
    }
    kept += 1;
    const isOthers = instance.scope === 'attachment' && owner?.id !== attachment.id;
    const number = kept;
    const own = { achievement, instance, placed, version, group, attachment, isOthers, number };
    if (take) return take(own) && kept < most;
    found.push(own);
    return kept < most;
  });
}
