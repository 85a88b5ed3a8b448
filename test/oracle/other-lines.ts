import { type DayNumber, dayOf } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  isZero,
  maxFraction,
  minFraction,
  multiply,
  round,
  subtract,
  zero,
} from '../../src/money/index.ts';
import type {
  AdvancePlan,
  FeePart,
  FeePlan,
  GuaranteePlan,
  PotPlan,
} from '../../src/settlement/plan/money-plan.ts';
import type { VersionPlan } from '../../src/settlement/plan/plan.ts';
import { type Ground, type Provider, takesPart } from './crowd.ts';
import { asked, countBy, type Entry, isFirstOf, left, piecesOf, type Work } from './line.ts';
import { otherLine, sharedOut, sumToShare } from './other-line.ts';
import { saidByAny, versionOn } from './versions.ts';

/** Step 9, but for guarantees: grants, fees, advances and shares of pots. */
export function otherLines(ground: Ground): Entry[] {
  const { plan } = ground;
  const lines = [
    ...feeLines(ground),
    ...[...saidByAny(plan, 'advances')].flatMap((each) => advanceLines(ground, each)),
    ...[...saidByAny(plan, 'pots')].flatMap((each) => potLines(ground, each)),
  ];
  return dueBy(ground, lines);
}

/** True by one day and known by the other: what fell due may be payable by being known later. */
export function dueBy({ today }: Ground, lines: readonly Entry[]): Entry[] {
  return lines.filter(({ payableOn }) => payableOn !== undefined && payableOn <= today.knownBy);
}

/** Whether the day on which something falls due has come. */
export function hasCome({ today }: Ground, day: DayNumber): boolean {
  return day <= asked(today);
}

type Exact = Readonly<{
  fee: FeePlan;
  version: VersionPlan;
  provider: string;
  period: string;
  day: DayNumber;
  payableOn: DayNumber;
  amount: Fraction;
}>;

/** Each is what the rounded running total of the clause and the provider grows by. */
function feeLines(ground: Ground): Entry[] {
  const saying = [...saidByAny(ground.plan, 'fees')].map(({ version, each }) => {
    return { version, fee: each };
  });
  const exact = saying.flatMap(({ version, fee }) =>
    fee.on.is === 'joining'
      ? joiningFees(ground, { version, fee }, fee.on.amount)
      : fee.on.parts.flatMap((part) => partOfFee(ground, { version, fee }, part)),
  );
  exact.sort((a, b) => a.day - b.day);
  const sums = new Map<string, Fraction>();
  const each = exact.map(({ fee, amount, ...line }) => {
    const key = `${fee.clause}|${line.provider}`;
    const before = sums.get(key) ?? zero;
    sums.set(key, add(before, amount));
    const { rounding } = line.version;
    const gross = round(add(before, amount), rounding) - round(before, rounding);
    return feeLine(fee, { ...line, gross });
  });
  return [...each, ...saying.flatMap((one) => amongAll(ground, one))];
}

type FeeLine = Omit<Exact, 'fee' | 'amount'> & Readonly<{ gross: bigint }>;

function feeLine({ clause, name, order }: FeePlan, line: FeeLine): Entry {
  return otherLine({ ...line, clause, outcome: name, order });
}

/**
 * Among all providers: what the rounded running total of the parts grows by is shared equally, to
 * the last unit, among those who take part when it falls due.
 */
function amongAll(ground: Ground, { version, fee }: Saying<FeePlan>): Entry[] {
  if (fee.to.is !== 'all providers' || fee.on.is === 'joining') return [];
  let before = zero;
  const lines: Entry[] = [];
  for (const part of fee.on.parts) {
    const { rounding } = version;
    const whole = round(add(before, part.amount), rounding) - round(before, rounding);
    before = add(before, part.amount);
    if (versionOn(ground.plan, part.dueOn) !== version || !hasCome(ground, part.dueOn)) continue;
    const there = ground.providers.filter((each) => takesPart(each, part.dueOn));
    const shares = there.map(({ name }) => ({
      provider: name,
      weight: fraction(1, there.length),
    }));
    for (const [index, share] of sharedOut(fraction(whole), whole, shares).entries()) {
      const { knownOn } = there[index] as Provider;
      const payableOn = Math.max(part.dueOn, knownOn);
      const days = { period: part.name, day: part.last, payableOn };
      lines.push(feeLine(fee, { version, ...share, ...days }));
    }
  }
  return lines;
}

