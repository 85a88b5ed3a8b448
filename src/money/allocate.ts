import { assert } from '../problem/index.ts';
import type { Fraction } from './fraction.ts';

/**
 * Shares out the total in proportion to the weights, to the last unit, by largest remainder
 * (Hamilton's method): each gets its share rounded down, and the units left over go one each to
 * those who lost most by the rounding, the earliest first among equals. What weighs nothing gets
 * nothing. A total below zero is shared as the same total above zero would be.
 */
export function allocate(total: bigint, weights: readonly Fraction[]): bigint[] {
  const parts = wholeWeights(weights);
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  assert(total === 0n || whole > 0n, 'an amount is shared only where something has weight');
  if (total === 0n) return parts.map(() => 0n);
  const size = total < 0n ? -total : total;
  const shares = parts.map((part) => (size * part) / whole);
  const leftover = size - shares.reduce((sum, share) => sum + share, 0n);
  const lost = parts.map((part) => (size * part) % whole);
  for (const index of largestFirst(lost).slice(0, Number(leftover))) {
    shares[index] = (shares[index] ?? 0n) + 1n;
  }
  const shared = shares.reduce((sum, share) => sum + share, 0n);
  assert(shared === size, 'every unit has been shared out');
  return total < 0n ? shares.map((share) => -share) : shares;
}

/** Whole numbers in the same proportions. */
function wholeWeights(weights: readonly Fraction[]): bigint[] {
  let multiple = 1n;
  for (const { numerator, denominator } of weights) {
    assert(numerator >= 0n, 'no weight is below zero');
    if (multiple % denominator !== 0n) multiple *= denominator / common(multiple, denominator);
  }
  return weights.map(({ numerator, denominator }) => numerator * (multiple / denominator));
}

function common(a: bigint, b: bigint): bigint {
  return b === 0n ? a : common(b, a % b);
}

function largestFirst(values: readonly bigint[]): number[] {
  const order = values.map((_, index) => index);
  return order.sort((a, b) => {
    const difference = (values[b] ?? 0n) - (values[a] ?? 0n);
    if (difference === 0n) return a - b;
    return difference < 0n ? -1 : 1;
  });
}
