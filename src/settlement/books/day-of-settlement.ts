import type { Day } from '../../calendar/index.ts';
import type { SettlementResult } from '../result.ts';

/** A settlement is booked on the first day on which all that it rests on was known. */
export function dayOfSettlement({
  asAt,
  knownAt,
}: Pick<SettlementResult, 'asAt' | 'knownAt'>): Day {
  return knownAt > asAt ? knownAt : asAt;
}