type Saying<Plan> = Readonly<{ version: VersionPlan; fee: Plan }>;

function joiningFees(ground: Ground, saying: Saying<FeePlan>, amount: Fraction): Exact[] {
  const { fee, version } = saying;
  const to = fee.to.is === 'provider' ? fee.to.provider : undefined;
  return ground.providers
    .filter(({ name }) => to === undefined || to === name)
    .filter(({ joinedOn }) => hasCome(ground, joinedOn))
    .filter(({ joinedOn }) => versionOn(ground.plan, joinedOn) === version)
    .map(({ name, joinedOn, knownOn }) => ({
      ...saying,
      provider: name,
      period: 'joining',
      day: joinedOn,
      payableOn: Math.max(joinedOn, knownOn),
      amount,
    }));
}

function partOfFee(ground: Ground, saying: Saying<FeePlan>, part: FeePart): Exact[] {
  const { fee, version } = saying;
  const { plan, providers } = ground;
  if (versionOn(plan, part.dueOn) !== version || !hasCome(ground, part.dueOn)) return [];
  const line = { ...saying, period: part.name, day: part.last };
  switch (fee.to.is) {
    case 'provider': {
      const { provider } = fee.to;
      return [{ ...line, provider, payableOn: part.dueOn, amount: part.amount }];
    }
    case 'all providers':
      return [];
    case 'each provider':
      return providers.flatMap((each) => {
        const days = daysThere(each, part);
        if (days === 0) return [];
        const amount = multiply(part.amount, fraction(days, part.last - part.first + 1));
        const payableOn = Math.max(part.dueOn, each.knownOn, each.joinedOn);
        return [{ ...line, provider: each.name, payableOn, amount }];
      });
  }
}

function daysThere(provider: Provider, { first, last }: FeePart): number {
  let days = 0;
  for (let day = first; day <= last; day += 1) if (takesPart(provider, day)) days += 1;
  return days;
}

type Advancing = Readonly<{ version: VersionPlan; each: AdvancePlan }>;

function advanceLines(ground: Ground, { version, each }: Advancing): Entry[] {
  const { plan, providers } = ground;
  const { on } = each;
  return providers
    .filter((provider) => on.is === 'joining' || takesPart(provider, on.day))
    .flatMap(({ name, joinedOn, knownOn }) => {
      const day = on.is === 'joining' ? joinedOn : on.day;
      if (versionOn(plan, day) !== version || !hasCome(ground, day)) return [];
      return otherLine({
        clause: each.clause,
        outcome: 'advance',
        period: on.is === 'joining' ? 'joining' : dayOf(day),
        provider: name,
        day,
        payableOn: Math.max(day, knownOn),
        order: each.order,
        version,
        gross: round(each.amount, version.rounding),
      });
    });
}

type Sharing = Readonly<{ version: VersionPlan; each: PotPlan }>;

/**
 * Shared when the period has closed, by how often each achieved what it is shared by. A share is
 * payable on the first day by which what was payable then came to at least what it is today.
 */
function potLines(ground: Ground, { version, each: pot }: Sharing): Entry[] {
  return pot.periods.flatMap((period) => {
    if (versionOn(ground.plan, period.last) !== version) return [];
    if (!hasCome(ground, period.closesOn)) return [];
    const counted = achievedIn(ground, pot.outcomes).filter(
      ({ achievement }) => period.first <= achievement.day && achievement.day <= period.last,
    );
    const days = counted.flatMap(piecesOf).map(({ payableOn }) => payableOn);
    days.push(period.closesOn);
    days.sort((a, b) => a - b);
    const sharesBy = (by: DayNumber) =>
      sharesOfPot(ground, { version, each: pot }, { counted, by });
    return sharesBy(ground.today.knownBy).map(({ provider, gross }) => {
      const isEnough = (day: DayNumber) =>
        sharesBy(day).some((each) => each.provider === provider && each.gross >= gross);
      return otherLine({
        clause: pot.clause,
        outcome: 'pot',
        period: period.name,
        provider,
        day: period.last,
        payableOn: days.find((day) => day >= period.closesOn && isEnough(day)),
        order: pot.order,
        version,
        gross,
      });
    });
  });
}

