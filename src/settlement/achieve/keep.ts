import type { DayNumber } from '../../calendar/index.ts';
import { zero } from '../../money/index.ts';
import type { Instance } from '../whose/instance.ts';
import { findOwner, type Ownership } from '../whose/ownership.ts';
import type { Attachment } from '../whose/roster.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';
import type { Asked } from './evaluate.ts';
import { nothingServed, type Served, tellAchievements } from './index.ts';
import type { Found } from './numbers.ts';

/**
 * Step 3. The achievements of one instance of an outcome that the version in force on their day,
 * and the group of their owner, keep, as many as its terms allow. One that is not kept is none, and
 * the next may be. Where several terms meet, a day or a sum that served a repeat under one of them
 * serves none under another: the earliest kept comes first, and the others begin after it.
 */
export function keep(asked: readonly Asked[], work: Work, found: Found[]): void {
  const isTogether = asked.length > 1 && asked.some(servesOnce);
  if (isTogether) {
    keepTogether(asked, work, found);
    return;
  }
  for (const each of asked) keepEach(each, work, found);
}

/** The same of one instance under one version's terms. */
export function keepEach(asked: Asked, work: Work, found: Found[]): void {
  tellKept(asked, work, (kept) => {
    found.push(kept);
    return true;
  });
}

function keepTogether(asked: readonly Asked[], work: Work, found: Found[]): void {
  let served: Served = nothingServed;
  const taken = asked.map(() => 0);
  for (;;) {
    let next: Readonly<{ kept: Found; at: number }> | undefined;
    for (const [at, each] of asked.entries()) {
      // What uses up no days is told again from its beginning: what was taken of it is passed over.
      let passed = servesOnce(each) ? 0 : (taken[at] ?? 0);
      const own = { ...served, times: served.times - passed };
      tellKept({ ...each, question: withServed(each.question, own) }, work, (kept) => {
        passed -= 1;
        if (passed >= 0) return true;
        if (!next || kept.achievement.day < next.kept.achievement.day) next = { kept, at };
        return false;
      });
    }
    if (next === undefined) return;
    const { kept, at } = next;
    taken[at] = (taken[at] ?? 0) + 1;
    found.push(kept);
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

/** Tells what is kept of the achievements of one instance under one version's terms. */
function tellKept(
  { stage, group, placed, instance, question }: Asked,
  { plan, bound }: Work,
  take: (found: Found) => boolean,
): void {
  if ('waitsFor' in question) return;
  const { times } = placed.outcome;
  const most = times === 'any' ? Number.POSITIVE_INFINITY : times;
  const { version } = stage;
  let kept = question.served.times;
  if (kept >= most) return;
  tellAchievements(question, (achievement) => {
    const owner = findOwnerIn(instance, stage.ownership, achievement.day);
    const attachment = instance.scope === 'attachment' ? instance.attachments[0] : owner;
    if (attachment === undefined || attachment.group !== group.group) return true;
    if (plan.versions.length > 1) {
      const days = { attachment: attachment.day, outcome: achievement.day };
      if (versionInForce(bound.planFor(attachment.provider), days) !== version) return true;
    }
    kept += 1;
    const isOthers = instance.scope === 'attachment' && owner?.id !== attachment.id;
    const number = kept;
    const found = { achievement, instance, placed, version, group, attachment, isOthers, number };
    return take(found) && kept < most;
  });
}

/** The owner of a day; before anybody was attached, the first who is (of the referral). */
export function findOwnerIn(
  { attachments }: Instance,
  ownership: readonly Ownership[],
  day: DayNumber,
): Attachment | undefined {
  return findOwner(ownership, day) ?? attachments[0];
}
