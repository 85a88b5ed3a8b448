import { payableOfDue } from '../due/due.ts';
import { cutTo, type MetLimit, type MetPart } from '../due/limit.ts';
import type { PaidBy } from '../due/payers.ts';
import type { Plan } from '../plan/plan.ts';
import { limitWords, mostWords } from './limit-words.ts';
import { listWords, moneyWords } from './words.ts';

/** What each limit over a part of a line had left for it, or the one that cut it. */
export function limitSentences({ amount, met }: MetPart, currency: string): readonly string[] {
  const { paid, cut } = cutTo(amount, met);
  if (cut === undefined) return met.map((each) => `${hadLeft(each)}.`);
  return met
    .filter(({ clause, left }) => clause === cut.clause && left === paid)
    .slice(0, 1)
    .map((each) => `${hadLeft(each)}: ${moneyWords(cut.amount, currency)} is not paid.`);

  function hadLeft({ limit, clause, left }: MetLimit): string {
    const allows = limitWords(limit, currency);
    return `${clause}, ${allows}, had ${moneyWords(left, currency)} left when this line came`;
  }
}

/** What is owed in the end, and by whom. */
export function owedSentences({ due, payers }: PaidBy, plan: Plan): readonly string[] {
  const { currency } = plan;
  const limits = due.version.whole?.payerLimits ?? [];
  const cuts = due.unpaid.flatMap(({ amount, clause }) => {
    const limit = limits.find((each) => each.clause === clause);
    if (limit === undefined) return [];
    const cut = moneyWords(amount, currency);
    const most = mostWords(limit, currency);
    return [`${limit.payer} pays ${most} and has paid so much: ${cut} is not paid (${clause}).`];
  });
  const whole = moneyWords(payableOfDue(due), currency);
  if (!payers?.length) return [...cuts, `${whole} is owed by ${plan.payer} to ${due.payee}.`];
  const parts = payers.map(({ payer, amount }) => `${moneyWords(amount, currency)} by ${payer}`);
  return [...cuts, `${whole} is owed to ${due.payee}: ${listWords(parts)}.`];
}
