import { type Day, dayNumber } from '../../calendar/index.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  getCurrency,
  round,
} from '../../money/index.ts';
import { assert, type Problem } from '../../problem/index.ts';
import { paymentPlanOf, planOf } from '../../settlement/index.ts';
import { isReserveLeft } from '../../store/people/index.ts';
import type { Work } from '../act/index.ts';
import { findRules } from '../facts-in/index.ts';
import { reserveUsedUp } from './problems.ts';

const up = { unit: fraction(1), direction: 'up' } as const;
const down = { unit: fraction(1), direction: 'down' } as const;

/**
 * Where the page has each attachment reserve a sum, and nobody referred when none is left: whether
 * one more could be paid. What is left is told to nobody here.
 */
export async function checkReserve(
  { tx, today }: Work,
  { programme, group }: Readonly<{ programme: string; group?: string | undefined }>,
): Promise<readonly Problem[]> {
  const found = await findRules(tx, programme);
  if (found === undefined) return [];
  const { reserve } = paymentPlanOf(found.contracts, dayNumber(today as Day));
  const { spend, amounts = new Map<string, Fraction>() } = reserve ?? {};
  const [least, ...more] = [...amounts.values()].sort(compareFractions);
  if (spend === undefined || least === undefined) return [];
  const plan = planOf(found.contracts);
  assert(plan.ok, 'versions that were published follow each other');
  const isLeft = await isReserveLeft(tx, {
    programme,
    spend: round(spend, down),
    // Of those since the last settlement the groups are sealed: each may be the dearest.
    each: round(more.at(-1) ?? least, up),
    wanted: round(amounts.get(group ?? '') ?? least, up),
    minorUnits: 10n ** BigInt(getCurrency(plan.value.currency).exponent),
  });
  return isLeft ? [] : [reserveUsedUp()];
}
