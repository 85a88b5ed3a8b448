import type { JSX } from 'preact';
import { type Money as Amount, formatMoney, getCurrency } from '../../money/index.ts';

export type MoneyProps = Readonly<{
  money: Amount;
  /** With its pence though they be none, as in a column of amounts. */
  isFull?: boolean | undefined;
}>;

/** An amount of money in figures of one width. */
export function Money({ money, isFull = false }: MoneyProps): JSX.Element {
  return <span class="money">{isFull ? fullMoney(money) : formatMoney(money)}</span>;
}

function fullMoney(money: Amount): string {
  const text = formatMoney(money);
  const { exponent } = getCurrency(money.currency);
  return text.includes('.') || exponent === 0 ? text : `${text}.${'0'.repeat(exponent)}`;
}
