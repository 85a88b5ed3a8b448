import { builtInKinds } from '../../facts/index.ts';
import type { Plan } from './plan.ts';

/**
 * The kinds of fact that a settlement may read: those that say who takes part, and any whose name
 * stands anywhere in the plan. Facts of other kinds change nothing of what is owed.
 */
export function kindsRead(plan: Plan): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const { name, notForPay } of builtInKinds.values()) if (!notForPay) kinds.add(name);
  // A provider that leaves is not paid for it, and is read all the same.
  kinds.add('left');
  addTexts(plan, kinds);
  return kinds;
}

/** Adds every text in a value, the names in a map included, to these. */
function addTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (value instanceof Map || value instanceof Set) addTexts([...value], texts);
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) addTexts(each, texts);
  }
}
