import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { type Fraction, fraction, one } from '../../money/index.ts';
import { isThere } from '../other/membership.ts';
import type { ProviderSeen } from '../other/providers.ts';
import type { MeasurePayees } from '../plan/measure-plan.ts';
import type { Crowd } from '../whose/crowd.ts';
import type { Asked } from './numbers.ts';
import { isWithin } from './person.ts';

/** A provider and its part of what a measure pays; the parts add up to the whole. */
export type Payee = Readonly<{ provider: string; part: Fraction }>;

/** Who may be paid: the providers that have joined, and who was attached to them. */
export type Market = Readonly<{ providers: readonly ProviderSeen[]; crowd: Crowd }>;

/** To whom a line of this day goes, by name. Nobody, where nobody is there. */
export function payeesOf(
  to: MeasurePayees,
  asked: Asked,
  { day, market }: Readonly<{ day: DayNumber; market: Market }>,
): readonly Payee[] {
  if (asked.provider !== '') return [{ provider: asked.provider, part: one }];
  const joined = joinedOn(market.providers, day);
  switch (to.is) {
    case 'own':
      return joined.slice(0, 1).map((provider) => ({ provider, part: one }));
    case 'equally':
      return joined.map((provider) => ({ provider, part: fraction(1, joined.length) }));
    case 'by attachments':
      return byAttachments(asked, market.crowd);
    case 'shares':
      return [...to.shares]
        .map(({ provider, share }) => ({ provider, part: share }))
        .sort((a, b) => compareTexts(a.provider, b.provider));
  }
}

function joinedOn(providers: readonly ProviderSeen[], day: DayNumber): readonly string[] {
  return providers
    .filter((each) => isThere(each, day))
    .map(({ provider }) => provider)
    .sort(compareTexts);
}

function byAttachments({ taking }: Asked, { attached }: Crowd): readonly Payee[] {
  const { cohort } = taking;
  const counts = new Map<string, number>();
  let all = 0;
  for (const { day, provider, setAsideOn } of attached) {
    const isSetAside = setAsideOn !== undefined && setAsideOn <= cohort.takenOn;
    if (provider === undefined || isSetAside || !isWithin(day, cohort)) continue;
    counts.set(provider, (counts.get(provider) ?? 0) + 1);
    all += 1;
  }
  return [...counts]
    .map(([provider, count]) => ({ provider, part: fraction(count, all) }))
    .sort((a, b) => compareTexts(a.provider, b.provider));
}
