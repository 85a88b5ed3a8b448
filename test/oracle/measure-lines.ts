import type { DayNumber } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  round,
  subtract,
  zero,
} from '../../src/money/index.ts';
import type {
  GatePlan,
  MeasurePayment,
  MeasurePays,
} from '../../src/settlement/plan/measure-plan.ts';
import { type Ground, takesPart } from './crowd.ts';
import type { Entry } from './line.ts';
import {
  firstEnough,
  isEstimate,
  isTaken,
  numberOf,
  providersIn,
  type Taken,
  takenFrom,
  takenOf,
  type Value,
} from './measures.ts';
import { otherLine, type Share, sharedOut, sumToShare } from './other-line.ts';
import { said } from './versions.ts';

/** The lines of every payment of every measure that is known, gates passed or not. */
export function measureLines(ground: Ground): Entry[] {
  const own = numberedOn(takenOf(ground).flatMap((taken) => ownPayments(ground, taken)));
  const gated = own.flatMap(({ line, cohort }) => throughGates(ground, line, cohort));
  const second = takenOf(ground).flatMap((taken) => secondTests(ground, taken, gated));
  const all = [
    ...gated,
    ...second.flatMap(({ line, cohort }) => throughGates(ground, line, cohort)),
  ];
  const { knownBy } = ground.today;
  return all.filter(({ payableOn }) => payableOn === undefined || payableOn <= knownBy);
}

type Line = Readonly<{ line: Entry; cohort: string }>;

/** Where two versions pay by one clause for cohorts of one name, the second's numbers go on. */
function numberedOn(lines: readonly Line[]): Line[] {
  const taken = new Set<string>();
  return lines.map(({ line, cohort }) => {
    let number = line.number as number;
    const named = () => [line.clause, cohort, line.provider, number].join('|');
    while (taken.has(named())) number += 1;
    taken.add(named());
    return { line: { ...line, number, identity: named() }, cohort };
  });
}

/** The payments of the measure with the number of each among them. */
function paymentsOf({ version, measure }: Taken): { payment: MeasurePayment; number: number }[] {
  return said(version, 'measurePayments')
    .filter((each) => each.measure === measure.name)
    .map((payment, index) => ({ payment, number: index + 1 }));
}

function ownPayments(ground: Ground, taken: Taken): Line[] {
  return paymentsOf(taken).flatMap(({ payment, number }) =>
    providersIn(ground, taken).flatMap((provider) => {
      const { pays } = payment;
      if (pays.is === 'each cohort unpaid' || !isTaken(ground, taken)) return [];
      const value = numberOf({ ground, provider, by: ground.today.knownBy }, taken);
      if (value === undefined) return [];
      const amount = amountFor(pays, value);
      const payableOn = firstEnough(
        { ground, provider },
        taken,
        (then) => compareFractions(amountFor(pays, then), amount) >= 0,
      ) as DayNumber;
      const lines = linesFor({ ground, taken, payment, number, provider }, amount, {
        cohort: taken.cohort.name,
        payableOn,
      });
      return lines.map((line) => ({ line, cohort: taken.cohort.name }));
    }),
  );
}

type Paying = Readonly<{
  ground: Ground;
  taken: Taken;
  payment: MeasurePayment;
  number: number;
  provider: string | undefined;
}>;

type Due = Readonly<{ cohort: string; payableOn: DayNumber }>;

/** One line for each to whom a share of the amount goes. */
function linesFor(paying: Paying, amount: Fraction, { cohort, payableOn }: Due): Entry[] {
  const { taken, payment, number } = paying;
  const { version } = taken;
  const shares = sharesOf(paying);
  const { exact, total } = sumToShare(amount, version);
  const [only] = shares;
  const parts =
    shares.length === 1 && only !== undefined
      ? [{ provider: only.provider, gross: round(multiply(amount, only.weight), version.rounding) }]
      : sharedOut(exact, total, shares);
  return parts.map(({ provider, gross }) =>
    otherLine({
      clause: payment.clause,
      outcome: taken.measure.name,
      period: cohort,
      provider,
      number,
      day: dayOfLines(taken),
      payableOn,
      order: payment.order,
      version,
      gross,
    }),
  );
}

function dayOfLines(taken: Taken): DayNumber {
  return isEstimate(taken) ? taken.cohort.last : takenFrom(taken);
}

/** To whom and in what parts, by name. */
function sharesOf({ ground, taken, payment, provider }: Paying): Share[] {
  const { to } = payment;
  if (provider !== undefined) return [{ provider, weight: one }];
  const there = ground.providers
    .filter((each) => takesPart(each, dayOfLines(taken)))
    .map(({ name }) => name);
  switch (to.is) {
    case 'own':
      return there.slice(0, 1).map((each) => ({ provider: each, weight: one }));
    case 'equally':
      return there.map((each) => ({ provider: each, weight: fraction(1, there.length) }));
    case 'by attachments':
      return byAttachments(ground, taken);
    case 'shares':
      return [...to.shares]
        .sort((a, b) => (a.provider < b.provider ? -1 : 1))
        .map((each) => ({ provider: each.provider, weight: each.share }));
  }
}

