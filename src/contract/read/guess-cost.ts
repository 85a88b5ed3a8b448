import type { Placed } from '../wording/match.ts';

/** Above this a guess helps nobody, and the place from which nothing fits is shown instead. */
export const guessCostMax = 90;

const vagueCost = 40;

/**
 * How little a guess explains: by the length of the words of which it complains, more so where
 * they had been understood as something else, and where it cannot say what is wrong with them.
 */
export function guessCost(complaints: readonly Placed[], understoodTo: number): number {
  return complaints.reduce((sum, { at, code }) => {
    const isFree = code.startsWith('words.');
    const swallowed = isFree ? 0 : Math.max(0, Math.min(understoodTo, at.to) - at.from);
    const vague = code === 'sentence.value_not_understood' ? vagueCost : 0;
    return sum + (at.to - at.from) + 3 * swallowed + vague;
  }, 0);
}
