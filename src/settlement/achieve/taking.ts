import { one } from '../../money/index.ts';
import { findOwnerIn } from '../whose/instance.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';
import type { Achievement } from './achievement.ts';
import type { Found } from './numbers.ts';
import type { Question } from './question.ts';
import type { Asked, Stage } from './stage.ts';

/**
 * Takes the achievements of one instance of an outcome one after another, in the order of their
 * days, as many as there can be.
 */
export type Taking = Readonly<{
  asked: Asked;
  question: Question;
  stage: Stage;
  work: Work;
  /** Where they are put down, unless somebody is told of each and says whether to go on. */
  found: Found[];
  tell: ((found: Found) => boolean) | undefined;
  most: number;
  /** The place of the first of the same among those of the evaluation before. */
  before: number;
}> & {
  /** How many were kept. */
  kept: number;
};

/** Takes one that is whole, on the day on which it can be said; says whether to go on. */
export function takeOnDay(taking: Taking, from: number, day: number): boolean {
  const { notBefore, certainFrom } = taking.question;
  if (day < notBefore) return true;
  const certainOn = Math.max(day, certainFrom);
  const before = foundBefore(taking);
  if (before !== undefined) {
    const { achievement } = before;
    const isSame =
      achievement.day === day &&
      achievement.from === from &&
      achievement.certainOn === certainOn &&
      achievement.quantity === one;
    if (isSame) return put(taking, before);
  }
  return takeKept(taking, { from, day, certainOn, quantity: one });
}

/**
 * Takes one; says whether to go on. One before what it comes only after does not stand; the next
 * may.
 */
export function takeOne(taking: Taking, told: Achievement): boolean {
  const { notBefore, certainFrom } = taking.question;
  if (told.day < notBefore) return true;
  return takeKept(
    taking,
    told.certainOn >= certainFrom ? told : { ...told, certainOn: certainFrom },
  );
}

/** What the evaluation before had in this place of the same people: mostly it is the same. */
function foundBefore({ asked, stage, kept, before }: Taking): Found | undefined {
  const found = stage.earnedBefore?.[before + kept];
  if (found === undefined || found.placed !== asked.placed) return undefined;
  const isOfSame = found.instance === asked.instance && found.version === stage.version;
  return isOfSame && found.number === kept + 1 ? found : undefined;
}

function takeKept(taking: Taking, achievement: Achievement): boolean {
  const { asked, stage, work } = taking;
  const { group, placed, instance } = asked;
  const { version, ownership } = stage;
  const { plan, bound } = work;
  const owner = findOwnerIn(instance, ownership, achievement.day);
  const attachment = instance.scope === 'attachment' ? instance.attachments[0] : owner;
  if (attachment === undefined || attachment.group !== group.group) return true;
  if (plan.versions.length > 1) {
    const days = { attachment: attachment.day, outcome: achievement.day };
    if (versionInForce(bound.planFor(attachment.provider), days) !== version) return true;
  }
  const isOthers = instance.scope === 'attachment' && owner?.id !== attachment.id;
  const number = taking.kept + 1;
  const own = { achievement, instance, placed, version, group, attachment, isOthers, number };
  return put(taking, own);
}

function put(taking: Taking, own: Found): boolean {
  taking.kept += 1;
  if (taking.tell) return taking.tell(own) && taking.kept < taking.most;
  taking.found.push(own);
  return taking.kept < taking.most;
}
