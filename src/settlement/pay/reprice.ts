import { divide, type Fraction, isZero, multiply } from '../../money/index.ts';
import type { Draft } from './draft.ts';
import { worthOf } from './earned-line.ts';
import type { Priced } from './price.ts';

/** A line at another price. What of it had been earned by when changes in the same proportion. */
export function repriced(draft: Draft, priced: Priced): Draft {
  if (priced === draft.priced) return draft;
  const exact = multiply(worthOf(draft.earned, priced), draft.share.part);
  const { steps, exact: before } = draft;
  const upTo = (part: Fraction) => (isZero(before) ? exact : multiply(exact, divide(part, before)));
  const scaled = steps.map((step) => ({ ...step, upTo: upTo(step.upTo) }));
  return { ...draft, priced, exact, steps: scaled };
}
