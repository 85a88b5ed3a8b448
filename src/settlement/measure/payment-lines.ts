import type { DayNumber } from '../../calendar/index.ts';
import { compareFractions, type Fraction, one } from '../../money/index.ts';
import { type Due, otherDue } from '../due/due.ts';
import type { MeasurePayment } from '../plan/measure-plan.ts';
import { workOut } from './amount.ts';
import type { Gate, Gates } from './gate.ts';
import { type Asked, firstDayOf, type Numbers, providersIn, valueToday } from './numbers.ts';
import { type Market, payeesOf } from './payees.ts';
import { partSentence, paymentSentences } from './payment-sentences.ts';
import { type Shared, shareOut } from './share-out.ts';
import type { Taking } from './taking.ts';

/** What a measure pays under the terms of its cohort, and the how-manieth of its payments. */
export type Paying = Readonly<{ payment: MeasurePayment; number: number; taking: Taking }>;

/** An amount for a cohort, before it is shared among payees. */
export type Earning = Readonly<{
  paying: Paying;
  asked: Asked;
  /** Of the line: its own cohort, or the one for which a second test pays. */
  cohort: string;
  amount: Fraction;
  payableOn: DayNumber;
  explain: () => readonly string[];
}>;

/** Every payment of every measure of every cohort, in the order of versions and of the page. */
export function payingsOf({ takings }: Numbers): readonly Paying[] {
  return takings.flatMap((taking) => {
    const { version, measure } = taking;
    const payments = version.whole?.measurePayments ?? [];
    return payments
      .filter((payment) => payment.measure === measure.name)
      .map((payment, index) => ({ payment, number: index + 1, taking }));
  });
}

/** What a measure pays by its own number for its own cohort, for each provider that has one. */
export function earningsOf(numbers: Numbers, paying: Paying): readonly Earning[] {
  const { payment, taking } = paying;
  const { pays } = payment;
  if (pays.is === 'each cohort unpaid') return [];
  return providersIn(numbers, taking).flatMap((provider): readonly Earning[] => {
    const asked = { taking, provider };
    const found = valueToday(numbers, asked);
    const worked = workOut(pays, found);
    if (worked === undefined) return [];
    const payableOn = firstDayOf(numbers, asked, (then) =>
      isAsMuch(workOut(pays, then)?.amount, worked.amount),
    );
    const { cohort } = taking;
    const explain = () => paymentSentences(numbers, { asked, pays, worked });
    const { amount } = worked;
    const on = payableOn ?? taking.from;
    return [{ paying, asked, cohort: cohort.name, amount, payableOn: on, explain }];
  });
}

function isAsMuch(then: Fraction | undefined, today: Fraction): boolean {
  return then !== undefined && compareFractions(then, today) >= 0;
}

/** The lines of an amount: one for each payee. What a gate has not passed is not paid. */
export function linesOf(
  numbers: Numbers,
  earning: Earning,
  market: Market & Readonly<{ gates: Gates }>,
): readonly Due[] {
  const { paying, asked, cohort, amount } = earning;
  const { payment, taking } = paying;
  const day = dayOf(taking);
  const payees = payeesOf(payment.to, asked, { day, market });
  const shared = shareOut(amount, payees, taking.version.rounding);
  return shared.map((each) => {
    const { provider } = each.payee;
    const { measure } = payment;
    const { version } = taking;
    const gate = market.gates.overMeasure({ measure, cohort, version, provider });
    return dueOf(numbers, earning, { shared: each, gate });
  });
}

/** An estimate is of its cohort's last day; what is taken later is of that later day. */
function dayOf({ measure, cohort, from }: Taking): DayNumber {
  return measure.core.is === 'estimated' ? cohort.last : from;
}

function dueOf(
  numbers: Numbers,
  earning: Earning,
  { shared, gate }: Readonly<{ shared: Shared; gate: Gate | undefined }>,
): Due {
  const { paying, asked, cohort } = earning;
  const { payment, number, taking } = paying;
  const { payee, list, rounded } = shared;
  const { value = one, estimate } = valueToday(numbers, asked);
  const isShut = gate !== undefined && gate.passedOn === undefined;
  const payableOn = Math.max(earning.payableOn, gate?.passedOn ?? earning.payableOn);
  const due = otherDue({
    clause: payment.clause,
    outcome: payment.measure,
    period: cohort,
    isCohort: true,
    provider: payee.provider,
    number,
    day: dayOf(taking),
    ...(isShut ? {} : { payableOn }),
    order: payment.order,
    version: taking.version,
    quantity: value,
    list,
    factors: rounded.how === 'line' ? [] : [{ name: 'share', value: payee.part }],
    rounded,
    explain: () => [
      ...earning.explain(),
      ...(rounded.how === 'line' ? [] : [partSentence(payee.part, payee.provider)]),
      ...(gate?.explain() ?? []),
    ],
    facts: estimate ? [estimate.id] : [],
  });
  if (!isShut || due.gross === 0n) return due;
  return { ...due, unpaid: [{ reason: 'gate', amount: due.gross, clause: gate.clause }] };
}
