import type { ColumnSource, FactSource } from './fact-source.ts';
import { referenceAt } from './reference-column.ts';

/** The facts of some participants alone, and those of nobody. */
export function onlyThese(
  source: FactSource | ColumnSource,
  participants: ReadonlySet<string>,
): FactSource {
  const nameAt = (at: number) =>
    'columns' in source
      ? referenceAt(source.columns.participants, at)
      : source.participantAt(at).participant;
  const places: number[] = [];
  for (let at = 0; at < source.participantCount; at += 1) {
    if (participants.has(nameAt(at))) places.push(at);
  }
  return {
    participantCount: places.length,
    participantAt: (index) => source.participantAt(places[index] as number),
    others: source.others,
  };
}
