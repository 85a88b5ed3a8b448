import type { TakenFacts } from '../../facts/index.ts';
import type { Problem } from '../../problem/index.ts';
import { placeOfRow } from './objections.ts';
import { participantNamed, participantNotMet } from './problems.ts';
import type { Met } from './sealing.ts';

/** Kinds that say by themselves who somebody is here: sent to a provider, or with one. */
const knownBy: ReadonlySet<string> = new Set(['referred', 'chosen', 'attached']);

// Two words or more of letters alone: references have figures, or are one word.
const likeName = /^\p{L}[\p{L}'’.-]*(?: +\p{L}[\p{L}'’.-]*)+$/u;

/** Whether a reference looks like the name of a person. */
export function isLikeName(reference: string): boolean {
  return likeName.test(reference);
}

/**
 * What is worth a look in references that were never recorded before: those that look like a
 * person's name, and those of whom nothing says that they were referred or attached, which a
 * mistyped one is seen by. Nothing is said of whether anybody else knows them.
 */
export function findNotMet({ facts, lines }: TakenFacts, met: readonly Met[]): readonly Problem[] {
  const fresh = new Set(met.flatMap(({ name, isNew }) => (isNew ? [name] : [])));
  if (fresh.size === 0) return [];
  const known = new Set(
    facts.flatMap(({ kind, participant }) => (knownBy.has(kind) ? participant : [])),
  );
  const firsts = new Map<string, number>();
  for (const [at, { participant = '' }] of facts.entries()) {
    if (fresh.has(participant) && !firsts.has(participant)) {
      firsts.set(participant, lines[at] as number);
    }
  }
  const all = [...firsts];
  const named = all.filter(([name]) => isLikeName(name));
  const unknown = all.filter(([name]) => !known.has(name) && !isLikeName(name));
  return [...said(named, participantNamed), ...said(unknown, participantNotMet)];
}

type OfThese = (at: ReturnType<typeof placeOfRow>, count: number) => Problem;

function said(found: readonly (readonly [string, number])[], problem: OfThese): readonly Problem[] {
  const [first] = found;
  return first === undefined ? [] : [problem(placeOfRow(first[1], 'participant'), found.length)];
}
