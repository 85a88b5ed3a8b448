import type { Fraction } from '../../money/index.ts';

/** What one unit is worth, how many there are, and what they come to: the same of many lines. */
export type Worth = Readonly<{ price: Fraction; quantity: Fraction; gross: bigint }>;

/** Every worth that any line has, numbered from 1. */
export type WorthPool = Readonly<{
  values: Worth[];
  /** What each comes to, as a plain number. */
  units: number[];
  /** By the price as an object, as prices are worked out once, then by quantity and gross. */
  numbers: Map<Fraction, Map<string, number>>;
  /** Of lines that are one, by the price: mostly of one gross amount. */
  ofOne: Map<Fraction, number>;
}>;

export function worthPool(): WorthPool {
  return { values: [], units: [], numbers: new Map(), ofOne: new Map() };
}

/** The number of a worth, which is kept if it is new. */
export function worthNumber(pool: WorthPool, worth: Worth): number {
  const { price, quantity, gross } = worth;
  const isOne = quantity.numerator === 1n && quantity.denominator === 1n;
  if (!isOne) return numberAmong(pool, worth);
  const known = pool.ofOne.get(price);
  if (known !== undefined && pool.values[known - 1]?.gross === gross) return known;
  const number = numberAmong(pool, worth);
  pool.ofOne.set(price, number);
  return number;
}

function numberAmong(pool: WorthPool, { price, quantity, gross }: Worth): number {
  const { values, units, numbers } = pool;
  const ofPrice = numbers.get(price) ?? new Map<string, number>();
  numbers.set(price, ofPrice);
  const text = `${quantity.numerator}/${quantity.denominator} ${gross}`;
  const known = ofPrice.get(text);
  if (known !== undefined) return known;
  const number = values.push({ price, quantity, gross });
  units.push(Number(gross));
  ofPrice.set(text, number);
  return number;
}
