import type { Fact } from './fact.ts';
import type { FactTable } from './fact-table.ts';

/** Facts in the order of their rows, and the line of each. */
export type TakenFacts = Readonly<{ facts: readonly Fact[]; lines: Int32Array }>;

/**
 * Takes out of a table what was read into it so far, so that a file of any length is read in
 * bounded memory. Rows are then checked one by one alone: whoever takes them checks them against
 * each other.
 */
export function takeFacts({ list }: FactTable): TakenFacts {
  const lines = list.lines.values.slice(0, list.facts.length);
  const facts = list.facts.splice(0);
  for (const numbers of [
    list.lines,
    list.idHashes,
    list.replacing,
    list.staying,
    list.stayingParticipants,
  ]) {
    numbers.length = 0;
  }
  return { facts, lines };
}
