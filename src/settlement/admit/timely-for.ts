import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts, type Fact, firstDay } from '../../facts/index.ts';
import type { Work } from '../work.ts';
import { admit } from './admit.ts';
import { chainsIn } from './admitted.ts';
import { rulesUnder, type Timely } from './timely.ts';

/**
 * What is said of facts of one participant that come late: what binds the provider to which it was
 * attached last by the day of each, or first of all. Mostly that is the same for everybody.
 */
export function timelyFor(
  { timely, bound, asAt }: Work,
  factsOf: () => readonly Fact[],
): Timely | undefined {
  if (timely === undefined || bound.plans.length === 1) return timely;
  const chains = chainsIn(admit(factsOf(), asAt, { kindsRead: attachedAlone }));
  const stays = chains
    .filter(({ head }) => head.state === 'verified')
    .map(({ id, head }) => ({ id, day: firstDay(head), provider: head.provider }))
    .sort((a, b) => a.day - b.day || compareTexts(a.id, b.id));
  const providerOn = (day: DayNumber) =>
    (stays.findLast((stay) => stay.day <= day) ?? stays[0])?.provider;
  const rulesOn = (day: DayNumber) => rulesUnder(bound.planFor(providerOn(day)), day);
  return { ...timely, rulesOn };
}

const attachedAlone: ReadonlySet<string> = new Set(['attached']);
