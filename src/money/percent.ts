import { formatDecimal, parseFraction } from './decimal.ts';
import { type Fraction, fraction, multiply } from './fraction.ts';

const hundred = fraction(100n);
const hundredth = fraction(1n, 100n);

/** Reads "12.5%" as 1/8, exactly. Undefined without the sign, or with a space before it. */
export function parsePercent(text: string): Fraction | undefined {
  if (!text.endsWith('%')) return undefined;
  const value = parseFraction(text.slice(0, -1));
  return value === undefined ? undefined : multiply(value, hundredth);
}

/** Writes 1/8 as "12.5%", and 1/3 as "100/3%", which is exact. */
export function formatPercent(value: Fraction): string {
  return `${formatDecimal(multiply(value, hundred))}%`;
}
