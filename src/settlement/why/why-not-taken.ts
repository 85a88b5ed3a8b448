import type { DayNumber } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import type { Plan } from '../plan/plan.ts';
import { dayWords } from './words.ts';

/** Why an attachment or a referral counts for nothing: its day is none of the contract's. */
export function whyNotTaken(plan: Plan, fact: Fact): string | undefined {
  return whyNotTakenOn(plan, { kind: fact.kind, day: firstDay(fact) });
}

/** The same of one of which no more than its kind and its day is known. */
export function whyNotTakenOn(
  plan: Plan,
  { kind, day }: Readonly<{ kind: string; day: DayNumber }>,
): string | undefined {
  if (day < plan.startsOn) return `the contract begins on ${dayWords(plan.startsOn)}`;
  if (day > plan.endsOn) return `the contract ends on ${dayWords(plan.endsOn)}`;
  if (kind !== 'referred') return undefined;
  const until = referralsUntil(plan);
  if (day <= until) return undefined;
  return `people are referred until ${dayWords(until)}`;
}

/** The last day on which anybody is referred, under whichever version allows it longest. */
function referralsUntil({ versions }: Plan): number {
  return Math.max(...versions.map((version) => version.referralsUntil ?? Number.POSITIVE_INFINITY));
}
