import { dayNumber } from '../../calendar/index.ts';
import {
  type Fraction,
  fraction,
  getCurrency,
  multiply,
  parseFraction,
  unitsOfMajor,
} from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Line } from '../due/line.ts';
import type { GivenLine } from '../pay/given.ts';
import type { ResultLine, SettlementResult } from '../result.ts';

/**
 * The lines of the last settlement that are of these participants, whose facts have been erased
 * since: they enter the next one as they were settled.
 */
export function givenLines(
  previous: Pick<SettlementResult, 'currency' | 'lines' | 'notPaid'>,
  erased: ReadonlySet<string>,
): readonly GivenLine[] {
  const { currency, lines, notPaid } = previous;
  const own = lines.filter(({ participant }) => erased.has(participant ?? ''));
  const names = new Set(own.map(({ line }) => line));
  const unpaid = notPaid
    .filter(({ line }) => names.has(line))
    .map((each) => ({ ...each, amount: unitsOfMajor(each.amount) }));
  return own.map((line) => ({
    line: lineFrom(line, currency),
    notPaid: unpaid.filter((each) => each.line === line.line),
  }));
}

function lineFrom(line: ResultLine, currency: string): Line {
  const { payableOn, earnedOn, payers, ...rest } = line;
  const exponent = fraction(10n ** BigInt(getCurrency(currency).exponent));
  return {
    ...rest,
    day: dayNumber(line.day),
    ...(payableOn === null ? {} : { payableOn: dayNumber(payableOn) }),
    ...(earnedOn === undefined ? {} : { earnedOn: dayNumber(earnedOn) }),
    quantity: read(line.quantity),
    price: multiply(read(line.price), exponent),
    gross: unitsOfMajor(line.gross),
    amount: unitsOfMajor(line.amount),
    ...(payers
      ? { payers: payers.map(({ payer, amount }) => ({ payer, amount: unitsOfMajor(amount) })) }
      : {}),
  };
}

function read(text: string): Fraction {
  const value = parseFraction(text);
  assert(value, 'a number of a result is a decimal or a fraction');
  return value;
}
