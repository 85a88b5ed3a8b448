import type { OtherBasis } from '../due/due.ts';
import type { MetPart } from '../due/limit.ts';
import { lineName } from '../pay/draft.ts';
import type { Difference } from '../pay/rounding-of-total.ts';
import type { Plan } from '../plan/plan.ts';
import { type AskedOf, closeSentences, limitSentences, owedSentences } from './paid-sentences.ts';
import { listWords, moneyWords } from './words.ts';

type Seen = Readonly<{
  facts: readonly string[];
  counted: readonly string[];
  parts: readonly MetPart[];
  paid: AskedOf;
}>;

/** A line that is no participant's, in plain sentences. */
export function otherSentences(basis: OtherBasis, plan: Plan, seen: Seen): readonly string[] {
  const { facts, counted, parts, paid } = seen;
  const { currency } = plan;
  const gates = paid.due.unpaid
    .filter(({ reason }) => reason === 'gate')
    .map(({ amount, clause }) => {
      const money = moneyWords(amount, currency);
      return `${money} is not paid: the gate over it has not been passed (${clause}).`;
    });
  return [
    ...basis.explain(),
    ...counted,
    ...(facts.length > 0 ? [`It rests on ${listWords(facts)}.`] : []),
    ...gates,
    ...closeSentences(paid.due, plan),
    ...parts.flatMap((part) => limitSentences(part, currency)),
    ...owedSentences(paid, plan),
  ];
}

/** The sentences of what rounding a total to a larger unit adds or takes. */
export function roundingSentences(
  { last, sum, amount }: Difference,
  paid: AskedOf,
  plan: Plan,
): readonly string[] {
  const { provider } = last.earned.attachment;
  const { outcome } = last.earned.placed;
  return [
    `The lines of ${provider} for ${outcome.name} come to ${moneyWords(sum, plan.currency)}.`,
    `Rounding that total as the page says makes a difference of ` +
      `${moneyWords(amount, plan.currency)}, a line of its own after ${lineName(last)}.`,
    ...closeSentences(paid.due, plan),
    ...owedSentences(paid, plan),
  ];
}
