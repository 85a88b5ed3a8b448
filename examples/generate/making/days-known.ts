import { type DayNumber, type Span, union } from '../../../src/calendar/index.ts';
import type { Draft } from './recorder.ts';

/** True by a day, known by a day. */
export type Asked = Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;

/** The days of one kind that verified facts show as far as known. Reckoned here, not by the engine. */
export function daysKnown(drafts: readonly Draft[], kind: string, asked: Asked): readonly Span[] {
  const known = drafts.filter((draft) => knownOn(draft) <= asked.knownBy);
  const replaced = new Set(known.flatMap(({ replaces }) => (replaces ? [replaces] : [])));
  const standing = known.filter((draft) => !replaced.has(draft) && draft.kind === kind);
  const spans = standing.flatMap((draft) => {
    const { from, state = 'verified' } = draft;
    const last = Math.min(draft.to ?? knownOn(draft), asked.trueBy);
    if (from === undefined || last < from || state !== 'verified') return [];
    return [{ first: from, last }];
  });
  return union(spans);
}

function knownOn({ known, day, to }: Draft): DayNumber {
  return known ?? day ?? to ?? 0;
}
