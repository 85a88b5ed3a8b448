import {
  add,
  compareFractions,
  type Fraction,
  fraction,
  subtract,
  zero,
} from '../../money/index.ts';
import { type Due, otherDue, payableOfDue } from '../due/due.ts';
import type { GuaranteePlan } from '../plan/money-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import type { Comer } from '../whose/crowd.ts';
import { dayWords, moneyWords } from '../why/words.ts';
import type { Closing } from './closing.ts';
import { horizonOf, type OtherGround } from './ground.ts';
import { findDaysThere } from './membership.ts';
import { numbered } from './numbered.ts';
import type { ProviderSeen } from './providers.ts';
import { spanWords } from './sentences.ts';
import { termsOf } from './terms.ts';

/** The lines of each provider. */
type Earned = ReadonlyMap<string, readonly Due[]>;

type Year = GuaranteePlan['years'][number];

/** What is short of a promise, exact, and how that was worked out. */
type Short = Pick<Closing, 'quantity' | 'list' | 'factors'> &
  Readonly<{ sentences: readonly string[] }>;

type Promised = Readonly<{
  guarantee: GuaranteePlan;
  year: Year;
  version: VersionPlan;
  currency: string;
}>;

/**
 * Step 9. What is short of a promise to each provider that took part in a year which has begun: of
 * referrals, or of payment. `earned` gives each provider's lines that count towards payment.
 */
export function guaranteeLines(
  { work, providers, crowd }: OtherGround,
  earned: () => Earned,
): readonly Closing[] {
  const promises = promisesOf(work);
  if (promises.length === 0) return [];
  const sums = new Map([...earned()].map(([provider, dues]) => [provider, [...dues]] as const));
  const lines: Omit<Closing, 'number'>[] = [];
  for (const promised of promises) {
    for (const seen of providers) {
      if (findDaysThere(seen, promised.year) === undefined) continue;
      const short = shortOf(promised, seen, { crowd, earned: sums });
      if (short === undefined) continue;
      const line = lineOf(promised, seen, short);
      lines.push(line);
      // What one guarantee pays counts towards those after it.
      sums.set(seen.provider, [
        ...(sums.get(seen.provider) ?? []),
        otherDue({ ...line, number: 1 }),
      ]);
    }
  }
  return numbered(lines);
}

/** Every guarantee of each year that has begun: those of referrals before those of payment. */
function promisesOf(work: OtherGround['work']): readonly Promised[] {
  const horizon = horizonOf(work);
  const { currency } = work.plan;
  const promises = termsOf(work.plan).flatMap(({ version, whole, areInForceOn }) =>
    whole.guarantees.flatMap((guarantee) =>
      guarantee.years
        .filter(({ first, last }) => first <= horizon && areInForceOn(last))
        .map((year) => ({ guarantee, year, version, currency })),
    ),
  );
  const isOfPayment = ({ guarantee }: Promised) => Number(guarantee.least.is === 'payment');
  return promises.sort((a, b) => isOfPayment(a) - isOfPayment(b));
}

function shortOf(
  promised: Promised,
  seen: ProviderSeen,
  { crowd, earned }: Pick<OtherGround, 'crowd'> & Readonly<{ earned: Earned }>,
): Short | undefined {
  const { least } = promised.guarantee;
  switch (least.is) {
    case 'referrals':
      return shortOfReferrals(promised, { ...least, provider: seen.provider }, crowd.referred);
    case 'payment':
      return shortOfPayment(
        promised,
        { ...least, provider: seen.provider },
        earned.get(seen.provider) ?? [],
      );
  }
}

function shortOfReferrals(
  { year, currency }: Promised,
  least: Readonly<{ count: number; amountShort: Fraction; provider: string }>,
  referred: readonly Comer[],
): Short | undefined {
  const { count, amountShort, provider } = least;
  const own = referred.filter(
    (each) =>
      (each.referredTo ?? each.provider) === provider &&
      year.first <= each.day &&
      each.day <= year.last,
  ).length;
  if (own >= count) return undefined;
  const quantity = fraction(count - own);
  return {
    quantity,
    list: amountShort,
    factors: [{ name: 'quantity', value: quantity }],
    sentences: [
      `${provider} was promised ${count} referrals from ${spanWords(year)} and had ${own}: ` +
        `each of the ${count - own} short is worth ${moneyWords(amountShort, currency)}.`,
    ],
  };
}

function shortOfPayment(
  { year, currency }: Promised,
  { amount, provider }: Readonly<{ amount: Fraction; provider: string }>,
  earned: readonly Due[],
): Short | undefined {
  const { first, last, closesOn } = year;
  let sum = zero;
  for (const due of earned) {
    const { day, payableOn } = due;
    if (day < first || day > last || payableOn === undefined || payableOn > closesOn) continue;
    sum = add(sum, fraction(payableOfDue(due)));
  }
  if (compareFractions(sum, amount) >= 0) return undefined;
  return {
    list: subtract(amount, sum),
    factors: [],
    sentences: [
      `${provider} was promised ${moneyWords(amount, currency)} from ${spanWords(year)}: its ` +
        `lines of these days that were payable by ${dayWords(closesOn)} come to ` +
        `${moneyWords(sum, currency)}.`,
    ],
  };
}

function lineOf(
  { guarantee, year, version }: Promised,
  { provider, knownOn, facts }: ProviderSeen,
  { sentences, ...amount }: Short,
): Omit<Closing, 'number'> {
  return {
    clause: guarantee.clause,
    outcome: 'guarantee',
    period: year.name,
    provider,
    day: year.last,
    payableOn: Math.max(year.closesOn, knownOn),
    order: guarantee.order,
    version,
    ...amount,
    rounded: { how: 'line' },
    explain: () => sentences,
    facts,
    closesOn: year.closesOn,
  };
}
