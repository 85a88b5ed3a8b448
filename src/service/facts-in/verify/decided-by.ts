import { type Day, dayNumber, dayOf } from '../../../calendar/index.ts';
import { type Contract, findTerm, forms } from '../../../contract/index.ts';
import { lastDayIn } from '../../../market/index.ts';

/** The days that a page states for deciding on claims. */
export type DecidedBy = Readonly<{
  /** The last day on which a claim may be decided; absent where the page states none. */
  decideBy?: Day;
  /** Days from today to that day: 0 on the day itself, less than that after it. */
  daysLeft?: number;
  /** Whether a claim that nobody has decided by then counts as verified. */
  isDeemed: boolean;
}>;

/**
 * By which day a claim is decided: the sooner of what the page says under Proof, and of the day
 * after which an undecided claim counts as verified. Days are reckoned from the day after it
 * became known, as a settlement reckons them.
 */
export function decidedBy(
  contract: Contract,
  { known, today }: Readonly<{ known: Day; today: Day }>,
): DecidedBy {
  const { proof = [], payment = [] } = contract.sections;
  const deemed = findTerm(payment, forms.payment.undecided)?.within;
  const lengths = [findTerm(proof, forms.proof.decided)?.within, deemed];
  const first = dayOf(dayNumber(known) + 1);
  const days = lengths.flatMap((within) =>
    within === undefined ? [] : (lastDayIn(contract, first, within) ?? []),
  );
  const decideBy = days.toSorted()[0];
  const isDeemed = deemed !== undefined;
  if (decideBy === undefined) return { isDeemed };
  return { decideBy, daysLeft: dayNumber(decideBy) - dayNumber(today), isDeemed };
}
