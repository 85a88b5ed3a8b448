import { type Fraction, formatDecimal, one } from '../../money/index.ts';
import type { OtherBasis } from '../due/due.ts';
import type { Draft } from '../pay/draft.ts';
import type { Difference } from '../pay/rounding-of-total.ts';
import type { Why, WhyFactor, WhyPrice, WhyRounding } from './why.ts';

/** The data of a why from which the gross amount of a line can be worked out again. */
export type Reckoning = Pick<Why, 'price' | 'factors' | 'additions' | 'rounding'>;

type InMajor = (units: Fraction) => string;

export function outcomeReckoning(draft: Draft, major: InMajor): Reckoning {
  const { additions } = draft.priced;
  return {
    price: priceOf(draft, major),
    factors: factorsOf(draft),
    ...(additions.length > 0
      ? { additions: additions.map(({ amount, clause }) => ({ amount: major(amount), clause })) }
      : {}),
    rounding: roundingOf(draft.rounded, draft.earned.version.rounding, major),
  };
}

/** What rounding a total to a larger unit adds or takes. */
export function differenceReckoning({ last, sum }: Difference, major: InMajor): Reckoning {
  const { unit, direction } = last.earned.version.rounding;
  return {
    price: { list: major(sum), year: 0, row: null },
    factors: [],
    rounding: { how: 'difference', sum: major(sum), unit: formatDecimal(unit), direction },
  };
}

/** A line that is no participant's. */
export function otherReckoning(basis: OtherBasis, major: InMajor): Reckoning {
  return {
    price: { list: major(basis.list), year: 0, row: null },
    factors: basis.factors.map((factor) => ({ ...factor, value: formatDecimal(factor.value) })),
    rounding: roundingOf(basis.rounded, basis.rounding, major),
  };
}

function priceOf({ priced }: Draft, major: InMajor): WhyPrice {
  const { list, year, row } = priced;
  if (row === undefined) return { list: major(list), year, row: null };
  const { years, tier } = row;
  const upTo = tier?.under ? ` to under ${formatDecimal(tier.under)}` : ' or more';
  return {
    list: major(list),
    year,
    row: {
      years: years ? `${years.first} to ${years.last}` : null,
      with: row.with,
      tier: tier ? `${formatDecimal(tier.least)}${upTo}` : null,
      ...(row.band === undefined ? {} : { band: row.band + 1 }),
    },
  };
}

function factorsOf({ priced, earned, share }: Draft): readonly WhyFactor[] {
  const { achievement, placed } = earned;
  const factors: WhyFactor[] = priced.factors.map((factor) => {
    return { ...factor, value: formatDecimal(factor.value) };
  });
  if (priced.reverse) factors.push({ name: 'reverse', value: '-1', ...priced.reverse });
  if (placed.outcome.price.perUnit || achievement.isPartial) {
    factors.push({ name: 'quantity', value: formatDecimal(achievement.quantity) });
  }
  if (share.part.numerator !== one.numerator || share.part.denominator !== one.denominator) {
    const clause = share.clause === undefined ? {} : { clause: share.clause };
    factors.push({ name: 'share', value: formatDecimal(share.part), ...clause });
  }
  return factors;
}

function roundingOf(
  rounded: Draft['rounded'],
  rounding: OtherBasis['rounding'],
  major: InMajor,
): WhyRounding {
  const to = { unit: formatDecimal(rounding.unit), direction: rounding.direction };
  switch (rounded.how) {
    case 'line':
    case 'total':
      return { ...to, ...rounded };
    case 'running':
      return { ...to, how: 'running', before: major(rounded.before) };
  }
}
