import { findLastDayOf, latestDay } from '../../calendar/index.ts';
import { type Contract, findTerm, forms } from '../../contract/index.ts';
import type { ClosingPeriod, Over } from './period-plan.ts';
import { type ContractDays, periodsOf } from './periods-of.ts';
import { sentencesIn } from './sentences-in.ts';
import { workingDaysIn } from './working-days-in.ts';

/**
 * The periods of a contract with the days on which they close. Where each year closes so long after
 * its last day, so does the contract with its last year; quarters and months close as they end.
 */
export function closingPeriodsOf(
  contract: Contract,
  days: ContractDays,
  over: Over,
): readonly ClosingPeriod[] {
  const after = findTerm(sentencesIn(contract, 'payment'), forms.payment.yearCloses)?.after;
  const working = workingDaysIn(contract);
  const isOfYears = over === 'year' || over === 'contract';
  return periodsOf(days, over).map((period) => {
    if (after === undefined || !isOfYears) return { ...period, closesOn: period.last };
    const closesOn = findLastDayOf(period.last + 1, after, working) ?? latestDay;
    return { ...period, closesOn: Math.min(closesOn, latestDay) };
  });
}
