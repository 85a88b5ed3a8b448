import type { ColumnSource } from './column-source.ts';
import type { FactSource } from './fact-source.ts';
import type { Cut } from './number-column.ts';
import { referenceAt } from './reference-column.ts';
import { compareTexts } from './standing.ts';

/** Two participants, the first of whom does not come after the last. */
export type Ends = Readonly<{ first: string; last: string }>;

/** Where the participants from one to another stand in a source, which may not have these two. */
export function placesBetween(source: FactSource | ColumnSource, { first, last }: Ends): Cut {
  const find = (isBefore: (name: string) => boolean): number => {
    let [from, to] = [0, source.participantCount];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (isBefore(nameAt(source, middle))) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    from: find((name) => compareTexts(name, first) < 0),
    to: find((name) => compareTexts(name, last) <= 0),
  };
}

/** The reference of a participant, without its facts where these are by column. */
export function nameAt(source: FactSource | ColumnSource, at: number): string {
  return 'columns' in source
    ? referenceAt(source.columns.participants, at)
    : source.participantAt(at).participant;
}
