// A few worlds of `npm run worlds`, asked about mutants: those that between them reach most of what
// the first 260 reach, in the least time.
import { expect, test } from 'vitest';
import { disagreementsIn, findingsIn } from '../worlds/compare.ts';
import { worldOf } from '../worlds/world.ts';

const agreeing = [
  5, 9, 12, 15, 39, 49, 50, 52, 60, 77, 80, 86, 87, 88, 93, 96, 97, 98, 100, 104, 108, 116, 117,
  123, 125, 126, 135, 141, 149, 160, 161, 162, 164, 168, 169, 172, 181, 193, 194, 195, 196, 200,
  208, 212, 214, 216, 219, 223, 229, 231, 233, 235, 237, 238, 243, 248, 249, 252, 254, 257,
];

const keepingEveryRule = [
  9, 15, 26, 32, 34, 52, 77, 80, 86, 93, 98, 104, 108, 123, 149, 155, 161, 185, 193, 216, 224, 229,
  231, 254,
];

test.each(agreeing)('world 7/%i', (number) => {
  expect(disagreementsIn(worldOf(`7/${number}`))).toEqual([]);
});

test.each(keepingEveryRule)('every rule of world 7/%i', (number) => {
  expect(findingsIn(worldOf(`7/${number}`))).toEqual([]);
});
