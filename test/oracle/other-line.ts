import type { DayNumber } from '../../src/calendar/index.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  multiply,
  round,
  subtract,
} from '../../src/money/index.ts';
import type { VersionPlan } from '../../src/settlement/plan/plan.ts';
import { type Entry, wholePennies } from './line.ts';

/** What a line that is no participant's says before it is named. */
export type Told = Readonly<{
  clause: string;
  outcome: string;
  period: string;
  provider: string;
  number?: number | string;
  day: DayNumber;
  payableOn: DayNumber | undefined;
  order: number;
  version: VersionPlan;
  gross: bigint;
}>;

/** Known by clause, period (or cohort), provider and number. */
export function otherLine(told: Told): Entry {
  const { period, number = 1, ...line } = told;
  const { payableOn, gross } = told;
  return {
    ...line,
    identity: [told.clause, period, told.provider, number].join('|'),
    participant: null,
    group: null,
    payee: told.provider,
    number,
    notPaid: [],
    parts: payableOn === undefined ? [] : [{ payableOn, amount: gross }],
    own: [],
    portions: [],
  };
}

export type Share = Readonly<{ provider: string; weight: Fraction }>;

/**
 * Largest remainder: each its exact share rounded down, and the pennies of the sum that are left
 * over one each to those who lost most, the first by name among equals.
 */
export function sharedOut(
  exact: Fraction,
  total: bigint,
  shares: readonly Share[],
): { provider: string; gross: bigint }[] {
  const lines = shares.map(({ provider, weight }) => {
    const own = multiply(exact, weight);
    const gross = round(own, wholePennies);
    return { provider, gross, lost: subtract(own, fraction(gross)) };
  });
  let rest = lines.reduce((less, { gross }) => less - gross, total);
  for (const line of [...lines].sort((a, b) => compareFractions(b.lost, a.lost))) {
    if (rest <= 0n) break;
    line.gross += 1n;
    rest -= 1n;
  }
  return lines.map(({ provider, gross }) => ({ provider, gross }));
}

/** The sum to be shared: to the page's unit where it is above a penny, and then to the penny. */
export function sumToShare(
  amount: Fraction,
  { rounding }: VersionPlan,
): Readonly<{ exact: Fraction; total: bigint }> {
  const isLarger = compareFractions(rounding.unit, fraction(1)) > 0;
  const exact = isLarger ? fraction(round(amount, rounding)) : amount;
  return { exact, total: round(exact, { ...rounding, unit: fraction(1) }) };
}
