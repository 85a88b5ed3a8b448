import type { LimitPlan, Plan } from '../plan/plan.ts';
import { type Draft, grossUpTo, payableOf, stepsInTime, type Unpaid } from './draft.ts';
import { comparePlaces } from './place-in-line.ts';
import { yearIn } from './price.ts';
import { roundedDown } from './rounding-of-total.ts';

/** One limit as a line met it: what was left, before the line used its part. */
export type MetLimit = Readonly<{ clause: string; left: bigint }>;

/** So much of a line, where it stood in line, and the limits that it met there. */
export type MetPart = Readonly<{ amount: bigint; met: readonly MetLimit[] }>;

/** A part of a line that stands in line on its own day. */
type Part = Readonly<{ at: number; draft: Draft; payableOn: number; amount: bigint }>;

/**
 * Step 10. One pass over all lines in place in line: each is paid the least that any limit covering
 * it has left, and uses that much of each. What is cut stays on the line with the limit that cut
 * it. A line that grew stands in line in parts: what was earned first, and what was added when.
 */
export function applyLimits(
  plan: Plan,
  drafts: readonly Draft[],
  onMet?: (draft: Draft, part: MetPart) => void,
): readonly Draft[] {
  const used = new Map<string, bigint>();
  const limited = [...drafts];
  for (const { at, draft, amount } of partsInLine(drafts)) {
    const limits = limitsOver(draft);
    const pools = limits.map((limit) => poolOf(limit, draft, plan));
    const met = limits.map(({ clause, most }, index) => {
      const left = roundedDown(most) - (used.get(pools[index] ?? '') ?? 0n);
      return { clause, left: left > 0n ? left : 0n };
    });
    onMet?.(draft, { amount, met });
    const { paid, cut } = cutTo(amount, met);
    for (const pool of new Set(pools)) used.set(pool, (used.get(pool) ?? 0n) + paid);
    if (cut) limited[at] = withCut(limited[at] as Draft, cut);
  }
  return limited;
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

/** The parts of all lines under a limit, in place in line. */
function partsInLine(drafts: readonly Draft[]): readonly Part[] {
  const parts: Part[] = [];
  let isSingle = true;
  drafts.forEach((draft, at) => {
    if (draft.refusal || limitsOver(draft).length === 0) return;
    const steps = stepsInTime(draft);
    if (steps.length > 1) isSingle = false;
    const payable = payableOf(draft);
    let before = 0n;
    steps.forEach(({ payableOn, upTo }, index) => {
      const isLast = index === steps.length - 1;
      const earned = isLast ? payable : lesser(grossUpTo(draft, upTo), payable);
      parts.push({ at, draft, payableOn, amount: earned - before });
      before = earned;
    });
  });
  if (isSingle) return parts;
  return parts.sort((a, b) => a.payableOn - b.payableOn || comparePlaces(a.draft, b.draft));
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** What one limit cuts of the parts of a line is one thing that is not paid. */
function withCut(draft: Draft, cut: Unpaid): Draft {
  const isSame = ({ reason, clause }: Unpaid) => reason === cut.reason && clause === cut.clause;
  const before = draft.unpaid.find(isSame);
  const others = draft.unpaid.filter((each) => each !== before);
  return { ...draft, unpaid: [...others, { ...cut, amount: cut.amount + (before?.amount ?? 0n) }] };
}

function limitsOver({ earned }: Draft): readonly LimitPlan[] {
  const { name } = earned.placed.outcome;
  return earned.group.limits.filter(({ outcomes }) => !outcomes || outcomes.includes(name));
}

/** Lines draw on one sum if they have a limit's clause and scope and, if it is yearly, its year. */
function poolOf(limit: LimitPlan, { participant, earned }: Draft, plan: Plan): string {
  const { attachment, achievement, instance } = earned;
  const year = limit.eachYear ? yearIn(plan, achievement.day) : 0;
  const referral = instance.scope === 'referral' ? instance.key : attachment.referral.id;
  const scope = { participant: '', attachment: attachment.id, referral }[limit.per];
  const covered = limit.outcomes?.join() ?? '';
  return JSON.stringify([participant, limit.clause, covered, limit.per, scope, year]);
}
