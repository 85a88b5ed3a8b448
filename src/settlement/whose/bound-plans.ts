import { type Fact, firstDay } from '../../facts/index.ts';
import { admitOthers } from '../admit/admit-others.ts';
import { chainsIn } from '../admit/admitted.ts';
import type { AsAt } from '../as-at.ts';
import type { Plan } from '../plan/plan.ts';

/** The plan as it binds each provider: signed words govern. */
export type BoundPlans = Readonly<{
  /** The versions that bind a provider; all of them where no fact says by which it is bound. */
  planFor: (provider: string | undefined) => Plan;
  /** Every plan that binds somebody: first the whole, which also holds where nobody is named. */
  plans: readonly Plan[];
  /** The fact that says so, of each provider that is not bound by every version. */
  factFor: (provider: string) => string | undefined;
}>;

/** By how many versions a provider is bound, and the fact that says so. */
type Bound = Readonly<{ number: number; fact: string }>;

/**
 * Step 3, versions. A provider of which facts say by which version it is bound is bound by that one
 * and those before it, and by none after. One of which no fact says so is bound by all: what was
 * settled without such facts is settled as ever.
 */
export function boundPlans(plan: Plan, others: readonly Fact[], asAt: AsAt): BoundPlans {
  const bounds = plan.versions.length < 2 ? new Map<string, Bound>() : boundsIn(others, asAt);
  const byNumber = new Map<number, Plan>();
  const byProvider = new Map<string, Plan>();
  for (const [provider, { number }] of bounds) {
    const versions = plan.versions.filter(({ version }, at) => at === 0 || version <= number);
    if (versions.length === plan.versions.length) continue;
    const known = byNumber.get(versions.length) ?? { ...plan, versions };
    byNumber.set(versions.length, known);
    byProvider.set(provider, known);
  }
  return {
    planFor: (provider) => byProvider.get(provider ?? '') ?? plan,
    plans: [plan, ...byNumber.values()],
    factFor: (provider) => (byProvider.has(provider) ? bounds.get(provider)?.fact : undefined),
  };
}

const boundKinds: ReadonlySet<string> = new Set(['bound', 'withdrawn']);

/** The highest version that facts name for each provider, as they stand on the two days. */
function boundsIn(others: readonly Fact[], asAt: AsAt): ReadonlyMap<string, Bound> {
  const facts = others.filter(({ kind }) => boundKinds.has(kind));
  const bounds = new Map<string, Bound>();
  if (facts.length === 0) return bounds;
  const chains = chainsIn(admitOthers(facts, { asAt, timely: undefined }));
  const inOrder = [...chains].sort((a, b) => firstDay(a.head) - firstDay(b.head));
  for (const { head } of inOrder) {
    const { provider, value, state } = head;
    if (head.kind !== 'bound' || state !== 'verified' || !provider || !value) continue;
    const number = Number(value.numerator / value.denominator);
    const before = bounds.get(provider);
    if (before === undefined || number > before.number) {
      bounds.set(provider, { number, fact: head.id });
    }
  }
  return bounds;
}
