import {
  type Contract,
  type Form,
  forms,
  type PlainSection,
  printSentences,
} from '../../contract/index.ts';

const { learning, payment } = forms;

/** Sentences that would change what is owed, and of which not everything is worked out so far. */
const notYet: Readonly<Partial<Record<PlainSection, readonly Form[]>>> = {
  payment: [payment.grantGoesOn],
  learning: [learning.staggered, learning.groupStarts, learning.characteristicsStart],
};

/**
 * The sentences of a page that a total does not reflect so far, as the page says them: whoever
 * reads the total must know.
 */
export function notWorkedOut(contract: Contract): readonly string[] {
  return Object.entries(notYet).flatMap(([section, declared]) =>
    printSentences(contract, section as PlainSection, declared),
  );
}
