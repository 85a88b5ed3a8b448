import { outcomesOf } from '../achieve/order-of-work.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';

/** What a page says of all lines together; all else it says is of one participant at a time. */
const together: readonly (keyof WholePlan)[] = [
  'measures',
  'measurePayments',
  'gates',
  'fees',
  'advances',
  'pots',
  'guarantees',
  'limits',
  'counts',
  'laterRates',
  'payers',
  'payerLimits',
];

/** Whether no participant's lines depend on another's, so that each is finished by itself. */
export function standApart(plan: Plan): boolean {
  return (
    plan.versions.every(({ roundingOf, whole }) => roundingOf === 'line' && saysNothing(whole)) &&
    outcomesOf(plan).every(({ price }) => price.bands === undefined)
  );
}

function saysNothing(whole: WholePlan | undefined): boolean {
  if (whole === undefined) return true;
  return together.every((part) => Object.keys(whole[part] ?? []).length === 0);
}
