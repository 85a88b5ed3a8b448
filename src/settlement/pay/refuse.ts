import { lastDayOf } from '../../calendar/index.ts';
import type { Work } from '../work.ts';
import { type Draft, grossUpTo, payableOf, stepsInTime } from './draft.ts';

/**
 * Steps 3 and 5. What is another provider's, what falls too long after an ending, and what became
 * known too late, is not paid.
 */
export function refuse(draft: Draft, work: Work): Draft {
  const { clause } = draft.earned.placed.outcome;
  if (draft.steps.length === 0) return { ...draft, refusal: { reason: 'not_verified', clause } };
  if (draft.earned.isOthers) return { ...draft, refusal: { reason: 'other_provider', clause } };
  const isLate = stepsInTime(draft).length === 0;
  if (isLate) return { ...draft, refusal: { reason: 'too_late', clause } };
  const ended = findEnding(draft, work);
  return ended === undefined ? draft : { ...draft, refusal: { reason: 'ended', clause: ended } };
}

/** The clause by which an outcome falls too long after its provider or the programme ended. */
function findEnding({ earned }: Draft, { plan, leftOn }: Work): string | undefined {
  const { ending } = earned.version.whole ?? {};
  const { day } = earned.achievement;
  const left = leftOn.get(earned.attachment.provider);
  const { afterLeaving, runOff } = ending ?? {};
  if (afterLeaving && left !== undefined && day > lastDayOf(left + 1, afterLeaving.length)) {
    return afterLeaving.clause;
  }
  return runOff && day > lastDayOf(plan.endsOn + 1, runOff.length) ? runOff.clause : undefined;
}

/** Once its gross amount is known: what is refused is so whole, or as far as it came too late. */
export function withRefusal(draft: Draft): Draft {
  const { isGiven, refusal, earned } = draft;
  const { clause, knownWithin } = earned.placed.outcome;
  const isWhole = refusal === undefined && knownWithin === undefined;
  if (isGiven || isWhole) return draft;
  const unpaid = refusal
    ? { ...refusal, amount: payableOf(draft) }
    : { reason: 'too_late' as const, clause, amount: lateAmountOf(draft) };
  return unpaid.amount === 0n ? draft : { ...draft, unpaid: [...draft.unpaid, unpaid] };
}

function lateAmountOf(draft: Draft): bigint {
  const last = stepsInTime(draft).at(-1);
  // Known whole in time: nothing is late, whatever the rounding of a total added to the line.
  if (last === undefined || last === draft.steps.at(-1)) return 0n;
  return draft.gross - grossUpTo(draft, last.upTo);
}
