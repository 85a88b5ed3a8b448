/** A set of whole numbers from 0 that grows: one bit each, in order of size. */
export type NumberSet = {
  bits: Uint32Array;
  /** How many of the set come before each 32 bits, once it is closed. */
  before: Int32Array;
};

/** The greatest number that a set takes: 32 MiB of bits. */
export const setNumberMax = 2 ** 28 - 1;

export function numberSet(): NumberSet {
  return { bits: new Uint32Array(1024), before: new Int32Array(0) };
}

/** Adds a number; false where it is in the set already. */
export function addToSet(set: NumberSet, number: number): boolean {
  const word = number >>> 5;
  if (word >= set.bits.length) {
    const longer = new Uint32Array(Math.max(2 * set.bits.length, word + 1));
    longer.set(set.bits);
    set.bits = longer;
  }
  const bit = 1 << (number & 31);
  const held = set.bits[word] as number;
  set.bits[word] = held | bit;
  return (held & bit) === 0;
}

/** Adds all of another set; false where one of them is in the set already. */
export function addSet(set: NumberSet, other: NumberSet): boolean {
  const most = other.bits.length;
  if (most > set.bits.length) {
    const longer = new Uint32Array(most);
    longer.set(set.bits);
    set.bits = longer;
  }
  const { bits } = set;
  let isInBoth = 0;
  for (let word = 0; word < most; word += 1) {
    const [held, added] = [bits[word] as number, other.bits[word] as number];
    isInBoth |= held & added;
    bits[word] = held | added;
  }
  return isInBoth === 0;
}

export function isInSet({ bits }: NumberSet, number: number): boolean {
  const word = number >>> 5;
  return word < bits.length && ((bits[word] as number) & (1 << (number & 31))) !== 0;
}

/** Counts what is in the set, so that each can be asked how many are smaller. */
export function closeSet(set: NumberSet, first: number): number {
  set.before = new Int32Array(set.bits.length);
  let count = first;
  for (let word = 0; word < set.bits.length; word += 1) {
    set.before[word] = count;
    count += bitsIn(set.bits[word] as number);
  }
  return count;
}

/** How many come before a number that is in a closed set. */
export function rankIn({ bits, before }: NumberSet, number: number): number {
  const word = number >>> 5;
  const below = (bits[word] as number) & ((1 << (number & 31)) - 1);
  return (before[word] as number) + bitsIn(below);
}

/** How many bits of 32 are set, two, four and eight of them added at a time. */
function bitsIn(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Hands out what is in the set, in order of size. */
export function eachInSet({ bits }: NumberSet, take: (number: number) => void): void {
  for (let word = 0; word < bits.length; word += 1) {
    let left = bits[word] as number;
    while (left !== 0) {
      const lowest = left & -left;
      take(word * 32 + 31 - Math.clz32(lowest));
      left ^= lowest;
    }
  }
}
