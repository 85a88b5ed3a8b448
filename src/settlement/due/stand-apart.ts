import { outcomesOf } from '../achieve/order-of-work.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';

/**
 * What a page says of all lines together, but for limits of many that are first come; all else it
 * says is of one participant at a time.
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
 * Whether no participant's lines depend on another's but under limits that are first come, so that
 * each is finished by itself as far as step 10.
 */
export function standApart(plan: Plan): boolean {
  return (
    plan.versions.every(({ roundingOf, whole }) => roundingOf === 'line' && saysNothing(whole)) &&
    outcomesOf(plan).every(({ price }) => price.bands === undefined)
  );
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
