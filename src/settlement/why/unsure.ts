import { firstDay } from '../../facts/index.ts';
import { kindsOf } from '../achieve/order-of-work.ts';
import type { Evaluation } from '../achieve/stage.ts';
import { factsSeen } from '../admit/view.ts';
import type { Unread } from '../as-at.ts';
import type { OutcomePlan } from '../plan/plan.ts';
import { dayWords } from './words.ts';

/** What is not sure about an outcome's facts: unverified, open beyond what is known, or unread. */
export function unsureSentences(
  outcome: OutcomePlan,
  { stages }: Evaluation,
  rest: Readonly<{ unread: readonly Unread[]; participant: string }>,
): readonly string[] {
  const kinds = new Set(kindsOf(outcome.condition));
  const sentences = new Set<string>();
  for (const { view } of stages) {
    for (const { fact } of [...kinds].flatMap((kind) => factsSeen(view, kind))) {
      if (fact.state !== 'rejected' && !outcome.states.includes(fact.state)) {
        sentences.add(
          `Waiting for verification of ${fact.id}: ${fact.kind} on ` +
            `${dayWords(firstDay(fact))} is ${fact.state}.`,
        );
      }
      if (fact.from !== undefined && fact.to === undefined) {
        sentences.add(
          `${fact.id} has no end yet: it is evidence up to ${dayWords(fact.known)}, when it ` +
            `became known, and of no day after.`,
        );
      }
    }
  }
  const unread = rest.unread.filter(
    ({ participant, kind }) =>
      (participant === undefined || participant === rest.participant) &&
      (kind === undefined || kinds.has(kind)),
  );
  const rows = unread.length === 1 ? '1 row' : `${unread.length} rows`;
  if (unread.length > 0) sentences.add(`${rows} of facts could not be read.`);
  return [...sentences];
}

/** Facts of an outcome's kinds that were looked at and turned down. */
export function rejectedSentences(outcome: OutcomePlan, { stages }: Evaluation): readonly string[] {
  const rejected = stages.flatMap(({ view }) =>
    kindsOf(outcome.condition)
      .flatMap((kind) => factsSeen(view, kind))
      .filter(({ states }) => states.includes('rejected')),
  );
  const said = rejected.map(({ fact }) => {
    const day = dayWords(firstDay(fact));
    return `${fact.id}, ${fact.kind} on ${day}, was rejected: it does not count.`;
  });
  return [...new Set(said)];
}
