import type { DayNumber } from '../../calendar/index.ts';
import {
  add,
  allocate,
  type Fraction,
  fraction,
  multiply,
  one,
  round,
  sumFractions,
  zero,
} from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { OtherFactor, OtherLine } from '../due/due.ts';
import type { FeePart, FeePlan } from '../plan/money-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { dayWords, listWords, moneyWords } from '../why/words.ts';
import { isOwed, type OtherGround } from './ground.ts';
import { findDaysThere, isThere, lengthOf } from './membership.ts';
import { numbered } from './numbered.ts';
import type { ProviderSeen } from './providers.ts';
import { spanWords } from './sentences.ts';
import { termsOf } from './terms.ts';

/** A fee or a grant with the version that promises it. */
type Promised = Readonly<{ fee: FeePlan; version: VersionPlan; currency: string }>;

/** A part of a fee for one provider; where it is not shared, one of a running total. */
type Portion = Omit<OtherLine, 'number' | 'rounded' | 'payableOn'> &
  Readonly<{
    fallsOn: DayNumber;
    payableOn: DayNumber;
    part: FeePart;
    rounded?: OtherLine['rounded'];
  }>;

type Unnumbered = Omit<OtherLine, 'number'> & Readonly<{ fallsOn?: DayNumber }>;

/** Step 9. Fees and grants, by provider: on joining, or for each period, whatever is achieved. */
export function feeLines({ work, providers }: OtherGround): readonly OtherLine[] {
  const { currency } = work.plan;
  const onJoining: Unnumbered[] = [];
  const portions: Portion[] = [];
  for (const { version, whole, areInForceOn } of termsOf(work.plan)) {
    for (const fee of whole.fees) {
      const promised = { fee, version, currency };
      if (fee.on.is === 'joining') {
        const joined = providers.filter(({ joinedOn }) => areInForceOn(joinedOn));
        for (const each of joiningLines(promised, fee.on.amount, joined)) onJoining.push(each);
      } else {
        // Signed words govern: a later version changes nothing that had fallen due before it.
        const parts = fee.on.parts.filter(({ dueOn }) => areInForceOn(dueOn));
        for (const part of parts) {
          for (const each of portionsOf(part, promised, providers)) portions.push(each);
        }
      }
    }
  }
  // Numbers are those of all that will ever fall due, so that none changes as time goes on.
  const all = numbered([...onJoining, ...asRunningTotals(portions)]);
  return all.filter(({ day, fallsOn = day, payableOn = day }) => {
    return isOwed(work, { fallsOn, payableOn });
  });
}

function joiningLines(
  { fee, version, currency }: Promised,
  amount: Fraction,
  providers: readonly ProviderSeen[],
): readonly Unnumbered[] {
  const { clause, name, order, to } = fee;
  const paid = providers.filter(({ provider }) => to.is !== 'provider' || to.provider === provider);
  return paid.map(({ provider, joinedOn, knownOn, facts }) => ({
    clause,
    outcome: name,
    period: 'joining',
    provider,
    day: joinedOn,
    payableOn: Math.max(joinedOn, knownOn),
    order,
    version,
    list: amount,
    factors: [],
    rounded: { how: 'line' },
    explain: () => [
      `A ${name} of ${moneyWords(amount, currency)} is paid once on joining: ` +
        `${provider} joined on ${dayWords(joinedOn)}.`,
    ],
    facts,
  }));
}

function portionsOf(
  part: FeePart,
  promised: Promised,
  providers: readonly ProviderSeen[],
): readonly Portion[] {
  const { to } = promised.fee;
  switch (to.is) {
    case 'each provider':
      return providers.flatMap((provider) => ownPortion(part, promised, provider));
    case 'all providers':
      return sharedPortions(part, promised, providers);
    case 'provider':
      return [portionOf(part, promised, { provider: to.provider, fallsOn: part.dueOn })];
  }
}

