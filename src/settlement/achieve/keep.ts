import type { DayNumber } from '../../calendar/index.ts';
import { zero } from '../../money/index.ts';
import type { Instance } from '../whose/instance.ts';
import { findOwner, type Ownership } from '../whose/ownership.ts';
import type { Attachment } from '../whose/roster.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';
import type { Asked } from './evaluate.ts';
import { type Achievement, achievementsOf, nothingServed, type Served } from './index.ts';
import type { Found } from './numbers.ts';

/**
 * Step 3. The achievements of one instance of an outcome that the version in force on their day,
 * and the group of their owner, keep, as many as its terms allow. One that is not kept is none, and
 * the next may be. Where several terms meet, a day or a sum that served a repeat under one of them
 * serves none under another: the earliest kept comes first, and the others begin after it.
 */
export function keep(asked: readonly Asked[], work: Work): readonly Found[] {
  const [only] = asked;
  const isShared = asked.length > 1 && asked.some(servesOnce);
  if (only === undefined || !isShared) return asked.flatMap((each) => [...keptOf(each, work)]);
  const found: Found[] = [];
  let served: Served = nothingServed;
  for (;;) {
    let next: Found | undefined;
    for (const each of asked) {
      const [first] = keptOf(each, work, served);
      if (first && (!next || first.achievement.day < next.achievement.day)) next = first;
    }
    if (next === undefined) return found;
    found.push(next);
    const { day, sum = zero } = next.achievement;
    served = { times: found.length, until: day, sum };
  }
}

/** Whether each repeat of it uses up days or a sum. */
function servesOnce({ placed }: Asked): boolean {
  const { is } = placed.outcome.condition;
  return is === 'lasts' || is === 'adds up';
}

function* keptOf(
  { stage, group, placed, instance, question }: Asked,
  work: Work,
  served: Served = nothingServed,
): Generator<Found> {
  if ('waitsFor' in question) return;
  const { times } = placed.outcome;
  const most = times === 'any' ? Number.POSITIVE_INFINITY : times;
  let kept = served.times;
  for (const achievement of achievementsOf({ ...question, served })) {
    if (kept >= most) return;
    const whose = findWhose(achievement, instance, stage.ownership);
    if (whose === undefined || whose.attachment.group !== group.group) continue;
    const days = { attachment: whose.attachment.day, outcome: achievement.day };
    if (versionInForce(work.plan, days) !== stage.version) continue;
    kept += 1;
    yield { achievement, instance, placed, group, version: stage.version, ...whose };
  }
}

function findWhose(
  { day }: Achievement,
  instance: Instance,
  ownership: readonly Ownership[],
): Readonly<{ attachment: Attachment; isOthers: boolean }> | undefined {
  const owner = findOwnerIn(instance, ownership, day);
  if (instance.scope !== 'attachment') return owner && { attachment: owner, isOthers: false };
  const [attachment] = instance.attachments;
  return attachment && { attachment, isOthers: owner?.id !== attachment.id };
}

/** The owner of a day; before anybody was attached, the first who is (of the referral). */
export function findOwnerIn(
  { attachments }: Instance,
  ownership: readonly Ownership[],
  day: DayNumber,
): Attachment | undefined {
  return findOwner(ownership, day) ?? attachments[0];
}
