import { dayOf } from '../../calendar/index.ts';
import { type Fraction, formatDecimal, formatMajor, getCurrency, one } from '../../money/index.ts';
import type { Basis } from '../as-at.ts';
import { type Draft, lineName, payableOf } from '../pay/draft.ts';
import type { MetPart } from '../pay/limit.ts';
import { lineOf, roundingLineOf } from '../pay/line.ts';
import { inMajor } from '../pay/price.ts';
import type { Difference } from '../pay/rounding-of-total.ts';
import type { Plan } from '../plan/plan.ts';
import { type Settled, settle } from '../settle.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import { factsBehind } from './facts-behind.ts';
import { lineSentences, roundingSentences } from './line-sentences.ts';
import type { Why, WhyFactor, WhyPrice, WhyRounding } from './why.ts';

/** A settlement with everything that was seen on the way, to be asked why. */
export type Traced = Readonly<{
  plan: Plan;
  settled: Settled;
  participants: ReadonlyMap<string, SettledParticipant>;
  met: ReadonlyMap<string, readonly MetPart[]>;
}>;

/** Why a line is what it is; undefined where there is no such line. */
export function whyLine(basis: Basis, line: string): Why | undefined {
  const { plan, facts } = basis;
  const whose = facts.find(({ kind, id }) => kind === 'attached' && line.includes(`|${id}|`));
  const traced = trace(basis, whose?.participant);
  const draft = traced.settled.drafts.find((each) => lineName(each) === line);
  if (draft) return whyDraft(draft, traced);
  const difference = traced.settled.differences.find(
    (each) => roundingLineOf(plan, each).line === line,
  );
  return difference && whyDifference(difference, plan);
}

/**
 * Settles once more by the same code, and keeps what is met on the way. Only the participant asked
 * about, unless a total is rounded: then the line depends on the others' lines.
 */
export function trace(basis: Basis, participant: string | undefined): Traced {
  const { plan } = basis;
  const isTotalled = plan.versions.some(({ roundingOf }) => roundingOf === 'total');
  const participants = new Map<string, SettledParticipant>();
  const met = new Map<string, MetPart[]>();
  const settled = settle(basis, {
    onParticipant: (each) => participants.set(each.participant, each),
    onMet: (draft, part) => {
      const name = lineName(draft);
      met.set(name, [...(met.get(name) ?? []), part]);
    },
    ...(participant === undefined || isTotalled ? {} : { only: participant }),
  });
  return { plan, settled, participants, met };
}

/** Why one line of a traced settlement is what it is. */
export function whyDraft(draft: Draft, { plan, participants, met }: Traced): Why {
  const { currency } = plan;
  const exponent = getCurrency(currency).exponent;
  const major = (units: Fraction) => formatDecimal(inMajor(units, exponent));
  const money = (units: bigint) => formatMajor(units, currency);
  const line = lineOf(plan, draft);
  const own = participants.get(draft.participant);
  const evaluation = draft.steps.length > 0 ? own?.today : own?.claimed;
  const facts = evaluation ? factsBehind(draft.earned, evaluation) : [];
  const parts = met.get(line.line) ?? [];
  return {
    line: line.line,
    clause: line.clause,
    outcome: line.outcome,
    number: line.number,
    participant: draft.participant,
    provider: line.provider,
    payer: line.payer,
    payee: line.payee,
    day: dayOf(line.day),
    payableOn: line.payableOn === undefined ? null : dayOf(line.payableOn),
    version: line.version,
    currency,
    sentences: lineSentences(draft, plan, { facts, parts }),
    facts,
    price: priceOf(draft, major),
    factors: factorsOf(draft),
    rounding: roundingOf(draft, major),
    gross: money(draft.gross),
    notPaid: draft.unpaid
      .filter(({ reason }) => reason !== 'limit')
      .map((unpaid) => ({ ...unpaid, amount: money(unpaid.amount) })),
    parts: parts.map(({ amount, met: limits }) => ({
      amount: money(amount),
      limits: limits.map(({ clause, left }) => ({ clause, left: money(left) })),
    })),
    amount: money(payableOf(draft)),
  };
}

function priceOf({ priced }: Draft, major: (units: Fraction) => string): WhyPrice {
  const { list, year, row } = priced;
  if (row === undefined) return { list: major(list), year, row: null };
  const { years, tier } = row;
  const upTo = tier?.under ? ` to under ${formatDecimal(tier.under)}` : ' or more';
  return {
    list: major(list),
    year,
    row: {
      years: years ? `${years.first} to ${years.last}` : null,
      with: row.with,
      tier: tier ? `${formatDecimal(tier.least)}${upTo}` : null,
    },
  };
}

function factorsOf({ priced, earned, share }: Draft): readonly WhyFactor[] {
  const { achievement, placed } = earned;
  const factors: WhyFactor[] = priced.factors.map((factor) => {
    return { ...factor, value: formatDecimal(factor.value) };
  });
  if (placed.outcome.price.perUnit || achievement.isPartial) {
    factors.push({ name: 'quantity', value: formatDecimal(achievement.quantity) });
  }
  if (share.part.numerator !== one.numerator || share.part.denominator !== one.denominator) {
    const clause = share.clause === undefined ? {} : { clause: share.clause };
    factors.push({ name: 'share', value: formatDecimal(share.part), ...clause });
  }
  return factors;
}

function roundingOf({ rounded, earned }: Draft, major: (units: Fraction) => string): WhyRounding {
  const { rounding } = earned.version;
  const to = { unit: formatDecimal(rounding.unit), direction: rounding.direction };
  switch (rounded.how) {
    case 'line':
    case 'total':
      return { ...to, ...rounded };
    case 'running':
      return { ...to, how: 'running', before: major(rounded.before) };
  }
}

function whyDifference(difference: Difference, plan: Plan): Why {
  const { currency } = plan;
  const exponent = getCurrency(currency).exponent;
  const line = roundingLineOf(plan, difference);
  const { rounding } = difference.last.earned.version;
  const sum = formatDecimal(inMajor(difference.sum, exponent));
  return {
    line: line.line,
    clause: line.clause,
    outcome: line.outcome,
    number: line.number,
    provider: line.provider,
    payer: line.payer,
    payee: line.payee,
    day: dayOf(line.day),
    payableOn: line.payableOn === undefined ? null : dayOf(line.payableOn),
    version: line.version,
    currency,
    sentences: roundingSentences(difference.last, plan, difference),
    facts: [],
    price: { list: sum, year: 0, row: null },
    factors: [],
    rounding: {
      how: 'difference',
      sum,
      unit: formatDecimal(rounding.unit),
      direction: rounding.direction,
    },
    gross: formatMajor(line.gross, currency),
    notPaid: [],
    parts: [],
    amount: formatMajor(line.amount, currency),
  };
}