/** By the day, to a provider that took part on some of the days only. */
function ownPortion(part: FeePart, promised: Promised, seen: ProviderSeen): readonly Portion[] {
  const there = findDaysThere(seen, part);
  if (there === undefined) return [];
  const { provider, knownOn, facts } = seen;
  const days = lengthOf(part);
  const daysThere = lengthOf(there);
  const isWhole = daysThere === days;
  return [
    portionOf(part, promised, {
      provider,
      fallsOn: Math.max(part.dueOn, there.first),
      knownOn,
      facts,
      factors: isWhole ? [] : [{ name: 'part', value: fraction(daysThere, days) }],
      sentences: isWhole
        ? []
        : [`${provider} took part on ${daysThere} of its ${days} days: ${spanWords(there)}.`],
    }),
  ];
}

/** In equal parts to whoever takes part on the day on which it falls due. */
function sharedPortions(
  part: FeePart,
  promised: Promised,
  providers: readonly ProviderSeen[],
): readonly Portion[] {
  const there = providers.filter((each) => isThere(each, part.dueOn));
  if (there.length === 0) return [];
  const names = there.map(({ provider }) => provider);
  const whole = wholeOf(part, promised);
  const shares = allocate(
    whole,
    there.map(() => one),
  );
  return there.map(({ provider, knownOn }, at) => ({
    ...portionOf(part, promised, {
      provider,
      fallsOn: part.dueOn,
      knownOn,
      facts: there.flatMap(({ facts }) => facts),
      factors: there.length === 1 ? [] : [{ name: 'share', value: fraction(1, there.length) }],
      sentences: [
        `It is shared equally among those who took part on ${dayWords(part.dueOn)}: ` +
          `${listWords(names)}.`,
      ],
    }),
    list: fraction(whole),
    rounded: {
      how: 'total',
      takesOddUnit: shares[at] !== whole / BigInt(there.length),
    },
  }));
}

/** What a part that is shared comes to: by how much the rounded total of the parts grows. */
function wholeOf(part: FeePart, { fee, version }: Promised): bigint {
  assert(fee.on.is === 'periods', 'what is paid on joining is shared with nobody');
  const earlier = fee.on.parts.filter(({ first, last }) => {
    return first < part.first || (first === part.first && last < part.last);
  });
  const before = sumFractions(earlier.map(({ amount }) => amount));
  return round(add(before, part.amount), version.rounding) - round(before, version.rounding);
}

type Payee = Readonly<{
  provider: string;
  fallsOn: DayNumber;
  /** Since when it has been known that the provider takes part. */
  knownOn?: DayNumber;
  facts?: readonly string[];
  factors?: readonly OtherFactor[];
  sentences?: readonly string[];
}>;

function portionOf(part: FeePart, { fee, version, currency }: Promised, payee: Payee): Portion {
  const { provider, fallsOn, knownOn = fallsOn, facts = [], factors = [], sentences = [] } = payee;
  const { clause, name, order } = fee;
  const { amount, dueOn } = part;
  const payableOn = Math.max(fallsOn, knownOn);
  return {
    clause,
    outcome: name,
    period: part.name,
    provider,
    day: part.last,
    fallsOn,
    payableOn,
    order,
    version,
    list: amount,
    factors,
    explain: () => [
      `A ${name} of ${moneyWords(amount, currency)} for ${spanWords(part)} falls due on ` +
        `${dayWords(dueOn)}.`,
      ...sentences,
      ...(payableOn > dueOn
        ? [`By ${dayWords(payableOn)} ${provider} had joined and was known to have.`]
        : []),
    ],
    facts,
    part,
  };
}

/** What is not shared pays by how much a provider's rounded total for the clause grew. */
function asRunningTotals(portions: readonly Portion[]): readonly Unnumbered[] {
  const totals = new Map<string, Fraction>();
  const inOrder = [...portions].sort(
    (a, b) => a.part.first - b.part.first || a.part.last - b.part.last,
  );
  return inOrder.map((portion) => {
    if (portion.rounded) return { ...portion, rounded: portion.rounded };
    const key = JSON.stringify([portion.clause, portion.provider]);
    const before = totals.get(key) ?? zero;
    const { list, factors } = portion;
    totals.set(
      key,
      add(
        before,
        factors.reduce((all, { value }) => multiply(all, value), list),
      ),
    );
    return { ...portion, rounded: { how: 'running', before } };
  });
}
