import type { Fraction } from '../../money/index.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import type { CountLimitPlan, WideLimitPlan } from '../plan/money-plan.ts';
import type { LimitPlan } from '../plan/plan.ts';
import { listWords, moneyWords, shareWords } from './words.ts';

/** "no more than £300 for each participant in each year for Settled and In work". */
export function limitWords(limit: LimitPlan | WideLimitPlan, currency: string): string {
  const { per, outcomes, eachYear } = limit;
  const whose = typeof per === 'string' ? `for each ${per}` : whoseWords(per);
  const covered = outcomes ? ` for ${listWords(outcomes)}` : '';
  const { most } = limit;
  if (whose === '') return `${mostWords({ most, eachYear }, currency)}${covered}`;
  const yearly = eachYear ? ' in each year' : '';
  return `no more than ${moneyWords(roundedDown(most), currency)} ${whose}${yearly}${covered}`;
}

/** "no more than £80,000 in all". */
export function mostWords(
  { most, eachYear }: Readonly<{ most: Fraction; eachYear: boolean }>,
  currency: string,
): string {
  const when = eachYear ? 'in each year' : 'in all';
  return `no more than ${moneyWords(roundedDown(most), currency)} ${when}`;
}

function whoseWords(per: WideLimitPlan['per']): string {
  switch (per.is) {
    case 'contract':
      return '';
    case 'each provider':
      return 'to each provider';
    case 'provider':
      return `to ${per.provider}`;
    case 'group':
      return `for the group ${per.group}`;
  }
}

/** "25% of those attached to its provider". */
export function countWords({ share, of, per }: CountLimitPlan): string {
  const whose = per === 'provider' ? ' to its provider' : '';
  return `${shareWords(share)} of those ${of}${whose}`;
}
