import { type Fraction, isZero, zero } from '../../money/index.ts';
import type { CohortPlan, MeasurePays } from '../plan/measure-plan.ts';
import { dayWords, moneyWords } from '../why/words.ts';
import type { PaysForItself, Worked } from './amount.ts';
import { decimalWords, numberWords, percentWords, unitsWords } from './number-words.ts';
import type { Asked, Numbers } from './numbers.ts';
import { valueSentences } from './sentences.ts';

/** What a measure is, and what is paid for it. */
export function paymentSentences(
  numbers: Numbers,
  { asked, pays, worked }: Readonly<{ asked: Asked; pays: PaysForItself; worked: Worked }>,
): readonly string[] {
  const { currency } = numbers;
  const money = (amount: Fraction) => moneyWords(amount, currency);
  const total = `It pays ${money(worked.amount)}.`;
  return [...valueSentences(numbers, asked), ...howSentences(), total];

  function howSentences(): readonly string[] {
    if (pays.is === 'each one beyond') return [beyondSentence(pays, worked, money(pays.amount))];
    const { row, beyond } = worked;
    if (row === undefined) return ['No row of what it pays holds that number.'];
    const { each, amount } = row;
    if (each === undefined || beyond === undefined) return [];
    const { measure } = asked.taking;
    const over = numberWords(measure, each.above);
    const units = unitsWords(measure, beyond, each);
    const fixed = amount.numerator === 0n ? '' : `${money(amount)} and `;
    return [`It is above ${over} by ${units}: ${fixed}${money(each.amount)} for each.`];
  }
}

type EachOne = Extract<PaysForItself, { is: 'each one beyond' }>;

/** "47.5% of them is 475: 19 below it are paid £4,000 each." */
function beyondSentence(
  { mark: each, side, whole }: EachOne,
  { mark = zero, beyond = zero }: Worked,
  sum: string,
): string {
  const of = {
    share: `${percentWords(each.value)} of them is`,
    number: `${decimalWords(each.value)} for each of them is`,
  }[each.is];
  const marked = `${of} ${decimalWords(mark)}`;
  if (isZero(beyond)) return `${marked}: no ${whole ? 'whole one' : 'part of one'} is ${side} it.`;
  const number = decimalWords(beyond);
  const paid = number === '1' ? `is paid ${sum}` : `are paid ${sum} each`;
  return `${marked}: ${number} ${side} it ${paid}.`;
}

type SecondTest = Extract<MeasurePays, { is: 'each cohort unpaid' }>;

/** Why a cohort is paid for by the number of others. */
export function secondTestSentences(
  numbers: Numbers,
  { asked, pays, cohort }: Readonly<{ asked: Asked; pays: SecondTest; cohort: CohortPlan }>,
): readonly string[] {
  const least = numberWords(asked.taking.measure, pays.least);
  const days = `${dayWords(cohort.first)} to ${dayWords(cohort.last)}`;
  return [
    ...valueSentences(numbers, asked),
    `That is at least ${least}, and nothing else is paid for ${pays.of} of ${days}.`,
    `It pays ${moneyWords(pays.amount, numbers.currency)}.`,
  ];
}

/** Whose part of an amount a line is. */
export function partSentence(part: Fraction, provider: string): string {
  return `${percentWords(part)} of it is for ${provider}.`;
}
