import type { FactSetCheck } from './set-check.ts';
import { type AlikePair, namesAlike } from './set-problems.ts';
import { hashed, hashOf, hashStart, slotOf } from './text-hash.ts';

/**
 * Finds references that differ only in capitals or spaces. They are different names to the engine,
 * and mostly one name to whoever wrote them: a person in two halves, or a provider paid twice.
 */
export function checkAlike({ list, placeOf, warn }: FactSetCheck): void {
  for (const column of ['participant', 'provider'] as const) {
    const pairs = alike(column === 'participant' ? list.participants : list.providers);
    const [first] = pairs;
    if (first === undefined) continue;
    const at = { ...placeOf(first.index), field: column };
    warn(() => namesAlike(at, column, pairs));
  }
}

/** Names, each with the first fact that has it. */
type Names = Readonly<{ texts: readonly string[]; meanings: readonly number[] }>;

/** Names that are like one before them, among names of which each stands once. */
export function findAlike(names: readonly string[]): readonly AlikePair[] {
  return alike({ texts: names, meanings: names.map((_, index) => index) });
}

const empty = -1;

/** Where names fall together more often than this for each of them, they were made to. */
const stepsMax = 16;

/**
 * Names that are like one before them, each once. One array of numbers (open addressing, linear
 * probing) serves millions of references, as most are like no other. This is only a warning, so
 * that names made to collide are not followed to the end.
 */
function alike({ texts, meanings }: Names): readonly AlikePair[] {
  if (isOneCase(texts)) return [];
  const size = 2 ** Math.ceil(Math.log2(texts.length + 1) + 1);
  const slots = new Int32Array(size).fill(empty);
  const hashes = new Int32Array(size);
  const nameAt = (slot: number): string => texts[slots[slot] as number] ?? '';
  const found = new Map<string, AlikePair>();
  let stepsLeft = stepsMax * (texts.length + 1);
  for (let number = 0; number < texts.length && stepsLeft > 0; number += 1) {
    const name = texts[number] as string;
    const hash = foldedHash(name);
    let slot = slotOf(hash, size);
    while (slots[slot] !== empty && !(hashes[slot] === hash && isAlike(nameAt(slot), name))) {
      slot = (slot + 1) & (size - 1);
      stepsLeft -= 1;
    }
    if (slots[slot] === empty) {
      slots[slot] = number;
      hashes[slot] = hash;
    } else if (nameAt(slot) !== name && !found.has(name)) {
      found.set(name, { name, before: nameAt(slot), index: meanings[number] as number });
    }
  }
  return [...found.values()];
}

/** Quick to see in most files: with one case throughout and no spaces, no two can be alike. */
function isOneCase(names: readonly string[]): boolean {
  let isLower = true;
  let isUpper = true;
  for (const name of names) {
    isLower &&= name === name.toLowerCase();
    isUpper &&= name === name.toUpperCase();
    if ((!isLower && !isUpper) || name.includes(' ')) return false;
  }
  return true;
}

function isAlike(one: string, other: string): boolean {
  return one === other || folded(one) === folded(other);
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

const space = 32;
const asciiMax = 126;

/** The hash of what a name is without capitals and spaces, mostly without making that text. */
function foldedHash(name: string): number {
  let hash = hashStart;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    if (unit > asciiMax) return hashOf(folded(name));
    const isCapital = unit >= 65 && unit <= 90;
    if (unit !== space) hash = hashed(hash, isCapital ? unit + 32 : unit);
  }
  return hash;
}
