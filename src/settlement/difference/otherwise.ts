import type { SettlementResult } from '../result.ts';
import { sumOfPortions } from './change.ts';
import { movedLines, portionsOf, type SeenLine } from './moved-lines.ts';

/** A line that comes out otherwise for the days of an earlier settlement, in smallest units. */
export type Otherwise = Readonly<{
  line: string;
  participant?: string;
  was: bigint;
  now: bigint;
}>;

/**
 * The lines for which the same terms and engine come to other money for the days of a settlement
 * than they did: then the facts of those days, or its file, are others. Under other terms or
 * another engine that is no wonder, and nothing is said.
 */
export function findOtherwise(
  anew: SettlementResult,
  previous: SettlementResult,
): readonly Otherwise[] {
  if (anew.contract !== previous.contract || anew.engine !== previous.engine) return [];
  const moved = movedLines(anew, previous).filter(({ isChange }) => isChange);
  return moved.map(({ name, line: { participant }, was, now }) => ({
    line: name,
    ...(participant === undefined ? {} : { participant }),
    was: sumOf(was),
    now: sumOf(now),
  }));
}

function sumOf(seen: SeenLine | undefined): bigint {
  return seen ? sumOfPortions(portionsOf(seen.line)) : 0n;
}
