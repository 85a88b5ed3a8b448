import { formatMajor } from '../money/index.ts';
import type { Compared, MoneyBetween, MoneyPair } from '../service/index.ts';

/** How two pages differ, as programs read it; docs/cli.md lists the keys. */
export function compareJson({ was, now, currency, terms, alone, together }: Compared) {
  return {
    was: was.hashes.contract,
    now: now.hashes.contract,
    currency,
    terms,
    alone: moneyJson(alone, currency),
    ...(together === undefined ? {} : { together: moneyJson(together, currency) }),
  };
}

function moneyJson(money: MoneyBetween, currency: string) {
  const { total, outcomes, providers, payers, lines } = money;
  const pair = ({ was, now }: Omit<MoneyPair, 'name'>) => ({
    was: formatMajor(was, currency),
    now: formatMajor(now, currency),
    difference: formatMajor(now - was, currency),
  });
  const named = (key: string, pairs: readonly MoneyPair[]) =>
    pairs.map((each) => ({ [key]: each.name, ...pair(each) }));
  return {
    total: pair(total),
    outcomes: named('outcome', outcomes),
    providers: named('provider', providers),
    payers: named('payer', payers),
    lines: lines.map((line) => ({
      line: line.name,
      ...pair(line),
      ...(line.payers.length > 0 ? { payers: named('payer', line.payers) } : {}),
    })),
  };
}
