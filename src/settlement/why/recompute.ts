import {
  add,
  type Fraction,
  fraction,
  getCurrency,
  multiply,
  one,
  parseFraction,
  round,
  sumFractions,
} from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { cutTo } from '../due/limit.ts';
import { partOfTotal } from '../pay/rounding-of-total.ts';
import type { Why } from './why.ts';

/** The amount of a line, in smallest units, worked out again from the data of its `why` alone. */
export function recomputeFromWhy(why: Why): bigint {
  const cuts = (why.payerCuts ?? []).map(({ amount }) => unitsOf(amount, why));
  return cuts.reduce((left, cut) => left - cut, beforePayers(why));
}

function beforePayers(why: Why): bigint {
  const notPaid = why.notPaid.map(({ amount }) => unitsOf(amount, why));
  const payable = notPaid.reduce((left, amount) => left - amount, grossOf(why));
  if (why.parts.length === 0) return payable;
  return why.parts.reduce((sum, part) => {
    const met = part.limits.map(({ clause, left }) => ({ clause, left: unitsOf(left, why) }));
    const amount = unitsOf(part.amount, why);
    return sum + (amount > 0n ? cutTo(amount, met).paid : amount);
  }, 0n);
}

function grossOf(why: Why): bigint {
  const { rounding } = why;
  const { direction } = rounding;
  const exact = exactOf(why);
  const to = { unit: read(rounding.unit), direction };
  switch (rounding.how) {
    case 'line':
      return round(exact, to);
    case 'running': {
      const before = minor(rounding.before, why);
      return round(add(before, exact), to) - round(before, to);
    }
    case 'total':
      return partOfTotal(exact, rounding.takesOddUnit);
    case 'difference': {
      const sum = minor(rounding.sum, why);
      return round(sum, to) - round(sum, { unit: one, direction });
    }
  }
}

const ofPrice: ReadonlySet<string> = new Set([
  'taper',
  'index',
  'deadweight',
  'discount',
  'uplift',
  'later rate',
]);

/** List price x its factors + what is added, x everything else. */
function exactOf(why: Why): Fraction {
  const times = (amount: Fraction, { value }: Why['factors'][number]) =>
    multiply(amount, read(value));
  const price = why.factors.filter(({ name }) => ofPrice.has(name));
  const rest = why.factors.filter(({ name }) => !ofPrice.has(name));
  const added = (why.additions ?? []).map(({ amount }) => minor(amount, why));
  const unit = sumFractions([price.reduce(times, minor(why.price.list, why)), ...added]);
  return rest.reduce(times, unit);
}

function unitsOf(text: string, why: Why): bigint {
  const units = minor(text, why);
  assert(units.denominator === 1n, 'an amount is a whole number of the smallest unit');
  return units.numerator;
}

function minor(text: string, { currency }: Why): Fraction {
  return multiply(read(text), fraction(10n ** BigInt(getCurrency(currency).exponent)));
}

function read(text: string): Fraction {
  const value = parseFraction(text);
  assert(value, 'a number in the data of a why is a decimal or a fraction');
  return value;
}
