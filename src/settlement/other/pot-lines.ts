import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import {
  allocate,
  compareFractions,
  type Fraction,
  fraction,
  maxFraction,
  minFraction,
  multiply,
  round,
} from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import type { PotPlan } from '../plan/money-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { dayWords, listWords, moneyWords, quotedWords } from '../why/words.ts';
import type { Closing } from './closing.ts';
import { horizonOf, type OtherGround } from './ground.ts';
import { numbered } from './numbered.ts';
import { spanWords } from './sentences.ts';
import { termsOf } from './terms.ts';

type PotPeriod = PotPlan['periods'][number];

/** How often each provider achieved what a pot counts, in the order of their names. */
type Achieved = Readonly<{
  counts: readonly Readonly<{ provider: string; count: number }>[];
  all: number;
}>;

type Shared = Readonly<{ pot: PotPlan; period: PotPeriod; version: VersionPlan; currency: string }>;

/**
 * Step 9. The shares of each pot whose period has begun, in proportion to how often each provider
 * achieved its outcomes. A refused line counts for nobody.
 */
export function potLines({ work, dues }: OtherGround): readonly Closing[] {
  const horizon = horizonOf(work);
  const { currency } = work.plan;
  const lines = termsOf(work.plan).flatMap(({ version, whole, areInForceOn }) =>
    whole.pots.flatMap((pot) => {
      const counted = dues.filter((due) => counts(due, pot, work.asAt.knownBy));
      const begun = pot.periods.filter(({ first, last }) => first <= horizon && areInForceOn(last));
      return begun.flatMap((period) => linesOf({ pot, period, version, currency }, counted));
    }),
  );
  return numbered(lines);
}

/** An achievement counts once, whoever else a part of its price is paid to. */
function counts(due: Due, pot: PotPlan, knownBy: DayNumber) {
  const { basis, outcome, provider, payee, payableOn } = due;
  if (basis.is !== 'outcome' || basis.draft.refusal) return false;
  const isKnown = payableOn !== undefined && payableOn <= knownBy;
  return isKnown && payee === provider && pot.outcomes.includes(outcome);
}

function isIn({ first, last }: PotPeriod): (due: Due) => boolean {
  return ({ day }) => day >= first && day <= last;
}

type Counts = Map<string, number>;

function countOne(counts: Counts, { provider }: Due): void {
  counts.set(provider, (counts.get(provider) ?? 0) + 1);
}

function achievedBy(counts: Counts): Achieved {
  const inOrder = [...counts].sort(([a], [b]) => compareTexts(a, b));
  const all = inOrder.reduce((sum, [, count]) => sum + count, 0);
  return { counts: inOrder.map(([provider, count]) => ({ provider, count })), all };
}

/** What each provider's share comes to, and of what whole. */
type Split = Readonly<{ sum: bigint; shares: ReadonlyMap<string, bigint> }>;

/** The whole is rounded once and shared by largest remainder, the first by name among equals. */
function splitOf({ pot, version }: Shared, { counts, all }: Achieved): Split {
  if (all === 0) return { sum: 0n, shares: new Map() };
  const sum = round(sizeOf(pot, all), version.rounding);
  const parts = allocate(
    sum,
    counts.map(({ count }) => fraction(count)),
  );
  const shares = counts.map(({ provider }, index) => [provider, parts[index] ?? 0n] as const);
  return { sum, shares: new Map(shares) };
}

function linesOf(shared: Shared, counted: readonly Due[]): readonly Omit<Closing, 'number'>[] {
  const own = counted.filter(isIn(shared.period));
  const byProvider: Counts = new Map();
  for (const due of own) countOne(byProvider, due);
  const achieved = achievedBy(byProvider);
  const { counts, all } = achieved;
  const { sum, shares } = splitOf(shared, achieved);
  if (all === 0) return [];
  const payableOn = firstDays(shared, own, shares);
  const each = fraction(sum, all);
  return counts.map(({ provider, count }) => {
    const exact = multiply(each, fraction(count));
    const share = shares.get(provider) ?? 0n;
    const takesOddUnit = share !== exact.numerator / exact.denominator;
    return {
      ...placeOf(shared),
      payableOn: payableOn.get(provider) ?? shared.period.closesOn,
      provider,
      quantity: fraction(count),
      list: each,
      factors: [{ name: 'quantity', value: fraction(count) }],
      rounded: { how: 'total', takesOddUnit },
      explain: () => [
        ...sizeSentences(shared, achieved, sum),
        `${provider} achieved ${count} of the ${all}.`,
      ],
    };
  });
}

/**
 * For each provider the first day from the close on by which its share, of what was payable by
 * then, was at least what it is today.
 */
function firstDays(
  shared: Shared,
  own: readonly Due[],
  today: Split['shares'],
): ReadonlyMap<string, DayNumber> {
  const { closesOn } = shared.period;
  const byDay = new Map<DayNumber, Due[]>([[closesOn, []]]);
  for (const due of own) {
    const day = Math.max(closesOn, due.payableOn ?? due.day);
    const known = byDay.get(day);
    if (known) known.push(due);
    else byDay.set(day, [due]);
  }
  const found = new Map<string, DayNumber>();
  const counts: Counts = new Map();
  for (const [day, dues] of [...byDay].sort(([a], [b]) => a - b)) {
    for (const due of dues) countOne(counts, due);
    const { shares } = splitOf(shared, achievedBy(counts));
    for (const [provider, share] of today) {
      const isEnough = (shares.get(provider) ?? 0n) >= share;
      if (isEnough && !found.has(provider)) found.set(provider, day);
    }
  }
  return found;
}

function sizeOf({ size }: PotPlan, all: number): Fraction {
  if (size.is === 'fixed') return size.amount;
  return minFraction(size.ceiling, maxFraction(size.floor, multiply(size.each, fraction(all))));
}

function placeOf({ pot, period, version }: Shared) {
  const { clause, order } = pot;
  const { name, last, closesOn } = period;
  return {
    clause,
    outcome: 'pot',
    period: name,
    day: last,
    order,
    version,
    closesOn,
  };
}

function sizeSentences(
  { pot, period, currency }: Shared,
  { all }: Achieved,
  sum: bigint,
): readonly string[] {
  const { size, outcomes } = pot;
  const whole = moneyWords(sum, currency);
  const first =
    `The pot of ${whole} for ${spanWords(period)} closes at the end of ` +
    `${dayWords(period.closesOn)}: it is shared by how often each provider achieved ` +
    `${quotedWords(outcomes)}.`;
  if (size.is === 'fixed') return [first];
  const results = multiply(size.each, fraction(all));
  const bounds = [
    ...(compareFractions(results, size.floor) < 0 ? ['the floor'] : []),
    ...(compareFractions(results, size.ceiling) > 0 ? ['the ceiling'] : []),
  ];
  const bound = bounds.length === 0 ? '' : `, and ${listWords(bounds)} makes it ${whole}`;
  return [
    first,
    `It is ${moneyWords(size.each, currency)} for each of ${all}: ` +
      `${moneyWords(results, currency)}${bound}.`,
  ];
}
