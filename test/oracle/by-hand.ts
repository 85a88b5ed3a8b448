import { type Day, dayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { fraction, one, zero } from '../../src/money/index.ts';
import type { Condition, OutcomePlan, Plan, WholePlan } from '../../src/settlement/plan/plan.ts';
import { aWhole } from '../support/makers/whole.ts';

// What small contracts, worked by hand, are made of.

const verified = ['verified'] as const;

type Named = Partial<Omit<OutcomePlan, 'price'>> &
  Readonly<{ name: string; condition: Condition; pounds: number }>;

/** An outcome for so many pounds, once for each participant unless it says otherwise. */
export function anOutcome({ pounds, ...outcome }: Named): OutcomePlan {
  return {
    clause: `Outcomes/${outcome.name}`,
    wording: outcome.name,
    times: 1,
    scope: 'participant',
    onlyAfter: [],
    takesThePlaceOf: [],
    pausedBy: [],
    states: verified,
    price: {
      rows: [{ with: [], price: fraction(pounds * 100) }],
      yearOf: 'outcome',
      perUnit: false,
      taper: [],
      index: [],
      deadweight: zero,
      uplifts: [],
      shares: [],
    },
    ...outcome,
  };
}

/** A contract of one version and one group, and what it says besides of all lines together. */
export function aPlan(
  [startsOn, endsOn]: readonly [Day, Day],
  outcomes: readonly OutcomePlan[],
  whole: Partial<WholePlan> = {},
): Plan {
  const version = {
    version: 1,
    hash: 'one',
    countsFrom: dayNumber(startsOn),
    countsFor: 'outcomes' as const,
    groups: new Map([['all', { group: 'all', outcomes, limits: [] }]]),
    setAsideBy: [],
    whose: 'attached' as const,
    routes: [],
    rounding: { unit: one, direction: 'nearest' as const },
    roundingOf: 'line' as const,
    whole: aWhole(whole),
  };
  return {
    currency: 'GBP',
    payer: 'Northshire',
    startsOn: dayNumber(startsOn),
    endsOn: dayNumber(endsOn),
    versions: [version],
  };
}

let count = 0;

/** A verified fact about Sam, known at once. */
export function aFact(kind: string, days: Readonly<{ day?: Day; from?: Day; to?: Day }>): Fact {
  count += 1;
  const numbers = Object.fromEntries(
    Object.entries(days).map(([key, day]) => [key, dayNumber(day)]),
  ) as { day?: number; from?: number; to?: number };
  return {
    id: `F${count}`,
    kind,
    participant: 'Sam',
    ...numbers,
    known: (numbers.day ?? numbers.to) as number,
    state: 'verified',
  };
}

export function attached(day: Day): Fact {
  return { ...aFact('attached', { day }), provider: 'Bright Futures', group: 'all' };
}

export function lasts(kind: string, weeks: number, how: 'in one go' | 'in total'): Condition {
  return { is: 'lasts', kinds: [kind], less: [], length: { count: weeks, unit: 'week' }, how };
}

export function asAt(day: Day) {
  return { trueBy: dayNumber(day), knownBy: dayNumber(day) };
}
