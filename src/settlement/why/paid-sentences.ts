import { type Due, payableOfDue } from '../due/due.ts';
import { cutTo, type MetLimit, type MetPart } from '../due/limit.ts';
import { findClosing } from '../due/limited-at-close.ts';
import type { Share } from '../due/limits-over.ts';
import type { PaidBy } from '../due/payers.ts';
import type { Plan } from '../plan/plan.ts';
import { limitWords, mostWords } from './limit-words.ts';
import { dayWords, listWords, moneyWords } from './words.ts';

/** A line, who pays it, and whether nobody owes it before the close of a limit over it. */
export type AskedOf = PaidBy & Readonly<{ isOpen?: true }>;

/** What a line waits for where a limit over it is shared in proportion at a close. */
export function closeSentences(due: Due, plan: Plan): readonly string[] {
  const { clause, period } = findClosing(due, plan) ?? {};
  if (clause === undefined || period === undefined || due.earnedOn === undefined) return [];
  const { first, last, closesOn } = period;
  return [
    `It waits for the close of ${dayWords(first)} to ${dayWords(last)}, at the end of ` +
      `${dayWords(closesOn)}, when ${clause} is shared: that is its place in line.`,
  ];
}

/** What each limit over a part of a line had left for it, or the one that cut it. */
export function limitSentences({ amount, met }: MetPart, currency: string): readonly string[] {
  const { paid, cut } = cutTo(amount, met);
  if (cut === undefined) return met.map((each) => `${hadLeft(each)}.`);
  return met
    .filter(({ clause, left }) => clause === cut.clause && left === paid)
    .slice(0, 1)
    .map((each) => `${hadLeft(each)}: ${moneyWords(cut.amount, currency)} is not paid.`);

  function hadLeft({ limit, clause, left, share }: MetLimit): string {
    const allows = limitWords(limit, currency);
    if (share) return `${clause}, ${allows}, ${shareSentence(share, left, currency)}`;
    return `${clause}, ${allows}, had ${moneyWords(left, currency)} left when this line came`;
  }
}

/** How a limit that is shared in proportion comes out for one line, as a clause of a sentence. */
function shareSentence(
  { most, amount, all, left: shared }: Share,
  left: bigint,
  currency: string,
): string {
  const money = (units: bigint) => moneyWords(units, currency);
  if (all <= shared) return `is over lines that come to ${money(all)}, and leaves each whole`;
  const rest = left === most ? '' : `, of which ${money(left)} is left`;
  return (
    `is shared in proportion: ${money(shared)} over lines that come to ${money(all)}. The share ` +
    `of this one, ${money(amount)}, is ${money(most)}${rest}`
  );
}

/** What is owed in the end, and by whom; of a line that is still open, what is forecast. */
export function owedSentences({ due, payers, isOpen }: AskedOf, plan: Plan): readonly string[] {
  const { currency } = plan;
  if (isOpen) return [forecastSentence(due, plan)];
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

function forecastSentence(due: Due, plan: Plan): string {
  const { closesOn } = findClosing(due, plan)?.period ?? {};
  const until = closesOn === undefined ? '' : ` before the end of ${dayWords(closesOn)}`;
  const money = moneyWords(payableOfDue(due), plan.currency);
  return `Nobody owes it${until}: ${money} is forecast, as things are known now.`;
}
