import type { Fact } from './fact.ts';
import { hashOf, slotOf } from './text-hash.ts';
import { numberAt, type WholeNumbers } from './whole-numbers.ts';

/** Finds facts by their ids. */
export type IdIndex = Readonly<{
  /** The index of the first fact with this id. */
  find: (id: string) => number | undefined;
  /** Pairs of facts with one id: the later, and the first. */
  repeated: readonly (readonly [later: number, first: number])[];
}>;

const empty = -1;

/** Where ids fall together more often than this for each fact, they were made to. */
const stepsMax = 16;

/**
 * Indexes facts by id in one array of numbers (open addressing, linear probing), which is quicker
 * and far smaller than a `Map` of a million texts. Ids made to collide get a `Map` after all.
 */
export function idIndex(facts: readonly Fact[], hashes: WholeNumbers): IdIndex {
  return probed(facts, hashes) ?? mapped(facts);
}

function probed(facts: readonly Fact[], hashes: WholeNumbers): IdIndex | undefined {
  const size = 2 ** Math.ceil(Math.log2(facts.length + 1) + 1);
  const slots = new Int32Array(size).fill(empty);
  const repeated: [number, number][] = [];
  let stepsLeft = stepsMax * (facts.length + 1);
  const findSlot = (id: string, hash: number): number => {
    let slot = slotOf(hash, size);
    for (;;) {
      const index = slots[slot] as number;
      if (index === empty || stepsLeft < 0) return slot;
      if (numberAt(hashes, index) === hash && facts[index]?.id === id) return slot;
      slot = (slot + 1) & (size - 1);
      stepsLeft -= 1;
    }
  };
  for (let index = 0; index < facts.length; index += 1) {
    const slot = findSlot((facts[index] as Fact).id, numberAt(hashes, index));
    if (stepsLeft < 0) return undefined;
    const first = slots[slot] as number;
    if (first === empty) slots[slot] = index;
    else repeated.push([index, first]);
  }
  return {
    repeated,
    find: (id) => {
      stepsLeft = size;
      const index = slots[findSlot(id, hashOf(id))] as number;
      return index === empty ? undefined : index;
    },
  };
}

function mapped(facts: readonly Fact[]): IdIndex {
  const indexes = new Map<string, number>();
  const repeated: [number, number][] = [];
  for (const [index, { id }] of facts.entries()) {
    const first = indexes.get(id);
    if (first === undefined) indexes.set(id, index);
    else repeated.push([index, first]);
  }
  return { repeated, find: (id) => indexes.get(id) };
}
