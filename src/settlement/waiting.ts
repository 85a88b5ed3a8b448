import { compareFractions } from '../money/index.ts';
import type { Earned, Evaluation } from './evaluate.ts';

/**
 * What would be achieved if every fact that is claimed, waiting or not selected were verified, and
 * is not achieved without. Its numbers go on from those achieved.
 */
export function waitingFor(claimed: Evaluation, firm: Evaluation): readonly Earned[] {
  const waiting: Earned[] = [];
  const instances = new Map<string, Earned[]>();
  for (const each of claimed.earned) {
    const key = instanceOf(each);
    const own = instances.get(key);
    if (own) own.push(each);
    else instances.set(key, [each]);
  }
  for (const [key, own] of instances) {
    const sure = firm.earned.filter((each) => instanceOf(each) === key);
    waiting.push(...(own[0]?.achievement.month ? newMonths(own, sure) : further(own, sure)));
  }
  return numberedOn(waiting, firm.earned);
}

function instanceOf({ placed, instance }: Earned): string {
  return JSON.stringify([placed.outcome.name, instance.scope, instance.key]);
}

function newMonths(claimed: readonly Earned[], sure: readonly Earned[]): readonly Earned[] {
  const isKnown = (each: Earned) =>
    sure.some(
      (other) => other.number === each.number && other.attachment.id === each.attachment.id,
    );
  return claimed.filter((each) => !isKnown(each));
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

function numberedOn(waiting: readonly Earned[], sure: readonly Earned[]): readonly Earned[] {
  const last = new Map<string, number>();
  const keyOf = ({ placed, attachment }: Earned) => `${placed.outcome.name}|${attachment.id}`;
  for (const each of sure) {
    if (typeof each.number !== 'number') continue;
    last.set(keyOf(each), Math.max(last.get(keyOf(each)) ?? 0, each.number));
  }
  return waiting.map((each) => {
    if (typeof each.number !== 'number') return each;
    const number = (last.get(keyOf(each)) ?? 0) + 1;
    last.set(keyOf(each), number);
    return { ...each, number };
  });
}
