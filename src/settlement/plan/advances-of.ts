import { dayNumber } from '../../calendar/index.ts';
import { type Contract, forms, parseShare } from '../../contract/index.ts';
import { minorUnits } from './minor-units.ts';
import type { AdvancePlan } from './money-plan.ts';
import { paymentTerms } from './payment-terms.ts';

const { advanceOnDay, advanceOnJoining } = forms.fees;

/** What is paid before it is earned, and which share of what is earned works it off. */
export function advancesOf(contract: Contract): readonly AdvancePlan[] {
  const onJoining = paymentTerms(contract, advanceOnJoining).map(
    ({ term, ...place }): AdvancePlan => {
      const amount = minorUnits(contract, term.amount);
      return { ...place, amount, on: { is: 'joining' }, share: parseShare(term.share) };
    },
  );
  const onDays = paymentTerms(contract, advanceOnDay).map(({ term, ...place }): AdvancePlan => {
    const amount = minorUnits(contract, term.amount);
    const day = dayNumber(term.day);
    return { ...place, amount, on: { is: 'day', day }, share: parseShare(term.share) };
  });
  return [...onJoining, ...onDays].sort((one, other) => one.order - other.order);
}
