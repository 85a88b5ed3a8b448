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

/** How often each provider achieved what a pot counts, and when the last of it was payable. */
type Achieved = Readonly<{
  /** In the order of their names. */
  counts: readonly Readonly<{ provider: string; count: number }>[];
  all: number;
  lastPayableOn: DayNumber;
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
      const counted = dues.filter((due) => counts(due, pot, horizon));
      const begun = pot.periods.filter(({ first, last }) => first <= horizon && areInForceOn(last));
      return begun.flatMap((period) =>
        shareOut({ pot, period, version, currency }, achievedIn(period, counted)),
      );
    }),
  );
  return numbered(lines);
}

/** An achievement counts once, whoever else a part of its price is paid to. */
function counts({ basis, outcome, provider, payee, payableOn }: Due, pot: PotPlan, by: DayNumber) {
  if (basis.is !== 'outcome' || basis.draft.refusal) return false;
  const isKnown = payableOn !== undefined && payableOn <= by;
  return isKnown && payee === provider && pot.outcomes.includes(outcome);
}

function achievedIn({ first, last }: PotPeriod, counted: readonly Due[]): Achieved {
  const counts = new Map<string, number>();
  let lastPayableOn = Number.NEGATIVE_INFINITY;
  for (const { provider, day, payableOn = day } of counted) {
    if (day < first || day > last) continue;
    counts.set(provider, (counts.get(provider) ?? 0) + 1);
    lastPayableOn = Math.max(lastPayableOn, payableOn);
  }
  const inOrder = [...counts].sort(([a], [b]) => compareTexts(a, b));
  const all = inOrder.reduce((sum, [, count]) => sum + count, 0);
  return {
    counts: inOrder.map(([provider, count]) => ({ provider, count })),
    all,
    lastPayableOn,
  };
}

/** The whole is rounded once and shared by largest remainder, the first by name among equals. */
function shareOut(shared: Shared, achieved: Achieved): readonly Omit<Closing, 'number'>[] {
  const { counts, all } = achieved;
  if (all === 0) return [];
  const sum = round(sizeOf(shared.pot, all), shared.version.rounding);
  const shares = allocate(
    sum,
    counts.map(({ count }) => fraction(count)),
  );
  const each = fraction(sum, all);
  return counts.map(({ provider, count }, index) => {
    const exact = multiply(each, fraction(count));
    const takesOddUnit = shares[index] !== exact.numerator / exact.denominator;
    return {
      ...placeOf(shared, achieved),
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

function sizeOf({ size }: PotPlan, all: number): Fraction {
  if (size.is === 'fixed') return size.amount;
  return minFraction(size.ceiling, maxFraction(size.floor, multiply(size.each, fraction(all))));
}

function placeOf({ pot, period, version }: Shared, { lastPayableOn }: Achieved) {
  const { clause, order } = pot;
  const { name, last, closesOn } = period;
  return {
    clause,
    outcome: 'pot',
    period: name,
    day: last,
    payableOn: Math.max(closesOn, lastPayableOn),
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
