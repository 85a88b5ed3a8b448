import { payableOfDue } from '../due/due.ts';
import { cutTo, type MetPart } from '../due/limit.ts';
import type { PaidBy } from '../due/payers.ts';
import type { Plan } from '../plan/plan.ts';
import { listWords, moneyWords } from './words.ts';

/** What the limits over a part of a line left of it. */
export function limitSentences({ amount, met }: MetPart, currency: string): readonly string[] {
  const { cut } = cutTo(amount, met);
  if (cut === undefined) {
    const left = met.map(({ clause, left: each }) => `${clause} had ${moneyWords(each, currency)}`);
    return [`The limits over it left room: ${listWords(left)} left.`];
  }
  const { left = 0n } =
    met.find(({ clause, left: each }) => clause === cut.clause && each === amount - cut.amount) ??
    {};
  return [
    `${cut.clause} had ${moneyWords(left, currency)} left when this line came: ` +
      `${moneyWords(cut.amount, currency)} is not paid.`,
  ];
}

/** What is owed in the end, and by whom. */
export function owedSentences({ due, payers }: PaidBy, plan: Plan): readonly string[] {
  const { currency } = plan;
  const limits = due.version.whole?.payerLimits ?? [];
  const cuts = due.unpaid.flatMap(({ amount, clause }) => {
    const limit = limits.find((each) => each.clause === clause);
    if (limit === undefined) return [];
    const cut = moneyWords(amount, currency);
    return [`${limit.payer} has paid the most that it pays: ${cut} is not paid (${clause}).`];
  });
  const whole = moneyWords(payableOfDue(due), currency);
  if (!payers?.length) return [...cuts, `${whole} is owed by ${plan.payer} to ${due.payee}.`];
  const parts = payers.map(({ payer, amount }) => `${moneyWords(amount, currency)} by ${payer}`);
  return [...cuts, `${whole} is owed to ${due.payee}: ${listWords(parts)}.`];
}
