import { numberIn, referenceAt } from '../../facts/index.ts';
import { amountIn } from '../columns/amount-column.ts';
import { providerOf } from '../columns/attached-columns.ts';
import { amountAt, unpaidAt } from '../columns/line-at.ts';
import type { LineColumns, Terms, Why } from '../columns/line-columns.ts';
import type { Worth } from '../columns/worth-pool.ts';

/** Whether a row of one settlement is as one of another, of the same participant. */
export type RowsAlike = Readonly<{
  /** Whether they are lines of one name. */
  isNamed: RowTest;
  /** Whether all that they say is the same. */
  isSame: RowTest;
  /** Whether they come to the same. */
  isSameMoney: RowTest;
}>;

type RowTest = (was: number, now: number) => boolean;

/** Holds rows of two settlements against each other, neither of which keeps any as an object. */
export function rowsAlike(was: LineColumns, now: LineColumns): RowsAlike {
  const isOneClause = sameTest(was.termsKnown.values, now.termsKnown.values, clauseText);
  const isOfTerms = sameTest(was.termsKnown.values, now.termsKnown.values, termsText);
  const isNumber = sameTest(was.numbers.values, now.numbers.values, String);
  const isWorth = sameTest(was.worths.values, now.worths.values, worthText);
  const isWhy = sameTest(was.whys.values, now.whys.values, whyText);
  const isAttached = sameTest(attachedTexts(was), attachedTexts(now), String);
  const isUnpaidAlike: RowTest = (one, other) => {
    if (was.unpaidBeside.has(one) || now.unpaidBeside.has(other)) {
      return partsText(was, one) === partsText(now, other);
    }
    return (
      isWhy(numberIn(was.unpaidWhy, one), numberIn(now.unpaidWhy, other)) &&
      amountIn(was.unpaidAmount, one) === amountIn(now.unpaidAmount, other)
    );
  };
  return {
    isNamed: (one, other) =>
      isNumber(numberIn(was.number, one), numberIn(now.number, other)) &&
      isOneClause(numberIn(was.terms, one), numberIn(now.terms, other)) &&
      isAttached(numberIn(was.attachment, one), numberIn(now.attachment, other)),
    isSame: (one, other) =>
      numberIn(was.day, one) === numberIn(now.day, other) &&
      numberIn(was.payableOn, one) === numberIn(now.payableOn, other) &&
      isOfTerms(numberIn(was.terms, one), numberIn(now.terms, other)) &&
      isWorth(numberIn(was.worth, one), numberIn(now.worth, other)) &&
      isUnpaidAlike(one, other),
    isSameMoney: (one, other) => amountAt(was, one) === amountAt(now, other),
  };
}

/** Whether a number from 1 among some values stands for the same as another among others. */
function sameTest<Value>(
  was: readonly Value[],
  now: readonly Value[],
  textOf: (value: Value) => string,
): RowTest {
  const numbers = new Map<string, number>();
  const numbersOf = (values: readonly Value[]) =>
    Int32Array.from([0, ...values.map((value) => numberOfText(numbers, textOf(value)))]);
  const [one, other] = [numbersOf(was), numbersOf(now)];
  return (wasNumber, nowNumber) => one[wasNumber] === other[nowNumber];
}

function numberOfText(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size + 1;
  numbers.set(text, number);
  return number;
}

function clauseText({ placed }: Terms): string {
  return placed.outcome.clause;
}

function termsText({ version, group, placed: { outcome } }: Terms): string {
  return JSON.stringify([version.version, group.group, outcome.clause, outcome.name]);
}

function worthText({ price, quantity, gross }: Worth): string {
  const parts = [price.numerator, price.denominator, quantity.numerator, quantity.denominator];
  return [...parts, gross].join(' ');
}

function whyText({ reason, clause }: Why): string {
  return JSON.stringify([reason, clause]);
}

function partsText(columns: LineColumns, row: number): string {
  return JSON.stringify(
    unpaidAt(columns, row).map(({ amount, ...why }) => [whyText(why), String(amount)]),
  );
}

/** Each attachment, by its id and its provider. */
function attachedTexts({ attached }: LineColumns): readonly string[] {
  return Array.from({ length: attached.ids.rows }, (_, own) => {
    return `${referenceAt(attached.ids, own)}|${providerOf(attached, own)}`;
  });
}
