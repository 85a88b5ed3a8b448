import { add, type Fraction, subtract, zero } from '../../money/index.ts';

/** What a measure has counted: of so many people, so much, over so many. */
export type Sums = Readonly<{
  people: number;
  numerator: Fraction;
  denominator: number;
  /** People of whom it is not known what they achieved, or how they changed. */
  unknown: number;
}>;

export const nothing: Sums = { people: 0, numerator: zero, denominator: 0, unknown: 0 };

export function addSums(a: Sums, b: Sums): Sums {
  return {
    people: a.people + b.people,
    numerator: add(a.numerator, b.numerator),
    denominator: a.denominator + b.denominator,
    unknown: a.unknown + b.unknown,
  };
}

/** By how much the first is more than the second. */
export function growth(now: Sums, before: Sums): Sums {
  return {
    people: now.people - before.people,
    numerator: subtract(now.numerator, before.numerator),
    denominator: now.denominator - before.denominator,
    unknown: now.unknown - before.unknown,
  };
}

export function isNothing({ people, numerator, denominator, unknown }: Sums): boolean {
  return people === 0 && numerator.numerator === 0n && denominator === 0 && unknown === 0;
}
