import { assert } from '../problem/index.ts';

/** An exact number: a fraction of two whole numbers in lowest terms, the lower one above zero. */
export type Fraction = Readonly<{ numerator: bigint; denominator: bigint }>;

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

/** The fraction n over d, in lowest terms. Plain numbers must be safe whole numbers. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const numerator = typeof n === 'bigint' ? n : wholeOf(n);
  const denominator = typeof d === 'bigint' ? d : wholeOf(d);
  assert(denominator !== 0n, 'a fraction is not divided by zero');
  return lowest(numerator, denominator);
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) {
    return lowest(a.numerator + b.numerator, a.denominator);
  }
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  return lowest(numerator, a.denominator * b.denominator);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) {
    return lowest(a.numerator - b.numerator, a.denominator);
  }
  const numerator = a.numerator * b.denominator - b.numerator * a.denominator;
  return lowest(numerator, a.denominator * b.denominator);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === 1n && b.denominator === 1n) {
    return { numerator: a.numerator * b.numerator, denominator: 1n };
  }
  return lowest(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  assert(b.numerator !== 0n, 'a fraction is not divided by zero');
  return lowest(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function negate(a: Fraction): Fraction {
  return { numerator: -a.numerator, denominator: a.denominator };
}

/** Below zero if a is less than b, above zero if it is more, zero if they are equal. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const isSameKind = a.denominator === b.denominator;
  const left = isSameKind ? a.numerator : a.numerator * b.denominator;
  const right = isSameKind ? b.numerator : b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The lesser of the two; the first where they are equal. */
export function minFraction(a: Fraction, b: Fraction): Fraction {
  return compareFractions(b, a) < 0 ? b : a;
}

/** The greater of the two; the first where they are equal. */
export function maxFraction(a: Fraction, b: Fraction): Fraction {
  return compareFractions(b, a) > 0 ? b : a;
}

export function isZero(a: Fraction): boolean {
  return a.numerator === 0n;
}

/** The sum; zero for none. */
export function sumFractions(fractions: Iterable<Fraction>): Fraction {
  let sum = zero;
  for (const each of fractions) sum = add(sum, each);
  return sum;
}

function lowest(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  if (numerator === 0n) return zero;
  const divisor = greatestDivisor(numerator, denominator);
  return divisor === 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Euclid's greatest common divisor, with the sign of the lower number, so that it ends above 0. */
function greatestDivisor(upper: bigint, lower: bigint): bigint {
  let a = upper < 0n ? -upper : upper;
  let b = lower < 0n ? -lower : lower;
  while (b !== 0n) [a, b] = [b, a % b];
  return lower < 0n ? -a : a;
}

function wholeOf(n: number): bigint {
  assert(Number.isSafeInteger(n), 'a number made into a fraction is a safe whole number');
  return BigInt(n);
}
