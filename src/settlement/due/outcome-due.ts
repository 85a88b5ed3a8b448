import { fraction, multiply, one } from '../../money/index.ts';
import {
  type Draft,
  grossUpTo,
  lineName,
  payableOf,
  payableOnOf,
  stepsInTime,
} from '../pay/draft.ts';
import { lesser } from '../pay/lesser.ts';
import type { Difference } from '../pay/rounding-of-total.ts';
import { type Due, type DueStep, isPayerCut } from './due.ts';

/** An outcome's line, worked out to its gross amount, among all others. */
export function outcomeDue(draft: Draft): Due {
  const { earned, participant, payee, priced, share, gross, unpaid } = draft;
  const { placed, attachment, achievement, group, version, number } = earned;
  const { outcome, order } = placed;
  const payableOn = payableOnOf(draft);
  const due = {
    line: lineName(draft),
    clause: outcome.clause,
    outcome: outcome.name,
    participant,
    group: group.group,
    provider: attachment.provider,
    payee,
    number,
    day: achievement.day,
    payableOn: payableOn ?? achievement.day,
    order,
    quantity: achievement.quantity,
    price: share.part === one ? priced.unit : multiply(priced.unit, share.part),
    gross,
    unpaid,
    steps: draft.refusal ? noSteps : stepsOf(draft),
    version,
    basis: { is: 'outcome', draft } as const,
  };
  return payableOn === undefined ? waiting(due) : due;
}

/** Nearly every line has a payable day; from the few that wait it is taken. */
function waiting(due: Due): Due {
  const { payableOn: _, ...rest } = due;
  return rest;
}

const noSteps: readonly DueStep[] = [];

/** A line that grew stands in line in parts: what was earned first, and what was added when. */
function stepsOf(draft: Draft): readonly DueStep[] {
  const steps = stepsInTime(draft);
  const payable = payableOf(draft) + cutByPayers(draft);
  return steps.map((step, at) => {
    const isLast = at === steps.length - 1;
    const upTo = isLast ? payable : lesser(grossUpTo(draft, step.upTo), payable);
    return { payableOn: Math.max(step.payableOn, draft.heldUntil ?? step.payableOn), upTo };
  });
}

/** What payers' limits left unpaid of a line that was settled: it had its room all the same. */
function cutByPayers({ isGiven, unpaid, earned }: Draft): bigint {
  const cuts = isGiven ? unpaid.filter((each) => isPayerCut(each, earned.version)) : [];
  return cuts.reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * What rounding a total to a larger unit adds or takes: a line of its own, with the days of the
 * last line of the total.
 */
export function roundingDue(difference: Difference): Due {
  const { last, amount } = difference;
  const { participant: _, group: __, ...due } = outcomeDue(last);
  const payees = due.payee === due.provider ? [] : [due.payee];
  const { payableOn } = due;
  return {
    ...due,
    line: [due.clause, '', due.provider, 'rounding', ...payees].join('|'),
    number: 'rounding',
    quantity: one,
    price: fraction(amount),
    gross: amount,
    unpaid: [],
    steps: payableOn === undefined ? [] : [{ payableOn, upTo: amount }],
    basis: { is: 'rounding', difference },
  };
}
