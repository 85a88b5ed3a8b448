import type { Contract } from '../contract/index.ts';
import type { Problem } from '../problem/index.ts';
import { joiningConditions } from './joining-conditions.ts';
import {
  conditionTwice,
  conditionUnknown,
  reasonEmpty,
  reasonOnAdmission,
  reasonsMissing,
} from './problems.ts';

/** Why a provider is refused: a condition of the page by its key, and how it is not met. */
export type RefusalReason = Readonly<{ condition: string; reason: string }>;

export type Decision = Readonly<{
  is: 'admitted' | 'refused';
  reasons: readonly RefusalReason[];
}>;

/**
 * What keeps a decision from standing. It rests on the conditions of the page and nothing else: a
 * refusal names at least one and says of each why, an admission needs no reason.
 */
export function decisionProblems(contract: Contract, decision: Decision): readonly Problem[] {
  const { reasons } = decision;
  if (decision.is === 'admitted') return reasons.length === 0 ? [] : [reasonOnAdmission()];
  if (reasons.length === 0) return [reasonsMissing()];
  const keys = joiningConditions(contract).map(({ key }) => key);
  return reasons.flatMap(({ condition, reason }, index) => {
    const field = `reasons.${index + 1}`;
    if (!keys.includes(condition)) return [conditionUnknown(field, condition)];
    const first = reasons.findIndex((other) => other.condition === condition);
    if (first < index) return [conditionTwice(field, condition)];
    return reason.trim() === '' ? [reasonEmpty(field, condition)] : [];
  });
}
