import { outcomesOf } from '../achieve/order-of-work.ts';
import { standApart } from '../due/stand-apart.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Whether participants can be settled in shards: no line depends on those of another participant
 * but by bands and under limits that are first come, which are worked out once all lines are there;
 * and none is of a kind that is kept as an object.
 */
export function canBeCut(plan: Plan): boolean {
  const isShared = outcomesOf(plan).some(({ price }) => price.shares.length > 0);
  return standApart(plan) && !isShared;
}
