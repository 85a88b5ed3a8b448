import { unitsOfMajor } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { ResultLine, SettlementResult } from '../result.ts';

/** What one payer bears of one line, in smallest units. */
export type Portion = Readonly<{
  line: string;
  clause: string;
  provider: string;
  payee: string;
  payer: string;
  amount: bigint;
}>;

type SharedLine = ResultLine &
  Readonly<{ payers?: readonly Readonly<{ payer: string; amount: string }>[] }>;

/** A portion that is taken back whole, below nothing, or that is new; a pair where it changed. */
export type Move = Portion & Readonly<{ is: 'earned' | 'taken back' }>;

/** What moved between two settlements, the second of which holds everything owed to date. */
export function movesBetween(
  previous: SettlementResult | undefined,
  result: SettlementResult,
): readonly Move[] {
  const before = portionsByName(previous);
  const after = portionsByName(result);
  const taken = [...before].filter(([name, { amount }]) => after.get(name)?.amount !== amount);
  const earned = [...after].filter(([name, { amount }]) => before.get(name)?.amount !== amount);
  return [
    ...taken.map(([, each]): Move => ({ ...each, amount: -each.amount, is: 'taken back' })),
    ...earned.map(([, each]): Move => ({ ...each, is: 'earned' })),
  ].filter(({ amount }) => amount !== 0n);
}

function portionsByName(result: SettlementResult | undefined): ReadonlyMap<string, Portion> {
  const named = new Map<string, Portion>();
  if (result === undefined) return named;
  for (const line of result.lines) {
    for (const portion of portionsOf(line)) {
      const name = JSON.stringify([portion.line, portion.payer, portion.payee]);
      assert(!named.has(name), 'a payer bears one portion of a line');
      named.set(name, portion);
    }
  }
  return named;
}

/** The payer of a line bears all of it, unless it says who bears how much. */
function portionsOf(line: SharedLine): readonly Portion[] {
  const { line: name, clause, provider, payee, payer, amount, payers } = line;
  const portions = (payers ?? [{ payer, amount }]).map((each) => ({
    ...{ line: name, clause, provider, payee, payer: each.payer },
    amount: unitsOfMajor(each.amount),
  }));
  const sum = portions.reduce((total, portion) => total + portion.amount, 0n);
  assert(sum === unitsOfMajor(amount), 'what its payers bear adds up to the line');
  return portions;
}
