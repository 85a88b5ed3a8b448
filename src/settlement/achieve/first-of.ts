import { areTogether, type Instance } from '../whose/instance.ts';
import type { First } from './question.ts';
import type { Earned } from './stage.ts';

/**
 * The first time an outcome was achieved in the same scope, whoever is paid for it. Where every day
 * counts, that is the first day that did, not the last of its month.
 */
export function firstOf(
  name: string,
  instance: Instance,
  earned: readonly Earned[],
): First | undefined {
  let first: First | undefined;
  for (const { placed, instance: other, achievement } of earned) {
    if (placed.outcome.name !== name || !areTogether(other, instance)) continue;
    const { from, day, certainOn, month } = achievement;
    const on = month === undefined ? day : from;
    if (first === undefined || on < first.day) {
      first = { day: on, certainOn: certainOn > day ? certainOn : on };
    }
  }
  return first;
}
