import { dayNumber } from '../../calendar/index.ts';
import type { Fact, FactSource } from '../../facts/index.ts';
import {
  compareFractions,
  type Fraction,
  formatMajor,
  fraction,
  maxFraction,
  round,
  subtract,
  sumFractions,
  unitsOfMajor,
  zero,
} from '../../money/index.ts';
import { admit } from '../admit/admit.ts';
import { factsSeen, viewOf } from '../admit/view.ts';
import type { AsAt } from '../as-at.ts';
import type { ReservePlan } from '../plan/payment-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { ResultLine, SettlementResult } from '../result.ts';
import { type BoundPlans, boundPlans } from '../whose/bound-plans.ts';
import { type Attachment, rosterOf } from '../whose/roster.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import { down } from './recover.ts';

/** What is set aside, as a memorandum, for those attached now. Money is text in whole units. */
export type Reserved = Readonly<{
  /** How many attachments have not ended. */
  attachments: number;
  /** What each sets aside, less what it has earned. */
  amount: string;
  /** What may be spent, less what is owed to date and set aside; null where no sum is said. */
  left: string | null;
}>;

/** What is owed to date. Its lines may be made as they are looked at. */
type Spent = Pick<SettlementResult, 'asAt' | 'knownAt' | 'currency' | 'total'> &
  Readonly<{ lines: Iterable<Pick<ResultLine, 'line' | 'participant' | 'amount'>> }>;

/** What the attachments that are open on the day set aside of what may be spent. */
export function reservedOf(
  reserve: ReservePlan,
  { plan, source, now }: Readonly<{ plan: Plan; source: FactSource; now: Spent }>,
): Reserved {
  const asAt: AsAt = { trueBy: dayNumber(now.asAt), knownBy: dayNumber(now.knownAt) };
  const earned = earnedByAttachment(now);
  const bound = boundPlans(plan, source.others, asAt);
  const open: Attachment[] = [];
  for (let at = 0; at < source.participantCount; at += 1) {
    open.push(...openAttachments({ plan, bound, asAt }, source.participantAt(at).facts));
  }
  const sums = open.map(({ id, group }) =>
    maxFraction(zero, subtract(amountOf(reserve, group), fraction(earned.get(id) ?? 0n))),
  );
  const amount = round(sumFractions(sums), { unit: fraction(1), direction: 'up' });
  const money = (units: bigint) => formatMajor(units, now.currency);
  const { spend } = reserve;
  const left = spend && round(spend, down) - unitsOfMajor(now.total) - amount;
  return {
    attachments: open.length,
    amount: money(amount),
    left: left === undefined ? null : money(left),
  };
}

/** Whether what is left is too little for one more attachment of any group. */
export function isReserveUsedUp(
  { amounts }: ReservePlan,
  { left }: Pick<Reserved, 'left'>,
): boolean {
  if (left === null) return false;
  const units = fraction(unitsOfMajor(left));
  return [...amounts.values()].every((amount) => compareFractions(units, amount) < 0);
}

/** A page of one group may leave it unnamed. */
function amountOf({ amounts }: ReservePlan, group: string): Fraction {
  return amounts.get(group) ?? [...amounts.values()][0] ?? zero;
}

function earnedByAttachment({ lines }: Spent): ReadonlyMap<string, bigint> {
  const earned = new Map<string, bigint>();
  for (const { line, participant, amount } of lines) {
    const [, attachment] = line.split('|');
    if (participant === undefined || attachment === undefined) continue;
    earned.set(attachment, (earned.get(attachment) ?? 0n) + unitsOfMajor(amount));
  }
  return earned;
}

type Ground = Readonly<{ plan: Plan; bound: BoundPlans; asAt: AsAt }>;

/**
 * Nobody who has been set aside, has left or has come to the end of the part is attached: each by
 * the version that binds the provider on the day, and for whom a change counts.
 */
function openAttachments(
  { plan, bound, asAt }: Ground,
  own: readonly Fact[],
): readonly Attachment[] {
  const day = Math.min(asAt.trueBy, asAt.knownBy);
  const sight = { knownBy: asAt.knownBy, horizon: day, reading: 'firm' } as const;
  const view = viewOf(admit(own, asAt), sight);
  return plan.versions.flatMap((version) => {
    const isSetAside = version.setAsideBy.some((kind) =>
      factsSeen(view, kind).some(({ states }) => states.every((state) => state === 'verified')),
    );
    if (isSetAside) return [];
    return rosterOf(view, plan, version).attachments.filter((each) => {
      const days = { attachment: each.day, outcome: day };
      const inForce = versionInForce(bound.planFor(each.provider), days);
      return each.lastDay > day && inForce === version;
    });
  });
}
