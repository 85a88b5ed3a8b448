import type { Fact } from '../../facts/index.ts';
import type { Work } from '../work.ts';
import { type Measurer, type MeasureValue, measurer } from './measurer.ts';

/**
 * Step 4 under every plan that binds somebody. Each provider is paid by the numbers of the versions
 * that bind it, worked out as though they bound all.
 */
export function boundMeasurer(work: Work, others: readonly Fact[]): Measurer {
  const { plans, planFor } = work.bound;
  const each = plans.map((plan) => ({ plan, own: measurer({ ...work, plan }, others) }));
  const [only] = each;
  if (only !== undefined && each.length === 1) return only.own;
  return {
    add: (settled) => {
      for (const { own } of each) own.add(settled);
    },
    close: (providers, crowd) => {
      const closed = new Map(each.map(({ plan, own }) => [plan, own.close(providers, crowd)]));
      const isBound = (plan: unknown) => (of: Readonly<{ provider?: string }>) =>
        of.provider === undefined || planFor(of.provider) === plan;
      return {
        dues: [...closed].flatMap(([plan, { dues }]) => dues.filter(isBound(plan))),
        values: onceEach([...closed].flatMap(([plan, own]) => own.values.filter(isBound(plan)))),
        gateOver: (line) => closed.get(planFor(line.attachment.provider))?.gateOver(line),
      };
    },
  };
}

/** What is taken of all is the same under each plan that says the same version of it. */
function onceEach(values: readonly MeasureValue[]): readonly MeasureValue[] {
  const named = values.map((value): readonly [string, MeasureValue] => {
    const { measure, cohort, provider, version } = value;
    return [JSON.stringify([measure, cohort, provider, version]), value];
  });
  return [...new Map(named.toReversed()).values()].toReversed();
}
