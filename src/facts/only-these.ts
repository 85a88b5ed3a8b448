import type { ColumnSource } from './column-source.ts';
import type { FactSource } from './fact-source.ts';
import type { Cut } from './number-column.ts';
import { nameAt } from './places-between.ts';

/**
 * The facts of some participants alone, of whom all stand between two places where these are given;
 * and those of nobody.
 */
export function onlyThese(
  source: FactSource | ColumnSource,
  participants: ReadonlySet<string>,
  { from, to }: Cut = { from: 0, to: source.participantCount },
): FactSource {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (participants.has(nameAt(source, at))) places.push(at);
  }
  return {
    participantCount: places.length,
    participantAt: (index) => source.participantAt(places[index] as number),
    others: source.others,
  };
}
