import { countDays, dayOf, monthSpan, type Span } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { spansOf } from '../admit/day-rows.ts';
import { never } from '../plan/open-days.ts';
import { findOwnerIn } from '../whose/instance.ts';
import type { Ownership } from '../whose/ownership.ts';
import type { Achievement } from './achievement.ts';
import { daysThatCount } from './lasts.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';

type Month = Readonly<{ month: string; days: Span[] }>;

/**
 * Every day counts, as one line for each calendar month and each attachment to which its days fall.
 * Where a mark must be reached first, nothing is owed until it is; then the days before it are too.
 */
export function eachDay(asking: Asking<'each day'>, stage: Stage, taking: Taking): void {
  if (asking.mark === never) return;
  const months = new Map<string, Month>();
  const counted = new Map<string, number>();
  const most = asking.outcome.times === 'any' ? Number.POSITIVE_INFINITY : asking.outcome.times;
  const ownerOn = owners(asking, stage.ownership);
  for (const days of spansOf(daysThatCount(asking, stage))) {
    const first = Math.max(days.first, asking.notBefore);
    for (const part of partsOf({ first, last: days.last }, ownerOn)) {
      const owner = ownerOn(part.first) ?? '';
      const purse = purseOf(owner, asking);
      const before = counted.get(purse) ?? 0;
      const last = Math.min(part.last, part.first + most - before - 1);
      if (last < part.first) continue;
      counted.set(purse, before + last - part.first + 1);
      addTo(months, { first: part.first, last }, owner);
    }
  }
  for (const month of months.values()) if (!takeOne(taking, asAchieved(month, asking))) return;
}

function asAchieved({ month, days }: Month, { mark, condition }: Asking<'each day'>): Achievement {
  const from = days[0]?.first ?? 0;
  const day = days.at(-1)?.last ?? from;
  const certainOn = Math.max(day, mark);
  const quantity = fraction(countDays(days));
  return condition.everyDay
    ? { from, day, certainOn, quantity, month, passed: { days, from: mark } }
    : { from, day, certainOn, quantity, month };
}

/** An attachment's days are counted apart from those that it saw and that were another's. */
function purseOf(owner: string, { instance }: Asking<'each day'>): string {
  return instance.scope === 'attachment' ? String(owner === instance.key) : '';
}

/** The days cut at the ends of months and changes of owner. */
function* partsOf(days: Span, ownerOn: OwnerOn): Generator<Span> {
  let { first } = days;
  while (first <= days.last) {
    const monthEnd = Math.min(days.last, monthSpan(first).last);
    const owner = ownerOn(first);
    let last = monthEnd;
    if (ownerOn(monthEnd) !== owner) {
      last = first;
      while (ownerOn(last + 1) === owner) last += 1;
    }
    yield { first, last };
    first = last + 1;
  }
}

/** The id of the attachment to which a day falls. */
type OwnerOn = (day: number) => string | undefined;

function owners({ instance }: Asking<'each day'>, ownership: readonly Ownership[]): OwnerOn {
  return (day) => findOwnerIn(instance, ownership, day)?.id;
}

function addTo(months: Map<string, Month>, days: Span, owner: string): void {
  const month = dayOf(days.first).slice(0, 7);
  const key = `${month}|${owner}`;
  const own = months.get(key);
  if (own) own.days.push(days);
  else months.set(key, { month, days: [days] });
}
