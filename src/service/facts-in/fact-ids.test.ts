import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../calendar/index.ts';
import { isReference, uuidOf } from '../../store/facts/index.ts';
import { drawFactIds, type FactIds, lineOf, writeFactId } from './fact-ids.ts';

const today = dayNumber('2027-06-01');
const line = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function factId(ids: FactIds, row: number): Buffer {
  const id = Buffer.alloc(16);
  writeFactId(ids, row, id);
  return id;
}

describe('the ids of facts that come in together', () => {
  test('are references, tell their rows to who drew them, and stand in the order of the rows', () => {
    fc.assert(
      fc.property(line, line, (one, other) => {
        const ids = drawFactIds(today);
        const [first, second] = [factId(ids, one), factId(ids, other)].map(uuidOf);
        expect(isReference(first ?? '')).toBe(true);
        expect([lineOf(ids, first ?? ''), lineOf(ids, second ?? '')]).toEqual([one, other]);
        if (one !== other) expect((first ?? '') < (second ?? '')).toBe(one < other);
      }),
    );
  });

  test('are never the same twice, and are of version 8', () => {
    const ids = drawFactIds(today);
    const all = Array.from({ length: 3000 }, () => uuidOf(factId(ids, 7)));
    expect(new Set(all).size).toBe(3000);
    expect(all.every((id) => /^.{14}8.{4}[89ab]/.test(id))).toBe(true);
  });

  test('begin with the day of the stamp and with nothing else that is known', () => {
    const bytes = factId(drawFactIds(today), 1);
    expect(bytes.readUInt16BE(0)).toBe(today);
    const firsts = new Set(Array.from({ length: 50 }, () => drawFactIds(today).first));
    expect(firsts.size).toBe(50);
  });
});
