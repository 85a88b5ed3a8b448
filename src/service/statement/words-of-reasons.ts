import { dayNumber, formatDate } from '../../calendar/index.ts';
import type { ResultNotPaid } from '../../settlement/index.ts';

/** Why something is not paid, as a result says it. */
export type WhyUnpaid = Readonly<{ reason: string }> & Pick<ResultNotPaid, 'waitsFor'>;

const words: Readonly<Record<string, string>> = {
  limit: 'cut by a limit',
  beyond_last_band: 'beyond the last band',
  gate: 'its gate was not passed',
  mix: 'over the share of its kind',
  too_late: 'known too late',
  not_verified: 'not verified yet',
  other_provider: 'earned with another provider',
  replaced: 'its place taken by another outcome',
  route: 'another route pays',
  held: 'held',
  ended: 'too long after the end',
  count: 'not people enough yet',
};

/** A reason for which money is not paid, in words. */
export function wordsOfReason({ reason, waitsFor }: WhyUnpaid): string {
  if (reason !== 'gate' || waitsFor === undefined) return words[reason] ?? reason;
  return `waits for ${waitsFor.measure}, taken on ${formatDate(dayNumber(waitsFor.takenOn))}`;
}
