import type { OutcomePlan } from '../plan/plan.ts';

/**
 * What the question about an outcome depends on besides its terms: on who took part alone; or also
 * on what was achieved of others; or also on facts, which pause it or begin its window.
 */
export type RestsOn = 'people' | 'outcomes' | 'facts';

export function restsOnOf({ onlyAfter, window, condition, pausedBy }: OutcomePlan): RestsOn {
  const anchor = window?.anchor.is;
  if (pausedBy.length > 0 || anchor === 'kind') return 'facts';
  const isMarked = condition.is === 'each day' && condition.onceReached !== undefined;
  return onlyAfter.length > 0 || anchor === 'outcome' || isMarked ? 'outcomes' : 'people';
}
