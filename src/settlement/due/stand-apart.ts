import { outcomesOf } from '../achieve/order-of-work.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';

/**
 * What a page says of all lines together, but for bands and limits of many that are first come; all
 * else it says is of one participant at a time.
 */
const together: readonly (keyof WholePlan)[] = [
  'measures',
  'measurePayments',
  'gates',
  'fees',
  'advances',
  'pots',
  'guarantees',
  'counts',
  'laterRates',
  'payers',
  'payerLimits',
];

/**
 * Whether no participant's lines depend on another's but by bands and under limits that are first
 * come, so that each is finished by itself but for these.
 */
export function standApart(plan: Plan): boolean {
  return (
    plan.versions.every(({ roundingOf, whole }) => roundingOf === 'line' && saysNothing(whole)) &&
    areBandsSimple(plan)
  );
}

/** Whether no participant's lines depend on another's at all. */
export function standAlone(plan: Plan): boolean {
  return standApart(plan) && !hasBands(plan) && !hasWideLimits(plan);
}

/** Whether all that is said of a participant rests on what is known of it and of its providers. */
export function restsOnOne(plan: Plan): boolean {
  const deducts = plan.versions.some(({ whole }) => (whole?.deductions.length ?? 0) > 0);
  return standAlone(plan) && !deducts;
}

/** Whether the price of one line in its band changes no other line: no part of a running total. */
function areBandsSimple(plan: Plan): boolean {
  if (!hasBands(plan)) return true;
  return outcomesOf(plan).every(({ price, condition, takesThePlaceOf }) => {
    const isOfMany = price.shares.length > 0 || condition.is === 'each day';
    return takesThePlaceOf.length === 0 && (price.bands === undefined || !isOfMany);
  });
}

export function hasBands(plan: Plan): boolean {
  return outcomesOf(plan).some(({ price }) => price.bands !== undefined);
}

function saysNothing(whole: WholePlan | undefined): boolean {
  if (whole === undefined) return true;
  const isShared = whole.limits.some(({ shared }) => shared !== undefined);
  return !isShared && together.every((part) => Object.keys(whole[part] ?? []).length === 0);
}

/** Whether a limit is over the lines of many. */
export function hasWideLimits({ versions }: Plan): boolean {
  return versions.some(({ whole }) => (whole?.limits.length ?? 0) > 0);
}
