import { type Day, dayNumber, type Length, parseLength } from '../../../src/calendar/index.ts';
import { type Fraction, fraction, usualRounding, zero } from '../../../src/money/index.ts';
import { assert } from '../../../src/problem/index.ts';
import type {
  Condition,
  LimitPlan,
  OutcomePlan,
  Plan,
  PricePlan,
  VersionPlan,
  WindowPlan,
} from '../../../src/settlement/index.ts';

/** "13 weeks", for a plan. */
export function length(text: string): Length {
  const read = parseLength(text);
  assert(read, 'a length is written as 13 weeks');
  return read;
}

/** So many pounds, in pence. */
export function pounds(amount: number): Fraction {
  return fraction(Math.round(amount * 100));
}

/** An outcome called Settled that pays £220 each time "level 2" happens, once per attachment. */
export function anOutcome(
  words: Partial<Omit<OutcomePlan, 'price'>> & Readonly<{ price?: Partial<PricePlan> }> = {},
): OutcomePlan {
  const name = words.name ?? 'Settled';
  return {
    name,
    clause: `Outcomes/${name}`,
    wording: 'level 2, once per attachment',
    condition: { is: 'happens', kinds: ['level 2'] },
    times: 1,
    scope: 'attachment',
    onlyAfter: [],
    takesThePlaceOf: [],
    pausedBy: [],
    states: ['verified'],
    ...words,
    price: aPrice(words.price),
  };
}

/** £220, whatever the year. */
export function aPrice(words: Partial<PricePlan> = {}): PricePlan {
  return {
    rows: [{ with: [], price: pounds(220) }],
    yearOf: 'outcome',
    perUnit: false,
    taper: [],
    index: [],
    deadweight: zero,
    uplifts: [],
    shares: [],
    ...words,
  };
}

/** So long in settled housing, in one go. */
export function settledFor(
  text: string,
  words: Partial<Extract<Condition, { is: 'lasts' }>> = {},
): Condition {
  return {
    is: 'lasts',
    kinds: ['settled'],
    less: [],
    length: length(text),
    how: 'in one go',
    ...words,
  };
}

/** Within so long of attachment. */
export function within(text: string, words: Partial<WindowPlan> = {}): WindowPlan {
  return { anchor: { is: 'attachment' }, starts: 'on the day', length: length(text), ...words };
}

/** A limit per participant on every outcome. */
export function aLimit(most: number, words: Partial<LimitPlan> = {}): LimitPlan {
  return {
    clause: 'Limits/Person',
    most: pounds(most),
    per: 'participant',
    eachYear: false,
    ...words,
  };
}

/** The first version, with one group called leaving. */
export function aVersion(
  outcomes: readonly OutcomePlan[],
  words: Partial<VersionPlan> & Readonly<{ limits?: readonly LimitPlan[] }> = {},
): VersionPlan {
  const { limits = [], ...rest } = words;
  return {
    version: 1,
    hash: 'first',
    countsFrom: dayNumber('2027-04-01'),
    countsFor: 'outcomes',
    groups: new Map([['leaving', { group: 'leaving', outcomes, limits }]]),
    setAsideBy: [],
    whose: 'attached',
    routes: [],
    rounding: usualRounding,
    roundingOf: 'line',
    ...rest,
  };
}

/** Northshire's contract of five years, of one version with these outcomes. */
export function aPlan(
  outcomes: readonly OutcomePlan[],
  words: Partial<VersionPlan> & Readonly<{ limits?: readonly LimitPlan[] }> = {},
): Plan {
  return planFrom([aVersion(outcomes, words)]);
}

export function planFrom(
  versions: readonly VersionPlan[],
  days: Readonly<{ startsOn: Day; endsOn: Day }> = { startsOn: '2027-04-01', endsOn: '2032-03-31' },
): Plan {
  return {
    currency: 'GBP',
    payer: 'Northshire Council',
    startsOn: dayNumber(days.startsOn),
    endsOn: dayNumber(days.endsOn),
    versions,
  };
}
