import type { Fraction } from '../../money/index.ts';
import type { CohortPlan, MeasurePays } from '../plan/measure-plan.ts';
import { dayWords, moneyWords } from '../why/words.ts';
import type { PaysForItself, Worked } from './amount.ts';
import { decimalWords, numberWords, percentWords } from './number-words.ts';
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
    const { row, above } = worked;
    if (pays.is === 'each one above') {
      const mark = percentWords(pays.share);
      const each = money(pays.amount);
      return [`${decimalWords(above ?? pays.share)} above ${mark} of them are paid ${each} each.`];
    }
    if (row === undefined) return ['No row of what it pays holds that number.'];
    const { each, amount } = row;
    if (each === undefined || above === undefined) return [];
    const unit = numberWords(asked.taking.measure, each.unit);
    const over = numberWords(asked.taking.measure, each.above);
    const fixed = amount.numerator === 0n ? '' : `${money(amount)} and `;
    const times = each.whole ? 'whole times' : 'times';
    return [
      `It is above ${over} by ${decimalWords(above)} ${times} ${unit}: ${fixed}` +
        `${money(each.amount)} for each.`,
    ];
  }
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
