import { findCurrency } from '../../money/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { type Duty, seesMoney } from '../access/index.ts';
import { dutyExcluded, dutyMissing, limitUnreadable, limitWithoutPublisher } from './problems.ts';

/** Duties that somebody is to have, and the limit of a publisher as it was written. */
export type AskedDuties = Readonly<{
  duties: readonly Duty[];
  limit?: Readonly<{ amount: string; currency: string }>;
}>;

/** The same with the limit as money, or none. */
export type CheckedDuties = Readonly<{
  duties: readonly Duty[];
  limitUnits: bigint | null;
  limitCurrency: string | null;
}>;

/** Whether these duties may be given together, beside those that are held. */
export function checkDuties(
  { duties, limit }: AskedDuties,
  held: readonly Duty[] = [],
): Result<CheckedDuties> {
  const problems: Problem[] = duties.length === 0 ? [dutyMissing()] : [];
  const together = [...duties, ...held.filter((duty) => !duties.includes(duty))];
  const shown = together.filter((duty) => duty !== 'case_worker' && seesMoney([duty]));
  if (together.includes('case_worker') && shown.length > 0) problems.push(dutyExcluded(shown));
  if (limit !== undefined && !duties.includes('publisher')) problems.push(limitWithoutPublisher());
  const units = limit === undefined ? null : unitsOf(limit);
  if (limit !== undefined && units === undefined) {
    problems.push(limitUnreadable(limit.amount, limit.currency));
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: { duties, limitUnits: units ?? null, limitCurrency: limit?.currency ?? null },
  };
}

// Figures with as many places as the currency has, or none; commas between them say nothing.
function unitsOf({ amount, currency }: NonNullable<AskedDuties['limit']>): bigint | undefined {
  const exponent = findCurrency(currency)?.exponent;
  const parts = /^(\d{1,15})(?:\.(\d+))?$/.exec(amount.replaceAll(/[, ]/g, ''));
  const [, whole = '', places = ''] = parts ?? [];
  const isWhole = places === '' || places.length === exponent;
  if (exponent === undefined || parts === null || !isWhole) return undefined;
  return BigInt(whole + places.padEnd(exponent, '0'));
}
