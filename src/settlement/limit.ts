import type { Draft, Unpaid } from './draft.ts';
import { payableOf } from './draft.ts';
import type { LimitPlan, Plan } from './plan.ts';
import { yearIn } from './price.ts';
import { roundedDown } from './rounding-of-total.ts';

/** One limit as a line met it: what was left, before the line used its part. */
export type MetLimit = Readonly<{ clause: string; left: bigint }>;

/**
 * Step 10. One pass over all lines in place in line: each is paid the least that any limit covering
 * it has left, and uses that much of each. What is cut stays on the line with the limit that cut it.
 */
export function applyLimits(
  plan: Plan,
  drafts: readonly Draft[],
  onMet?: (draft: Draft, met: readonly MetLimit[]) => void,
): readonly Draft[] {
  const used = new Map<string, bigint>();
  return drafts.map((draft) => {
    const limits = draft.refusal ? [] : limitsOver(draft);
    if (limits.length === 0) return draft;
    const keys = limits.map((limit) => poolOf(limit, draft, plan));
    const met = limits.map(({ clause, most }, index) => {
      const left = roundedDown(most) - (used.get(keys[index] ?? '') ?? 0n);
      return { clause, left: left > 0n ? left : 0n };
    });
    onMet?.(draft, met);
    const { paid, cut } = cutTo(payableOf(draft), met);
    for (const key of new Set(keys)) used.set(key, (used.get(key) ?? 0n) + paid);
    return cut ? { ...draft, unpaid: [...draft.unpaid, cut] } : draft;
  });
}

/** What is paid under the limits met, and what is cut by the tightest, the first among equals. */
export function cutTo(
  amount: bigint,
  met: readonly MetLimit[],
): Readonly<{ paid: bigint; cut?: Unpaid }> {
  if (amount <= 0n) return { paid: 0n };
  let tightest: MetLimit | undefined;
  for (const each of met) if (!tightest || each.left < tightest.left) tightest = each;
  if (tightest === undefined || tightest.left >= amount) return { paid: amount };
  const { left, clause } = tightest;
  return { paid: left, cut: { reason: 'limit', amount: amount - left, clause } };
}

function limitsOver({ earned }: Draft): readonly LimitPlan[] {
  const { name } = earned.placed.outcome;
  return earned.group.limits.filter(({ outcomes }) => !outcomes || outcomes.includes(name));
}

/** Lines draw on the same limit if they have its clause, its scope and, if it is yearly, its year. */
function poolOf(limit: LimitPlan, { participant, earned }: Draft, plan: Plan): string {
  const { attachment, achievement, instance } = earned;
  const year = limit.eachYear ? yearIn(plan, achievement.day) : 0;
  const referral = instance.scope === 'referral' ? instance.key : attachment.referral.id;
  const scope = { participant: '', attachment: attachment.id, referral }[limit.per];
  const covered = limit.outcomes?.join() ?? '';
  return JSON.stringify([participant, limit.clause, covered, limit.per, scope, year]);
}
