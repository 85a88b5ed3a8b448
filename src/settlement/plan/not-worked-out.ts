import {
  type Contract,
  type Form,
  forms,
  type PlainSection,
  printSentences,
} from '../../contract/index.ts';

const { learning, market, payment } = forms;

/** Sentences that would change what is owed, and of which nothing is worked out by this engine. */
const notYet: Readonly<Partial<Record<PlainSection, readonly Form[]>>> = {
  payment: [
    payment.grant,
    payment.sharedGrant,
    payment.namedGrant,
    payment.startingGrant,
    payment.undecided,
    payment.onAccount,
    payment.noReserve,
    payment.guaranteedReferrals,
    payment.guaranteedPayment,
    payment.knownWithin,
    payment.knownBy,
    payment.yearCloses,
  ],
  market: [market.paidAfterLeaving, market.runOff],
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
