import { uuidOf } from '../../store/facts/index.ts';
import type { FactIds } from './fact-ids.ts';

const length = 16;

/** Between which two ids those lie of the facts of the first so many rows. */
export function idsOfRows({ day, first }: FactIds, rows: number): { first: string; last: string } {
  const ids = Buffer.alloc(2 * length, 0xff).fill(0, 0, length);
  for (const [at, line] of [1, rows].entries()) {
    ids.writeUInt16BE(day, at * length);
    ids.writeUInt32BE(first + line, at * length + 2);
  }
  return { first: uuidOf(ids.subarray(0, length)), last: uuidOf(ids.subarray(length)) };
}
