import {
  compareFractions,
  type Fraction,
  one,
  type Rounding,
  round,
  subtract,
  sumFractions,
} from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Draft } from './draft.ts';
import { poolsBy } from './pools-by.ts';

/** What rounding a total to a larger unit adds or takes: a line of its own. */
export type Difference = Readonly<{
  /** The last line, in place in line, of the total that was rounded. */
  last: Draft;
  /** The exact sum. */
  sum: Fraction;
  amount: bigint;
}>;

type Totalled = Readonly<{ drafts: readonly Draft[]; differences: readonly Difference[] }>;

/**
 * Step 8, rounding of the total. The exact sum of each provider's lines for a clause is rounded to
 * the smallest unit and shared over them by largest remainder: each is rounded down, and the units
 * left over go one each to those that lost most, the earlier in line among equals. Lines come in
 * place in line, and nothing that is refused is among the sum.
 */
export function roundTotals(drafts: readonly Draft[]): Totalled {
  const totals: number[][] = [];
  const placesOf = poolsBy(() => {
    const opened: number[] = [];
    totals.push(opened);
    return opened;
  });
  drafts.forEach((draft, index) => {
    if (draft.earned.version.roundingOf !== 'total' || draft.refusal || draft.isGiven) return;
    const { placed, attachment } = draft.earned;
    const { clause } = placed.outcome;
    placesOf([clause, attachment.provider, draft.payee]).push(index);
  });
  const rounded = [...drafts];
  const differences: Difference[] = [];
  for (const places of totals) {
    const lines = places.map((place) => drafts[place] as Draft);
    const { shared, difference } = shareOut(lines);
    places.forEach((place, index) => {
      rounded[place] = shared[index] as Draft;
    });
    if (difference.amount !== 0n) differences.push(difference);
  }
  return { drafts: rounded, differences };
}

function shareOut(lines: readonly Draft[]): Readonly<{
  shared: readonly Draft[];
  difference: Difference;
}> {
  const last = lines.at(-1);
  assert(last, 'a total has lines');
  const { rounding } = last.earned.version;
  const sum = sumFractions(lines.map(({ exact }) => exact));
  const total = round(sum, smallestUnit(rounding));
  const takers = takersOfOddUnits(
    lines.map(({ exact }) => exact),
    total,
  );
  const shared = lines.map((draft, index) => {
    const takesOddUnit = takers.has(index);
    const gross = partOfTotal(draft.exact, takesOddUnit);
    return { ...draft, rounded: { how: 'total', takesOddUnit } as const, gross };
  });
  const given = shared.reduce((all, { gross }) => all + gross, 0n);
  assert(given === total, 'the whole of a rounded total is shared out');
  return { shared, difference: { last, sum, amount: round(sum, rounding) - total } };
}

/** A part of a rounded total: towards nothing, and one unit more for those that take an odd one. */
export function partOfTotal(exact: Fraction, takesOddUnit: boolean): bigint {
  const whole = exact.numerator / exact.denominator;
  if (!takesOddUnit) return whole;
  return exact.numerator < 0n ? whole - 1n : whole + 1n;
}

/**
 * Which parts take one of the units that are left over when each is rounded towards nothing: those
 * on the side of what is left that lost most, the earlier among equals.
 */
export function takersOfOddUnits(parts: readonly Fraction[], total: bigint): ReadonlySet<number> {
  const odd = total - parts.reduce((sum, exact) => sum + partOfTotal(exact, false), 0n);
  const side = odd < 0n ? -1n : 1n;
  const lost = parts.map((exact) => {
    const own = subtract(exact, { numerator: partOfTotal(exact, false), denominator: 1n });
    return { ...own, numerator: own.numerator * side };
  });
  return new Set(largestFirst(lost).slice(0, Number(odd * side)));
}

/** The same direction, to the smallest unit of the currency. */
export function smallestUnit({ direction }: Rounding): Rounding {
  return { unit: one, direction };
}

/** Down to the whole unit below, on either side of nothing. */
export function roundedDown({ numerator, denominator }: Fraction): bigint {
  const towardsZero = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? towardsZero - 1n : towardsZero;
}

function largestFirst(lost: readonly Fraction[]): readonly number[] {
  const order = lost.map((_, index) => index);
  return order.sort((a, b) => compareFractions(lost[b] as Fraction, lost[a] as Fraction));
}
