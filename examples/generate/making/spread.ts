import type { Chance } from '../../../src/chance/index.ts';

/** Shares whole claims over people: each has one at least, and none more than the most. */
export function spread(
  chance: Chance,
  { people, claims, most }: Readonly<{ people: number; claims: number; most: number }>,
): number[] {
  const counts = Array.from({ length: people }, () => 1);
  for (let left = claims - people; left > 0; ) {
    const at = chance.whole(0, people - 1);
    if ((counts[at] ?? most) >= most) continue;
    counts[at] = (counts[at] ?? 0) + 1;
    left -= 1;
  }
  return counts;
}

/** So many different whole numbers from a range, in order. */
export function distinct(
  chance: Chance,
  count: number,
  [min, max]: readonly [number, number],
): number[] {
  const found = new Set<number>();
  while (found.size < count) found.add(chance.whole(min, max));
  return [...found].sort((a, b) => a - b);
}
