import { compareFractions } from '../../money/index.ts';
import type { Earned, Evaluation } from './stage.ts';

/**
 * What would be achieved if every fact that is claimed, waiting or not selected were verified, and
 * is not achieved without. Its numbers go on from those achieved.
 */
export function waitingFor(claimed: Evaluation, firm: Evaluation): readonly Earned[] {
  if (isAlike(claimed.earned, firm.earned)) return [];
  const waiting: Earned[] = [];
  const begun: Earned[] = [];
  for (const each of claimed.earned) {
    if (begun.some((other) => isSameOutcome(each, other))) continue;
    begun.push(each);
    const own = claimed.earned.filter((other) => isSameOutcome(each, other));
    const sure = firm.earned.filter((other) => isSameOutcome(each, other));
    const more = each.achievement.month ? newMonths(own, firm.earned) : further(own, sure);
    for (const one of more) waiting.push(one);
  }
  return waiting.length === 0 ? waiting : numberedOn(waiting, firm.earned);
}

/** What is claimed mostly adds nothing: then the same is achieved in the same order. */
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

function isSameOutcome(a: Earned, b: Earned): boolean {
  return (
    a.placed.outcome.name === b.placed.outcome.name &&
    a.attachment.id === b.attachment.id &&
    a.isOthers === b.isOthers
  );
}

/** A month with a sure line, if only of days that were another's, has its line already. */
function newMonths(claimed: readonly Earned[], firm: readonly Earned[]): readonly Earned[] {
  return claimed.filter((each) => !firm.some((other) => hasNumber(other, each, each.number)));
}

function hasNumber(
  sure: Earned,
  { placed, attachment }: Earned,
  number: Earned['number'],
): boolean {
  return (
    sure.number === number &&
    sure.placed.outcome.name === placed.outcome.name &&
    sure.attachment.id === attachment.id
  );
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
  const taken = [...sure];
  return waiting.map((each) => {
    let { number } = each;
    const isTaken = () => taken.some((other) => hasNumber(other, each, number));
    while (typeof number === 'number' && isTaken()) number += 1;
    const numbered = { ...each, number };
    taken.push(numbered);
    return numbered;
  });
}
