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

/** The id of the fact of a row. */
export function factId({ day, first }: FactIds, line: number): Buffer {
  assert(line >= 0 && line < linesMost, 'a row has a number of four bytes');
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const id = Buffer.from(chance.subarray(used, used + length));
  used += length;
  id.writeUInt16BE(day, 0);
  id.writeUInt32BE(first + line, 2);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x80, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return id;
}

/** The row of a fact that came in with these. */
export function lineOf({ first }: FactIds, id: string): number {
  return Number.parseInt(id.slice(4, 8) + id.slice(9, 13), 16) - first;
}
