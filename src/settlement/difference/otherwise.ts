import type { SettlementResult } from '../result.ts';
import { sumOfPortions } from './change.ts';
import { type MovedLine, movedLines, portionsOf } from './moved-lines.ts';

/** Lines that come out otherwise for the days of an earlier settlement, and by how much in all. */
export type Otherwise = Readonly<{
  lines: number;
  first: string;
  /** In smallest units; less than nothing where it is less now. */
  more: bigint;
  currency: string;
}>;

/**
 * Whether the same terms and engine come to other money for the days of a settlement than they did:
 * then the facts of those days, or its file, are others. Under other terms or another engine that is
 * no wonder, and nothing is said.
 */
export function findOtherwise(
  anew: SettlementResult,
  previous: SettlementResult,
): Otherwise | undefined {
  if (anew.contract !== previous.contract || anew.engine !== previous.engine) return undefined;
  const moved = movedLines(anew, previous).filter(({ isChange }) => isChange);
  const [first] = moved;
  if (first === undefined) return undefined;
  const more = moved.reduce((sum, line) => sum + moreOf(line), 0n);
  return { lines: moved.length, first: first.name, more, currency: anew.currency };
}

function moreOf({ was, now }: MovedLine): bigint {
  const sum = (seen: MovedLine['now']) => (seen ? sumOfPortions(portionsOf(seen.line)) : 0n);
  return sum(now) - sum(was);
}
