import type { Plan } from '../plan/plan.ts';
import { isShare } from './number-words.ts';

/** The names of the measures whose numbers are shares, under the latest terms that have each. */
export function sharesIn({ versions }: Plan): ReadonlySet<string> {
  const measures = versions.flatMap(({ whole }) => whole?.measures ?? []);
  const latest = new Map(measures.map((measure) => [measure.name, measure]));
  return new Set([...latest.values()].filter(isShare).map(({ name }) => name));
}
