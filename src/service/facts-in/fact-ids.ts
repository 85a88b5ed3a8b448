import { randomFillSync, randomInt } from 'node:crypto';
import type { DayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';

/**
 * How the ids of facts that come in together are made: sixteen bytes as version 8 of RFC 9562 has
 * them, of which two are the day of the stamp, four the row counted from a number drawn for these
 * facts, and all the rest is chance. So those that come together lie together in the indexes, and
 * an id tells nothing that the day of the stamp and the order of arrival do not.
 */
export type FactIds = Readonly<{ day: DayNumber; first: number }>;

// Rows are counted below as many again, so that the count never runs over.
const linesMost = 2 ** 31;

export function drawFactIds(day: DayNumber): FactIds {
  assert(day > 0 && day < 2 ** 16, 'the day of a stamp has two bytes');
  return { day, first: randomInt(linesMost) };
}

const length = 16;
const chance = Buffer.allocUnsafe(1024 * length);
let used = chance.length;

/** Writes the id of the fact of a row. */
export function writeFactId({ day, first }: FactIds, line: number, id: Uint8Array): void {
  assert(line >= 0 && line < linesMost, 'a row has a number of four bytes');
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const number = first + line;
  id[0] = day >>> 8;
  id[1] = day;
  id[2] = number >>> 24;
  id[3] = number >>> 16;
  id[4] = number >>> 8;
  id[5] = number;
  for (let at = 6; at < length; at += 1) id[at] = chance[used + at] as number;
  id[6] = ((id[6] as number) & 0x0f) | 0x80;
  id[8] = ((id[8] as number) & 0x3f) | 0x80;
  used += length;
}

/** The row of a fact that came in with these. */
export function lineOf({ first }: FactIds, id: string): number {
  return Number.parseInt(id.slice(4, 8) + id.slice(9, 13), 16) - first;
}
