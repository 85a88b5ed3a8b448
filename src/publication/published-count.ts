import { assert } from '../problem/index.ts';

/** The least count of which anything but its smallness is published. */
export const countLeast = 10;

const step = 5;

/** A count as the public sees it: about so many, or too few to say. */
export type PublishedCount =
  | Readonly<{ is: 'rounded'; about: number }>
  | Readonly<{ is: 'suppressed'; below: number }>;

/**
 * A count of 10 or more to the nearest 5, a smaller one not at all. Nothing is looked at but the
 * count itself, nought is as silent as nine, and one below nought (more was taken back in the
 * period than paid) is as silent as either.
 */
export function publishedCount(count: number): PublishedCount {
  assert(Number.isSafeInteger(count), 'a count is a whole number');
  if (count < countLeast) return { is: 'suppressed', below: countLeast };
  return { is: 'rounded', about: Math.round(count / step) * step };
}

/** The counts that are published alike: what a reader knows of one that was rounded. */
export function countsBehind(about: number): Readonly<{ least: number; most: number }> {
  return { least: Math.max(countLeast, about - 2), most: about + 2 };
}
