export { allocate } from './allocate.ts';
export { currencies } from './currencies.ts';
export type { Counted, Currency } from './currency.ts';
export { formatDecimal, parseDecimal, parseFraction } from './decimal.ts';
export { findCurrency, getCurrency } from './find-currency.ts';
export { formatAmount, formatMajor, formatMoney } from './format-money.ts';
export {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  isZero,
  maxFraction,
  minFraction,
  multiply,
  negate,
  one,
  subtract,
  sumFractions,
  zero,
} from './fraction.ts';
export type { Money } from './money.ts';
export { parseMoneyText } from './parse-money-text.ts';
export { formatPercent, parsePercent } from './percent.ts';
export { type Rounding, round, roundToFraction, usualRounding } from './round.ts';
export { unitsOfMajor } from './units-of-major.ts';
