/** A name for one and for more than one. */
export type Counted = Readonly<{ one: string; many: string }>;

export type Currency = Readonly<{
  /** The letters of ISO 4217. */
  code: string;
  /** As in "buys this, in pounds sterling". */
  name: string;
  /** Put before an amount; the code itself where a sign would not say which currency is meant. */
  symbol: string;
  /** Other signs that are read but not written: "$" is Canadian on a page in CAD. */
  signs: readonly string[];
  /** How many decimal places the smallest unit stands for (ISO 4217, minor unit). */
  exponent: number;
  units: Counted;
  whole: Counted;
  /** Digits are grouped in threes, or the Indian way: 12,34,567. */
  grouping: 'threes' | 'lakhs';
}>;
