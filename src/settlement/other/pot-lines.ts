import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import {
  add,
  allocate,
  compareFractions,
  divide,
  type Fraction,
  formatDecimal,
  fraction,
  isZero,
  maxFraction,
  minFraction,
  multiply,
  round,
  sumFractions,
  zero,
} from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import { type CountedQuantity, countedQuantities } from '../pay/counted-quantity.ts';
import type { PotPlan } from '../plan/money-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { dayWords, listWords, moneyWords, quotedWords } from '../why/words.ts';
import type { Closing } from './closing.ts';
import type { OtherGround } from './ground.ts';
import { numbered } from './numbered.ts';
import { spanWords } from './sentences.ts';
import { termsOf } from './terms.ts';

type PotPeriod = PotPlan['periods'][number];

/** How often each provider achieved what a pot counts, in the order of their names. */
type Achieved = Readonly<{
  counts: readonly Readonly<{ provider: string; count: Fraction }>[];
  all: Fraction;
}>;

type Shared = Readonly<{ pot: PotPlan; period: PotPeriod; version: VersionPlan; currency: string }>;

/**
 * Step 9. The shares of each pot, in proportion to how often each provider achieved its outcomes by
 * now; of one whose period has not begun nobody has any. A refused line counts for nobody.
 */
export function potLines({ work, dues }: OtherGround): readonly Closing[] {
  const { currency } = work.plan;
  const lines = termsOf(work.plan).flatMap(({ version, whole, areInForceOn }) =>
    whole.pots.flatMap((pot) => {
      const counted = dues.flatMap((due) => countedOf(due, pot, work.asAt.knownBy));
      const periods = pot.periods.filter(({ last }) => areInForceOn(last));
      return periods.flatMap((period) => linesOf({ pot, period, version, currency }, counted));
    }),
  );
  return numbered(lines);
}

/** What a provider achieved of what a pot counts. */
type Counted = CountedQuantity & Readonly<{ provider: string; day: DayNumber }>;

/** An achievement counts once, whoever else a part of its price is paid to. */
function countedOf(due: Due, pot: PotPlan, knownBy: DayNumber): readonly Counted[] {
  const { basis, outcome, provider, payee, day } = due;
  if (basis.is !== 'outcome' || basis.draft.refusal) return [];
  if (payee !== provider || !pot.outcomes.includes(outcome)) return [];
  return countedQuantities(basis.draft)
    .filter(({ payableOn, quantity }) => payableOn <= knownBy && !isZero(quantity))
    .map((each) => ({ provider, day, ...each }));
}

function isIn({ first, last }: PotPeriod): (counted: Counted) => boolean {
  return ({ day }) => day >= first && day <= last;
}

type Counts = Map<string, Fraction>;

function count(counts: Counts, { provider, quantity }: Counted): void {
  counts.set(provider, add(counts.get(provider) ?? zero, quantity));
}

function achievedBy(counts: Counts): Achieved {
  const inOrder = [...counts].sort(([a], [b]) => compareTexts(a, b));
  const all = sumFractions(inOrder.map(([, times]) => times));
  return { counts: inOrder.map(([provider, count]) => ({ provider, count })), all };
}

/** What each provider's share comes to, and of what whole. */
type Split = Readonly<{ sum: bigint; shares: ReadonlyMap<string, bigint> }>;

/** The whole is rounded once and shared by largest remainder, the first by name among equals. */
function splitOf({ pot, version }: Shared, { counts, all }: Achieved): Split {
  if (isZero(all)) return { sum: 0n, shares: new Map() };
  const sum = round(sizeOf(pot, all), version.rounding);
  const parts = allocate(
    sum,
    counts.map(({ count }) => count),
  );
  const shares = counts.map(({ provider }, index) => [provider, parts[index] ?? 0n] as const);
  return { sum, shares: new Map(shares) };
}

function linesOf(shared: Shared, counted: readonly Counted[]): readonly Omit<Closing, 'number'>[] {
  const own = counted.filter(isIn(shared.period));
  const byProvider: Counts = new Map();
  for (const each of own) count(byProvider, each);
  const achieved = achievedBy(byProvider);
  const { counts, all } = achieved;
  const { sum, shares } = splitOf(shared, achieved);
  if (isZero(all)) return [];
  const payableOn = firstDays(shared, own, shares);
  const each = divide(fraction(sum), all);
  return counts.map(({ provider, count }) => {
    const exact = multiply(each, count);
    const share = shares.get(provider) ?? 0n;
    const takesOddUnit = share !== exact.numerator / exact.denominator;
    return {
      ...placeOf(shared),
      payableOn: payableOn.get(provider) ?? shared.period.closesOn,
      provider,
      quantity: count,
      list: each,
      factors: [{ name: 'quantity', value: count }],
      rounded: { how: 'total', takesOddUnit },
      explain: () => [
        ...sizeSentences(shared, achieved, sum),
        `${provider} achieved ${formatDecimal(count)} of the ${formatDecimal(all)}.`,
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
  own: readonly Counted[],
  today: Split['shares'],
): ReadonlyMap<string, DayNumber> {
  const { closesOn } = shared.period;
  const byDay = new Map<DayNumber, Counted[]>([[closesOn, []]]);
  for (const each of own) {
    const day = Math.max(closesOn, each.payableOn);
    const known = byDay.get(day);
    if (known) known.push(each);
    else byDay.set(day, [each]);
  }
  const found = new Map<string, DayNumber>();
  const counts: Counts = new Map();
  for (const [day, added] of [...byDay].sort(([a], [b]) => a - b)) {
    for (const each of added) count(counts, each);
    const { shares } = splitOf(shared, achievedBy(counts));
    for (const [provider, share] of today) {
      const isEnough = (shares.get(provider) ?? 0n) >= share;
      if (isEnough && !found.has(provider)) found.set(provider, day);
    }
  }
  return found;
}

function sizeOf({ size }: PotPlan, all: Fraction): Fraction {
  if (size.is === 'fixed') return size.amount;
  return minFraction(size.ceiling, maxFraction(size.floor, multiply(size.each, all)));
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
  const results = multiply(size.each, all);
  const bounds = [
    ...(compareFractions(results, size.floor) < 0 ? ['the floor'] : []),
    ...(compareFractions(results, size.ceiling) > 0 ? ['the ceiling'] : []),
  ];
  const bound = bounds.length === 0 ? '' : `, and ${listWords(bounds)} makes it ${whole}`;
  return [
    first,
    `It is ${moneyWords(size.each, currency)} for each of ${formatDecimal(all)}: ` +
      `${moneyWords(results, currency)}${bound}.`,
  ];
}
