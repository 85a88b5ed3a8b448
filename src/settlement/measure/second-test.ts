import { compareFractions, type Fraction } from '../../money/index.ts';
import { type Due, payableOfDue } from '../due/due.ts';
import type { MeasurePays } from '../plan/measure-plan.ts';
import { type Asked, firstDayOf, type Numbers, providersIn, valueToday } from './numbers.ts';
import type { Earning, Paying } from './payment-lines.ts';
import { secondTestSentences } from './payment-sentences.ts';
import type { Taking } from './taking.ts';

/** For which cohorts, and whose, a measure has paid anything. */
export type Paid = Readonly<{
  add: (earning: Earning, dues: readonly Due[]) => void;
  has: (taking: Taking, provider: string) => boolean;
}>;

/** Nothing is paid yet. What a second test pays for a cohort is paid for it like any other. */
export function paidSoFar(): Paid {
  const paid = new Set<string>();
  const keyOf = (measure: string, cohort: string, provider?: string) =>
    JSON.stringify([measure, cohort, provider ?? null]);
  return {
    add: ({ paying, asked, cohort }, dues) => {
      if (dues.every((due) => payableOfDue(due) === 0n)) return;
      const { pays } = paying.payment;
      const measure = pays.is === 'each cohort unpaid' ? pays.of : asked.taking.measure.name;
      paid.add(keyOf(measure, cohort));
      paid.add(keyOf(measure, cohort, asked.provider));
    },
    has: ({ measure, cohort }, provider) => {
      const isByProvider = measure.per === 'provider' && provider !== '';
      return paid.has(keyOf(measure.name, cohort.name, isByProvider ? provider : undefined));
    },
  };
}

/**
 * The second test: where a number is high enough, the cohorts of another measure for which nothing
 * has been paid are paid for, each once.
 */
export function secondEarningsOf(numbers: Numbers, paying: Paying, paid: Paid): readonly Earning[] {
  const { payment, taking } = paying;
  const { pays } = payment;
  if (pays.is !== 'each cohort unpaid') return [];
  return providersIn(numbers, taking).flatMap((provider): readonly Earning[] => {
    const asked = { taking, provider };
    const payableOn = passedOn(numbers, asked, pays);
    if (payableOn === undefined) return [];
    const unpaid = cohortsFor(numbers, taking, pays.of).filter((each) => !paid.has(each, provider));
    return unpaid.map(({ cohort }) => {
      const explain = () => secondTestSentences(numbers, { asked, pays, cohort });
      return { paying, asked, cohort: cohort.name, amount: pays.amount, payableOn, explain };
    });
  });
}

type SecondTest = Extract<MeasurePays, { is: 'each cohort unpaid' }>;

function passedOn(numbers: Numbers, asked: Asked, { least }: SecondTest): number | undefined {
  const isEnough = (value: Fraction | undefined) =>
    value !== undefined && compareFractions(value, least) >= 0;
  if (!isEnough(valueToday(numbers, asked).value)) return undefined;
  return firstDayOf(numbers, asked, ({ value }) => isEnough(value));
}

/** All of them for a measure of one cohort; else those that lie within its cohort. */
function cohortsFor({ takings }: Numbers, own: Taking, of: string): readonly Taking[] {
  const { first, last } = own.cohort;
  const isAlone = own.measure.cohorts.length === 1;
  return takings.filter(
    ({ measure, cohort }) =>
      measure.name === of && (isAlone || (cohort.first >= first && cohort.last <= last)),
  );
}
