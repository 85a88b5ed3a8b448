import { compareFractions } from '../../money/index.ts';
import type { Earned, Evaluation } from './evaluate.ts';

/**
 * What would be achieved if every fact that is claimed, waiting or not selected were verified, and
 * is not achieved without. Its numbers go on from those achieved.
 */
export function waitingFor(claimed: Evaluation, firm: Evaluation): readonly Earned[] {
  if (isAlike(claimed.earned, firm.earned)) return [];
  const waiting: Earned[] = [];
  const outcomes = new Map<string, Earned[]>();
  for (const each of claimed.earned) {
    const key = whoseOf(each);
    const own = outcomes.get(key);
    if (own) own.push(each);
    else outcomes.set(key, [each]);
  }
  for (const [key, own] of outcomes) {
    const sure = firm.earned.filter((each) => whoseOf(each) === key);
    waiting.push(...(own[0]?.achievement.month ? newMonths(own, firm.earned) : further(own, sure)));
  }
  return numberedOn(waiting, firm.earned);
}

/** What is claimed mostly adds nothing: then the same is achieved by the same, in the same order. */
function isAlike(claimed: readonly Earned[], firm: readonly Earned[]): boolean {
  if (claimed.length !== firm.length) return false;
  return claimed.every((each, at) => {
    const other = firm[at] as Earned;
    return (
      each.placed === other.placed &&
      each.attachment === other.attachment &&
      each.isOthers === other.isOthers &&
      each.number === other.number &&
      each.achievement.month === other.achievement.month
    );
  });
}

function whoseOf({ placed, attachment, isOthers }: Earned): string {
  return JSON.stringify([placed.outcome.name, attachment.id, isOthers]);
}

/** A month with a sure line, if only of days that were another's, has its line already. */
function newMonths(claimed: readonly Earned[], firm: readonly Earned[]): readonly Earned[] {
  const nameOf = ({ placed, attachment, number }: Earned) =>
    JSON.stringify([placed.outcome.name, attachment.id, number]);
  const sure = new Set(firm.map(nameOf));
  return claimed.filter((each) => !sure.has(nameOf(each)));
}

/** As many as there are more, and of these the last that are not on the day of a sure one. */
function further(claimed: readonly Earned[], sure: readonly Earned[]): readonly Earned[] {
  const more = claimed.length - sure.length;
  if (more <= 0) return [];
  const left = [...sure];
  const unmatched = claimed.filter((each) => {
    const match = left.findIndex((other) => isSame(each, other));
    if (match >= 0) left.splice(match, 1);
    return match < 0;
  });
  return unmatched.slice(-more);
}

function isSame({ achievement }: Earned, { achievement: other }: Earned): boolean {
  return (
    achievement.day === other.day && compareFractions(achievement.quantity, other.quantity) === 0
  );
}

/** Each keeps the number it would have, unless a sure one has it: then it takes the next free. */
function numberedOn(waiting: readonly Earned[], sure: readonly Earned[]): readonly Earned[] {
  const keyOf = ({ placed, attachment }: Earned, number: number | string) =>
    JSON.stringify([placed.outcome.name, attachment.id, number]);
  const taken = new Set(sure.map((each) => keyOf(each, each.number)));
  return waiting.map((each) => {
    let { number } = each;
    while (typeof number === 'number' && taken.has(keyOf(each, number))) number += 1;
    taken.add(keyOf(each, number));
    return { ...each, number };
  });
}
