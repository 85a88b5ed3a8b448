import type { DayNumber } from '../../calendar/index.ts';
import type { Chain, Fact } from '../../facts/index.ts';

/**
 * The one that stood on a day for what is one stretch today: the last that was known by then, even
 * where one before it became known later. Undefined where none was known, or it was withdrawn.
 */
export function findStanding(chain: Chain, knownBy: DayNumber): Fact | undefined {
  const [only] = chain;
  if (chain.length === 1 && only !== undefined) {
    return only.known <= knownBy && only.kind !== 'withdrawn' ? only : undefined;
  }
  const last = chain.findLast(({ known }) => known <= knownBy);
  return last?.kind === 'withdrawn' ? undefined : last;
}
