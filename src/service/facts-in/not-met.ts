import type { Fact } from '../../facts/index.ts';
import type { Problem } from '../../problem/index.ts';
import { placeOfRow } from './objections.ts';
import { participantNamed, participantNotMet } from './problems.ts';
import type { Known } from './sealing.ts';

/** How many references, and the first row about one of them. */
type Some = Readonly<{ count: number; row: number }>;

/** Of references that were never recorded before, those that are worth a look. */
export type NotMet = Readonly<{ named: Some; unknown: Some }>;

/** Kinds that say by themselves who somebody is here: sent to a provider, or with one. */
const knownBy: ReadonlySet<string> = new Set(['referred', 'chosen', 'attached']);

// Two words or more of letters alone: references have figures, or are one word.
const likeName = /^\p{L}[\p{L}'’.-]*(?: +\p{L}[\p{L}'’.-]*)+$/u;

/** Whether a reference looks like the name of a person. */
export function isLikeName(reference: string): boolean {
  return likeName.test(reference);
}

/** Notes a fact about somebody who is new. */
export function noteNew(known: Known, { kind }: Fact, row: number): void {
  if (known.firstRow === 0) known.firstRow = row;
  if (knownBy.has(kind)) known.isSentHere = true;
}

/**
 * Of those who are new, whose reference looks like a person's name, and of whom nothing says that
 * they were referred or attached, which a mistyped one is seen by. Nothing is said of whether
 * anybody else knows them.
 */
export function notMetAmong(fresh: readonly Known[]): NotMet {
  const named = fresh.filter(({ name }) => isLikeName(name));
  const unknown = fresh.filter(({ name, isSentHere }) => !isSentHere && !isLikeName(name));
  return { named: some(named), unknown: some(unknown) };
}

function some(those: readonly Known[]): Some {
  const row = those.reduce((least, { firstRow }) => Math.min(least, firstRow), Infinity);
  return { count: those.length, row: those.length === 0 ? 0 : row };
}

/** The same in words. */
export function toldOf({ named, unknown }: NotMet): readonly Problem[] {
  return [...said(named, participantNamed), ...said(unknown, participantNotMet)];
}

type OfThese = (at: ReturnType<typeof placeOfRow>, count: number) => Problem;

function said({ count, row }: Some, problem: OfThese): readonly Problem[] {
  return count === 0 ? [] : [problem(placeOfRow(row, 'participant'), count)];
}
