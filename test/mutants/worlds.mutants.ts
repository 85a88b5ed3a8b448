// A few worlds of `npm run worlds`, asked about mutants: small ones, so that each takes a moment.
import { expect, test } from 'vitest';
import { disagreementsIn } from '../worlds/compare.ts';
import { worldOf } from '../worlds/world.ts';

const small = [
  4, 5, 12, 13, 15, 18, 27, 45, 49, 54, 57, 59, 60, 62, 63, 64, 70, 72, 73, 87, 88, 96, 100, 101,
  103, 108, 112, 113, 115, 116, 117, 122, 127, 129, 133, 134, 137, 143, 144, 147, 148, 149, 150,
  152, 153, 158, 160,
];

test.each(small)('world 7/%i', (number) => {
  expect(disagreementsIn(worldOf(`7/${number}`))).toEqual([]);
});
