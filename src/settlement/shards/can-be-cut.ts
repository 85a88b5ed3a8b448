import { outcomesOf } from '../achieve/order-of-work.ts';
import { hasBands, hasWideLimits, standApart } from '../due/stand-apart.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Whether participants can be settled in shards, each by itself: no line depends on those of
 * another participant, and none is of a kind that is kept as an object.
 */
export function canBeCut(plan: Plan): boolean {
  const isShared = outcomesOf(plan).some(({ price }) => price.shares.length > 0);
  return standApart(plan) && !hasBands(plan) && !hasWideLimits(plan) && !isShared;
}
