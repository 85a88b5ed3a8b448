import type { DayNumber, Span } from '../../calendar/index.ts';
import type { ProviderSeen } from './providers.ts';

/** The days of a period on which a provider took part; undefined where there is none. */
export function findDaysThere({ joinedOn, leftOn }: ProviderSeen, period: Span): Span | undefined {
  const first = Math.max(joinedOn, period.first);
  const last = Math.min(leftOn ?? period.last, period.last);
  return first <= last ? { first, last } : undefined;
}

/** Whether a provider took part on a day. */
export function isThere(provider: ProviderSeen, day: DayNumber): boolean {
  return findDaysThere(provider, { first: day, last: day }) !== undefined;
}

export function lengthOf({ first, last }: Span): number {
  return last - first + 1;
}
