import { formatMajor } from '../../money/index.ts';
import type { SumsBetween } from '../compare/sums-between.ts';

/** What two pages pay for the same facts, in texts as they are given. */
export type MoneyGiven = Readonly<{
  total: Readonly<{ was: string; now: string }>;
  outcomes: readonly PairGiven[];
  providers: readonly PairGiven[];
  payers: readonly PairGiven[];
  /** How many lines differ. */
  lines: number;
}>;

export type PairGiven = Readonly<{ name: string; was: string; now: string }>;

export function moneyGiven(money: SumsBetween, currency: string): MoneyGiven {
  const pair = ({ name, was, now }: SumsBetween['outcomes'][number]) => ({
    name,
    was: formatMajor(was, currency),
    now: formatMajor(now, currency),
  });
  const { total, outcomes, providers, payers, lines } = money;
  return {
    total: { was: formatMajor(total.was, currency), now: formatMajor(total.now, currency) },
    outcomes: outcomes.map(pair),
    providers: providers.map(pair),
    payers: payers.map(pair),
    lines,
  };
}
