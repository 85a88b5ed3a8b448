import { type Fraction, isZero, multiply, subtract } from '../../money/index.ts';
import { type Due, type OtherLine, otherDue } from '../due/due.ts';
import { moneyWords } from '../why/words.ts';

/** A line with its amount; its reasons end with what it comes to. */
export function workedOut(line: OtherLine, currency: string): Due {
  const due = otherDue(line);
  const { basis, gross } = due;
  const explain = () => [...line.explain(), comesTo(line, gross, currency)];
  return basis.is === 'other' ? { ...due, basis: { ...basis, explain } } : due;
}

function comesTo({ list, factors, rounded }: OtherLine, gross: bigint, currency: string): string {
  const exact = factors.reduce((product: Fraction, { value }) => multiply(product, value), list);
  const paid = moneyWords(gross, currency);
  if (isZero(subtract(exact, { numerator: gross, denominator: 1n }))) {
    return `That comes to ${paid}.`;
  }
  const rounding = {
    line: 'rounded',
    running: 'as the rounded running total grew by so much',
    total: 'as its share of the rounded total',
  }[rounded.how];
  const whole = moneyWords(exact, currency);
  // A sum without end, such as a third of £100, is not written out.
  const isLong = whole.includes('/');
  return `That comes to ${isLong ? '' : `${whole}: `}${paid}, ${rounding}.`;
}
