import type { Fact } from './fact.ts';
import type { FactSetCheck } from './set-check.ts';
import { namesAlike } from './set-problems.ts';

/**
 * Finds references that differ only in capitals or spaces. They are different names to the engine,
 * and mostly one name to whoever wrote them: a person in two halves, or a provider paid twice.
 */
export function checkAlike({ facts, placeOf, warn }: FactSetCheck): void {
  for (const column of ['participant', 'provider'] as const) {
    const pairs = alike(facts, column);
    const [first] = pairs;
    if (first === undefined) continue;
    const at = { ...placeOf(first.index), field: column };
    warn(() => namesAlike(at, column, pairs));
  }
}

/** A name, the one found before it that it is like, and the fact in which it was found. */
export type AlikePair = Readonly<{ name: string; before: string; index: number }>;

type Named = 'participant' | 'provider';

const empty = -1;

/** Where names fall together more often than this for each fact, they were made to. */
const stepsMax = 16;

/**
 * Names that are like one before them, each once. One array of numbers (open addressing, linear
 * probing) serves millions of references, as most are like no other. This is only a warning, so
 * that names made to collide are not followed to the end.
 */
function alike(facts: readonly Fact[], column: Named): readonly AlikePair[] {
  if (isOneCase(facts, column)) return [];
  const size = 2 ** Math.ceil(Math.log2(facts.length + 1) + 1);
  const slots = new Int32Array(size).fill(empty);
  const hashes = new Int32Array(size);
  const nameAt = (slot: number): string => facts[slots[slot] as number]?.[column] ?? '';
  const found = new Map<string, AlikePair>();
  let stepsLeft = stepsMax * (facts.length + 1);
  let last: string | undefined;
  for (let index = 0; index < facts.length && stepsLeft > 0; index += 1) {
    const name = (facts[index] as Fact)[column];
    if (name === undefined || name === last) continue;
    last = name;
    const hash = foldedHash(name);
    let slot = hash & (size - 1);
    while (slots[slot] !== empty && !(hashes[slot] === hash && isAlike(nameAt(slot), name))) {
      slot = (slot + 1) & (size - 1);
      stepsLeft -= 1;
    }
    if (slots[slot] === empty) {
      slots[slot] = index;
      hashes[slot] = hash;
    } else if (nameAt(slot) !== name && !found.has(name)) {
      found.set(name, { name, before: nameAt(slot), index });
    }
  }
  return [...found.values()];
}

/** Quick to see in most files: with one case throughout and no spaces, no two can be alike. */
function isOneCase(facts: readonly Fact[], column: Named): boolean {
  let isLower = true;
  let isUpper = true;
  let last: string | undefined;
  for (const fact of facts) {
    const name = fact[column];
    if (name === undefined || name === last) continue;
    last = name;
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

/** FNV-1a over what a name is without capitals and spaces, mostly without making that text. */
function foldedHash(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code > asciiMax) return plainHash(folded(name));
    const isCapital = code >= 65 && code <= 90;
    if (code !== space) value = Math.imul(value ^ (isCapital ? code + 32 : code), 0x01000193);
  }
  return value ^ (value >>> 15);
}

function plainHash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value ^ (value >>> 15);
}
