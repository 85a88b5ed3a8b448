import type { DayNumber } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { admit } from '../admit/admit.ts';
import type { Timely } from '../admit/timely.ts';
import type { AsAt } from '../as-at.ts';

/** The day on which each provider left the programme, by the facts that name no participant. */
export function leavingDays(
  others: readonly Fact[],
  asAt: AsAt,
  timely: Timely | undefined,
): ReadonlyMap<string, DayNumber> {
  const leaving = others.filter(({ kind }) => kind === 'left' || kind === 'withdrawn');
  const days = new Map<string, DayNumber>();
  for (const { head } of admit(leaving, asAt, timely).chains) {
    if (head.state !== 'verified' || head.provider === undefined) continue;
    const day = firstDay(head);
    days.set(head.provider, Math.min(day, days.get(head.provider) ?? day));
  }
  return days;
}
