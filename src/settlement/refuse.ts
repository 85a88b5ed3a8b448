import { lastDayOf } from '../calendar/index.ts';
import type { Draft } from './draft.ts';

/** Steps 3 and 5. What is another provider's, and what became known too late, is not paid. */
export function refuse(draft: Draft): Draft {
  const { earned, payableOn } = draft;
  const { outcome } = earned.placed;
  const { clause } = outcome;
  if (payableOn === undefined) return { ...draft, refusal: { reason: 'not_verified', clause } };
  if (earned.isOthers) return { ...draft, refusal: { reason: 'other_provider', clause } };
  if (outcome.knownWithin === undefined) return draft;
  const { day } = earned.achievement;
  const latest = lastDayOf(day, outcome.knownWithin, outcome.window?.working);
  return payableOn > latest ? { ...draft, refusal: { reason: 'too_late', clause } } : draft;
}
