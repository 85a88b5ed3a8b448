import { expect, test } from 'vitest';
import { moveRowsOn, numberColumn, numberIn, putNumber, type RoomLeft } from './number-column.ts';

test('a column moves to where another stood, and keeps its own numbers alone', () => {
  const places = Int32Array.of(2, 0, 3, 1);
  const left: RoomLeft = new Map();
  const first = numberColumn(4);
  for (let row = 0; row < 4; row += 1) putNumber(first, row, 10 + row);
  const room = first.values;
  moveRowsOn(first, places, left);
  expect([0, 1, 2, 3].map((row) => numberIn(first, row))).toEqual([11, 13, 10, 12]);

  // It holds fewer rows than there are places: the others of it are empty.
  const short = numberColumn(0);
  short.values = Uint8Array.of(7, 8);
  moveRowsOn(short, places, left);
  expect(short.values.buffer).toBe(room.buffer);
  expect([0, 1, 2, 3].map((row) => numberIn(short, row))).toEqual([8, 0, 7, 0]);

  // What stood in too little room, or in numbers of another width, is no room for it.
  const wide = numberColumn(4);
  for (let row = 0; row < 4; row += 1) putNumber(wide, row, 1000 + row);
  const third = numberColumn(4);
  for (let row = 0; row < 4; row += 1) putNumber(third, row, 20 + row);
  moveRowsOn(wide, places, left);
  moveRowsOn(third, places, left);
  expect([0, 1, 2, 3].map((row) => numberIn(wide, row))).toEqual([1001, 1003, 1000, 1002]);
  expect([0, 1, 2, 3].map((row) => numberIn(third, row))).toEqual([21, 23, 20, 22]);
});
