import type { DayNumber } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { admitOthers, type Sighting } from '../admit/admit-others.ts';
import { chainsIn } from '../admit/admitted.ts';

/** The day on which each provider left the programme, by the facts that name no participant. */
export function leavingDays(
  others: readonly Fact[],
  sighting: Sighting,
): ReadonlyMap<string, DayNumber> {
  const leaving = others.filter(({ kind }) => kind === 'left' || kind === 'withdrawn');
  const days = new Map<string, DayNumber>();
  for (const { head } of chainsIn(admitOthers(leaving, sighting))) {
    if (head.state !== 'verified' || head.provider === undefined) continue;
    const day = firstDay(head);
    days.set(head.provider, Math.min(day, days.get(head.provider) ?? day));
  }
  return days;
}