type CountedBy = Readonly<{ counted: readonly Work[]; by: DayNumber }>;

function sharesOfPot(
  { providers }: Ground,
  { version, each: pot }: Sharing,
  { counted, by }: CountedBy,
): { provider: string; gross: bigint }[] {
  const all = countBy(counted, by);
  if (isZero(all)) return [];
  const { exact, total } = sumToShare(sizeOf(pot, all), version);
  const shares = providers
    .map(({ name }) => ({ provider: name, count: countBy(counted.filter(isOf(name)), by) }))
    .filter(({ count }) => !isZero(count))
    .map(({ provider, count }) => ({ provider, weight: divide(count, all) }));
  return sharedOut(exact, total, shares);
}

function isOf(name: string): (work: Work) => boolean {
  return ({ achievement }) => achievement.attachment.provider === name;
}

function sizeOf({ size }: PotPlan, count: Fraction): Fraction {
  if (size.is === 'fixed') return size.amount;
  return minFraction(maxFraction(multiply(size.each, count), size.floor), size.ceiling);
}

/** What stands of these outcomes, each achievement once. */
function achievedIn({ works }: Ground, names: readonly string[]): Work[] {
  return works.filter((work) => {
    const isNamed = names.includes(work.achievement.outcome.name);
    return isFirstOf(work) && work.refused === undefined && isNamed;
  });
}

/**
 * What is short of a promise to a provider, once the year has closed: first of referrals, then of
 * payment, where what one pays is there for the next.
 */
export function guaranteeLines(ground: Ground, before: readonly Entry[]): Entry[] {
  const promises = [...saidByAny(ground.plan, 'guarantees')];
  const ofReferrals = promises.filter(({ each }) => each.least.is === 'referrals');
  const ofPayment = promises.filter(({ each }) => each.least.is === 'payment');
  const lines: Entry[] = [];
  for (const { version, each } of [...ofReferrals, ...ofPayment]) {
    for (const year of each.years) {
      if (versionOn(ground.plan, year.last) !== version || !hasCome(ground, year.closesOn))
        continue;
      for (const provider of ground.providers) {
        const short = shortOf({ ground, year, provider }, each, [...before, ...lines]);
        if (short.numerator <= 0n) continue;
        const line = otherLine({
          clause: each.clause,
          outcome: 'guarantee',
          period: year.name,
          provider: provider.name,
          day: year.last,
          payableOn: Math.max(year.closesOn, provider.knownOn),
          order: each.order,
          version,
          gross: round(short, version.rounding),
        });
        lines.push(line);
      }
    }
  }
  return dueBy(ground, lines);
}

type Promised = Readonly<{
  ground: Ground;
  year: GuaranteePlan['years'][number];
  provider: Provider;
}>;

function shortOf(
  { ground, year, provider: { name, joinedOn, leftOn } }: Promised,
  { least }: GuaranteePlan,
  lines: readonly Entry[],
): Fraction {
  if (joinedOn > year.last || (leftOn ?? year.first) < year.first) return zero;
  const isInYear = (day: DayNumber) => year.first <= day && day <= year.last;
  if (least.is === 'referrals') {
    const had = ground.people
      .flatMap((each) => each.referred)
      .filter(({ day, to, provider }) => isInYear(day) && (to ?? provider) === name);
    const short = Math.max(0, least.count - had.length);
    return multiply(least.amountShort, fraction(short));
  }
  const had = lines.filter(
    (line) =>
      line.provider === name &&
      line.payee === name &&
      line.outcome !== 'advance' &&
      isInYear(line.day) &&
      line.payableOn !== undefined &&
      line.payableOn <= year.closesOn,
  );
  const sum = had.reduce((all, line) => all + left(line), 0n);
  const short = subtract(least.amount, fraction(sum));
  return compareFractions(short, zero) > 0 ? short : zero;
}
