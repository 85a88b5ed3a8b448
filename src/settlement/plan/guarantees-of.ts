import { type Contract, forms } from '../../contract/index.ts';
import { closingPeriodsOf } from './closing-periods-of.ts';
import { minorUnits } from './minor-units.ts';
import type { GuaranteePlan } from './money-plan.ts';
import { paymentTerms } from './payment-terms.ts';
import type { ContractDays } from './periods-of.ts';

const { guaranteedPayment, guaranteedReferrals } = forms.payment;

/** What a provider is promised of a year, in people sent to it or in money. */
export function guaranteesOf(contract: Contract, days: ContractDays): readonly GuaranteePlan[] {
  const closing = closingPeriodsOf(contract, days, 'year');
  const yearsOf = (said: 'each' | 'the first') => (said === 'each' ? closing : closing.slice(0, 1));
  const inReferrals = paymentTerms(contract, guaranteedReferrals).map(
    ({ term, ...place }): GuaranteePlan => {
      const amountShort = minorUnits(contract, term.amount);
      const least = { is: 'referrals', count: term.least, amountShort } as const;
      return { ...place, years: yearsOf(term.year), least };
    },
  );
  const inMoney = paymentTerms(contract, guaranteedPayment).map(
    ({ term, ...place }): GuaranteePlan => {
      const least = { is: 'payment', amount: minorUnits(contract, term.least) } as const;
      return { ...place, years: yearsOf(term.year), least };
    },
  );
  return [...inReferrals, ...inMoney].sort((one, other) => one.order - other.order);
}
