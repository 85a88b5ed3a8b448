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

function alike(facts: readonly Fact[], column: Named): readonly AlikePair[] {
  if (isOneCase(facts, column)) return [];
  const names = new Map<string, string>();
  const found = new Set<string>();
  const pairs: AlikePair[] = [];
  let last: string | undefined;
  for (const [index, fact] of facts.entries()) {
    const name = fact[column];
    if (name === undefined || name === last) continue;
    last = name;
    const folded = name.toLowerCase().replaceAll(' ', '');
    const before = names.get(folded);
    if (before === undefined) names.set(folded, name);
    else if (before !== name && !found.has(name)) pairs.push({ name, before, index });
    if (before !== undefined && before !== name) found.add(name);
  }
  return pairs;
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
