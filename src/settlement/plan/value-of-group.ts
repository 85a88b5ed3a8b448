import type { Length } from '../../calendar/index.ts';
import {
  type AmountValue,
  type ByGroup,
  type Contract,
  findRowValue,
  type Times,
} from '../../contract/index.ts';
import type { Fraction } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { decimalOf } from './decimal-of.ts';
import { minorUnits } from './minor-units.ts';

// A value that differs by group is named in its sentence and held by a row of the rate card. The
// page has been checked: every group has a value, of the type that its place needs.

function isByGroup(value: unknown): value is ByGroup {
  return typeof value === 'object' && value !== null && 'row' in value;
}

function rowValue(contract: Contract, { row }: ByGroup, group: string) {
  const found = findRowValue(contract, row, group);
  assert(found !== undefined, 'a row of the rate card has a value for each group that uses it');
  return found;
}

export function lengthOfGroup(contract: Contract, value: Length | ByGroup, group: string): Length {
  if (!isByGroup(value)) return value;
  const found = rowValue(contract, value, group);
  assert('length' in found, 'a row that stands for a length holds lengths');
  return found.length;
}

export function timesOfGroup(contract: Contract, value: Times | ByGroup, group: string): Times {
  if (!isByGroup(value)) return value;
  const found = rowValue(contract, value, group);
  assert('times' in found, 'a row that stands for a number of times holds them');
  return found.times;
}

export function moneyOfGroup(contract: Contract, value: string | ByGroup, group: string): Fraction {
  if (!isByGroup(value)) return minorUnits(contract, value);
  const found = rowValue(contract, value, group);
  assert('money' in found, 'a row that stands for money holds amounts');
  return minorUnits(contract, found.money);
}

/** A sum to be reached, as facts record it: whole units of money, hours or other units. */
export function sumOfGroup(
  contract: Contract,
  value: AmountValue | ByGroup,
  group: string,
): Fraction {
  const found = isByGroup(value) ? rowValue(contract, value, group) : { amount: value };
  assert('amount' in found || 'money' in found, 'a row that stands for a sum holds sums');
  return decimalOf('amount' in found ? found.amount.sum : found.money);
}

export function numberOfGroup(
  contract: Contract,
  value: string | ByGroup,
  group: string,
): Fraction {
  const found = isByGroup(value) ? rowValue(contract, value, group) : { number: value };
  assert('number' in found, 'a row that stands for a number holds numbers');
  return decimalOf(found.number);
}
