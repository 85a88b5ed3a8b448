import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chance } from './chance.ts';

const seeds = fc.oneof(fc.integer(), fc.string());

test('the same seed gives the same draws', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const draws = () => {
        const one = chance(seed);
        return [one.whole(1, 6), one.fraction(), one.shuffle([1, 2, 3]), one.happens(0.5)];
      };
      expect(draws()).toEqual(draws());
    }),
  );
});

test('the draws of a seed never change, so that a world can be replayed for ever', () => {
  const seven = chance(7);
  expect([1, 2, 3].map(() => seven.whole(1, 6))).toEqual([4, 6, 6]);
  expect(seven.fraction()).toBe(0.6191533434068234);
  expect(seven.shuffle([1, 2, 3, 4, 5])).toEqual([5, 4, 2, 1, 3]);
  expect(chance('leeds').whole(0, Number.MAX_SAFE_INTEGER)).toBe(3_959_829_701_032_910);
});

test('a fork depends on its label and not on what was drawn before', () => {
  const before = chance(7).fork('referrals').fraction();
  const drawn = chance(7);
  drawn.fraction();
  drawn.fork('other').fraction();
  expect(drawn.fork('referrals').fraction()).toBe(before);
  expect(drawn.fork('outcomes').fraction()).not.toBe(before);
  expect(drawn.fork('a').fork('b').fraction()).not.toBe(drawn.fork('a/b').fraction());
});

test('a whole number lies between its bounds, both possible', () => {
  fc.assert(
    fc.property(seeds, fc.integer(), fc.nat(3), (seed, min, more) => {
      const one = chance(seed);
      const drawn = Array.from({ length: 200 }, () => one.whole(min, min + more));
      expect(new Set(drawn).size).toBe(more + 1);
      expect(Math.min(...drawn)).toBe(min);
      expect(Math.max(...drawn)).toBe(min + more);
    }),
  );
});

test('a fraction is from 0 up to 1, and each tenth is met about as often', () => {
  const one = chance('tenths');
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const tenth = Math.floor(one.fraction() * 10);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  expect(counts.length).toBe(10);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('neighbouring seeds give draws that have nothing to do with each other', () => {
  const firsts = Array.from({ length: 10_000 }, (_, seed) => chance(seed).fraction());
  expect(new Set(firsts).size).toBe(10_000);
  const mean = firsts.reduce((sum, each) => sum + each, 0) / firsts.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.015);
  const product = firsts.reduce(
    (sum, each, at) => sum + (each - 0.5) * ((firsts[at + 1] ?? 0.5) - 0.5),
    0,
  );
  expect(Math.abs(product / firsts.length) * 12).toBeLessThan(0.04);
});

test('a shuffle keeps every item and leaves the list as it was', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
      const before = [...items];
      const order = chance(seed).shuffle(items);
      expect([...order].sort()).toEqual([...items].sort());
      expect(items).toEqual(before);
    }),
  );
});

test('every order of three is met about as often', () => {
  const one = chance('orders');
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw += 1) {
    const order = one.shuffle(['a', 'b', 'c']).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('what has probability 0 never happens and what has 1 always does', () => {
  const one = chance(1);
  const draws = Array.from({ length: 1000 }, () => [one.happens(0), one.happens(1)]);
  expect(draws.every(([never, always]) => !never && always)).toBe(true);
});

test('an impossible draw is a fault', () => {
  const one = chance(1);
  expect(() => one.whole(2, 1)).toThrow('the lesser first');
  expect(() => one.whole(0, 0.5)).toThrow('safe whole numbers');
  expect(() => one.happens(1.1)).toThrow('from 0 to 1');
  expect(() => one.happens(Number.NaN)).toThrow('from 0 to 1');
  expect(() => one.pick([])).toThrow('to pick from');
});
