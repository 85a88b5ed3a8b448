import { expect, test } from 'vitest';
import { joinSets } from './joined-references.ts';
import { addOther, isFull, referenceSet } from './reference-set.ts';

test('a set of references says that it is full before more are added than it can hold', () => {
  const set = referenceSet(2);
  expect([addOther(set, 'a-x'), isFull(set)]).toEqual([true, false]);
  expect([addOther(set, 'a-x'), isFull(set)]).toEqual([false, false]);
  expect([addOther(set, 'b-x'), isFull(set)]).toEqual([true, true]);
  expect(addOther(set, 'c-x')).toBe(false);
  expect([...set.others.keys()]).toEqual(['a-x', 'b-x']);
});

test('a reference in two sets that are joined is not new in the second', () => {
  const [one, other] = [referenceSet(), referenceSet()];
  addOther(one, 'a-x');
  expect(joinSets([one, other].map((set) => ({ stems: [], set }))).areApart).toBe(true);
  addOther(other, 'a-x');
  expect(joinSets([one, other].map((set) => ({ stems: [], set }))).areApart).toBe(false);
});