function byAttachments({ people, providers }: Ground, { cohort }: Taken): Share[] {
  const attached = people
    .filter(({ setAsideOn }) => setAsideOn === undefined || setAsideOn > cohort.takenOn)
    .flatMap((each) => each.attached)
    .filter(({ day }) => cohort.first <= day && day <= cohort.last);
  return providers.flatMap(({ name }) => {
    const count = attached.filter((each) => each.provider === name).length;
    return count === 0 ? [] : { provider: name, weight: fraction(count, attached.length) };
  });
}

/** What a number pays, exact. */
function amountFor(pays: MeasurePays, { value, counted, people }: Value): Fraction {
  switch (pays.is) {
    case 'rows': {
      const row = pays.rows.find(
        ({ least, under }) =>
          (least === undefined || compareFractions(value, least) >= 0) &&
          (under === undefined || compareFractions(value, under) < 0),
      );
      if (row === undefined) return zero;
      if (row.each === undefined) return row.amount;
      const { amount, unit, above, whole } = row.each;
      const units = divide(subtract(value, above), unit);
      return add(row.amount, multiply(amount, atLeastNothing(units, whole)));
    }
    case 'each one beyond': {
      const mark = multiply(pays.mark.value, people);
      const beyond = pays.side === 'above' ? subtract(counted, mark) : subtract(mark, counted);
      return multiply(pays.amount, atLeastNothing(beyond, pays.whole));
    }
    case 'each cohort unpaid':
      return compareFractions(value, pays.least) >= 0 ? pays.amount : zero;
  }
}

function atLeastNothing(units: Fraction, whole: boolean): Fraction {
  if (units.numerator <= 0n) return zero;
  return whole ? fraction(units.numerator / units.denominator) : units;
}

/** The second test pays for each cohort of another measure for which nothing has been paid. */
function secondTests(ground: Ground, taken: Taken, paid: readonly Entry[]): Line[] {
  return paymentsOf(taken).flatMap(({ payment, number }) =>
    providersIn(ground, taken).flatMap((provider) => {
      const { pays } = payment;
      if (pays.is !== 'each cohort unpaid' || !isTaken(ground, taken)) return [];
      const isEnough = (value: Value) => compareFractions(value.value, pays.least) >= 0;
      const value = numberOf({ ground, provider, by: ground.today.knownBy }, taken);
      if (value === undefined || !isEnough(value)) return [];
      const payableOn = firstEnough({ ground, provider }, taken, isEnough) as DayNumber;
      const isAlone = taken.measure.cohorts.length === 1;
      return takenOf(ground)
        .filter(({ measure }) => measure.name === pays.of)
        .filter(({ cohort }) => isAlone || isWithin(cohort, taken.cohort))
        .filter(({ cohort }) => !isPaid({ of: pays.of, cohort: cohort.name, provider }))
        .flatMap(({ cohort }) =>
          linesFor({ ground, taken, payment, number, provider }, pays.amount, {
            cohort: cohort.name,
            payableOn,
          }).map((line) => ({ line, cohort: cohort.name })),
        );
    }),
  );

  type Whose = Readonly<{ of: string; cohort: string; provider: string | undefined }>;

  function isPaid({ of, cohort, provider }: Whose): boolean {
    return paid.some((line) => {
      const isOf = line.outcome === of && line.identity.split('|')[1] === cohort;
      const isTheirs = provider === undefined || line.provider === provider;
      const isThere = line.payableOn !== undefined && line.payableOn <= ground.today.knownBy;
      return isOf && isTheirs && isThere && line.gross !== 0n && line.notPaid.length === 0;
    });
  }
}

type Span = Readonly<{ first: DayNumber; last: DayNumber }>;

function isWithin(inner: Span, outer: Span): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** A line of a measure is paid only if its gates, of the same cohort, have passed. */
function throughGates(ground: Ground, line: Entry, cohort: string): Entry[] {
  const gates = said(line.version, 'gates').filter(({ measures }) =>
    measures.includes(line.outcome),
  );
  const passed = gates.map((gate) => {
    const taken = takenOf(ground).find(
      (each) => each.measure.name === gate.measure && each.cohort.name === cohort,
    );
    return taken && passedOn(ground, gate, { taken, provider: line.provider });
  });
  if (gates.length === 0) return [line];
  if (passed.includes(undefined)) {
    const notPaid = isZero(fraction(line.gross)) ? [] : [refusedByGate(line)];
    return [{ ...line, payableOn: undefined, parts: [], notPaid }];
  }
  const payableOn = Math.max(line.payableOn as DayNumber, ...(passed as DayNumber[]));
  return [{ ...line, payableOn, parts: [{ payableOn, amount: line.gross }] }];
}

function refusedByGate({ gross }: Entry) {
  return { reason: 'gate' as const, amount: gross };
}

/** The first day by which the gate's number was enough; undefined where it never was. */
export function passedOn(
  ground: Ground,
  { least, strictly }: GatePlan,
  { taken, provider }: Readonly<{ taken: Taken; provider: string }>,
): DayNumber | undefined {
  const isEnough = ({ value }: Value) => {
    const compared = compareFractions(value, least);
    return strictly ? compared > 0 : compared >= 0;
  };
  const whose = taken.measure.per === 'provider' ? provider : undefined;
  if (!isTaken(ground, taken)) return undefined;
  const now = numberOf({ ground, provider: whose, by: ground.today.knownBy }, taken);
  if (now === undefined || !isEnough(now)) return undefined;
  return firstEnough({ ground, provider: whose }, taken, isEnough);
}
