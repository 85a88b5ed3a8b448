import type { Length } from '../../calendar/index.ts';
import type { Contract } from '../contract.ts';
import { spends } from '../forms/opening.ts';
import { grantsPaid, noReserve, reserve, settled } from '../forms/payment.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, termsOf } from '../wording/form.ts';
import { printMoney } from '../wording/money-text.ts';

const paidWithinDaysMax = 30;

/** How soon is paid, and what happens when the money runs out. */
export function checkPayment(contract: Contract, reader: Reader): void {
  const terms = contract.sections.payment ?? [];
  for (const term of [...termsOf(terms, settled), ...termsOf(terms, grantsPaid)]) {
    const days = daysAtMost(term.within);
    if (days <= paidWithinDaysMax) continue;
    complain(reader, rangeOf(reader, term), {
      code: 'payment.later_than_thirty_days',
      message: `This is paid after up to ${days} days, and ${paidWithinDaysMax} are the most.`,
      help: 'Write "within 30 days" or fewer.',
    });
  }
  const sum = findTerm(contract.opening, spends);
  const isSaid = findTerm(terms, reserve) ?? findTerm(terms, noReserve);
  const pays = contract.outcomes.outcomes.length > 0 || contract.measures !== undefined;
  if (!sum || isSaid || !pays) return;
  complain(reader, rangeOf(reader, sum), {
    code: 'payment.end_of_money_not_said',
    message: 'The page does not say what happens when this sum runs out.',
    help:
      `Add to Payment "Each attachment reserves ${printMoney('2400', reader.names.currency)}; ` +
      'nobody is referred when none is left." ' +
      'or "Nothing is reserved; what is earned beyond the sum that may be spent is not paid."',
  });
}

/** The most days that a length can take; holidays among working days are left out. */
function daysAtMost({ count, unit }: Length): number {
  const each: Readonly<Record<Length['unit'], number>> = {
    day: 1,
    week: 7,
    month: 31,
    year: 366,
    'working day': 1.4,
  };
  return Math.ceil(count * each[unit]);
}
