import type { Due } from '../due/due.ts';

/** Lines by provider, without the parts of them that are paid to somebody else. */
export function ownLines(dues: Iterable<Due>): ReadonlyMap<string, readonly Due[]> {
  const own = new Map<string, Due[]>();
  for (const due of dues) {
    const { provider, payee } = due;
    if (payee !== provider) continue;
    const before = own.get(provider);
    if (before) before.push(due);
    else own.set(provider, [due]);
  }
  return own;
}
