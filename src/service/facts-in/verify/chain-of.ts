import type { StoredFact } from '../../../store/facts/index.ts';

/** A fact and all that it replaced, the newest first. */
export function chainOf(facts: readonly StoredFact[], id: string): readonly StoredFact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const chain: StoredFact[] = [];
  for (let at = byId.get(id); at !== undefined; ) {
    chain.push(at);
    at = at.replaces === null ? undefined : byId.get(at.replaces);
  }
  return chain;
}
