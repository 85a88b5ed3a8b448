import type { Contract } from '../../contract/index.ts';
import { joiningConditions } from '../../market/index.ts';
import type { Application, KeptReason } from '../../store/joining/index.ts';
import { wordsOfReason } from './reason-codes.ts';

/** Whether the day by which the page has it decided went by, on both sides alike. */
export function isLate({ state, decideBy, decidedOn }: Application, today: string): boolean {
  if (decideBy === null || state === 'draft' || state === 'withdrawn') return false;
  return (decidedOn ?? today) > decideBy;
}

/** Where an application stands. */
export function statedOf(application: Application, today: string) {
  const { number, state, appliedOn, decideBy, decidedOn } = application;
  return {
    number,
    state,
    isLate: isLate(application, today),
    ...(appliedOn === null ? {} : { appliedOn }),
    ...(decideBy === null ? {} : { decideBy }),
    ...(decidedOn === null ? {} : { decidedOn }),
  };
}

/** Why it was refused, with the sentences of the page that it rests on. */
export function reasonsGiven(contract: Contract, reasons: readonly KeptReason[]) {
  const sentences = new Map(joiningConditions(contract).map((each) => [each.key, each.sentence]));
  return reasons.map(({ condition, reason }) => ({
    condition,
    sentence: sentences.get(condition) ?? condition,
    reason,
    words: wordsOfReason(reason),
  }));
}
