import type { Doubt } from '../wording/match.ts';
import { getPlaceType } from '../wording/place-types.ts';

/** Above this a guess helps nobody, and the place from which nothing fits is shown instead. */
export const guessCostMax = 90;

const vagueCost = 40;

/**
 * How little a guess explains: by the length of the words that it doubts, more so where they had
 * been understood as something else, and where nothing can be said of what is wrong with them.
 */
export function guessCost(doubts: readonly Doubt[], understoodTo: number): number {
  return doubts.reduce((sum, { at, type }) => {
    const isFree = type === 'words' || type === 'party';
    const swallowed = isFree ? 0 : Math.max(0, Math.min(understoodTo, at.to) - at.from);
    const vague = getPlaceType(type).complain === undefined ? vagueCost : 0;
    return sum + (at.to - at.from) + 3 * swallowed + vague;
  }, 0);
}
