import { unitsOfMajor } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { SettlementResult } from '../result.ts';

/** What waits for verification of one payee under one clause; or by how much that changed. */
export type UnverifiedSum = Readonly<{
  clause: string;
  provider: string;
  payee: string;
  amount: bigint;
}>;

/** By how much what waits for verification rose or fell between two settlements. */
export function unverifiedBetween(
  previous: SettlementResult | undefined,
  result: SettlementResult,
): readonly UnverifiedSum[] {
  const sums = new Map<string, UnverifiedSum>();
  if (previous !== undefined) addUnverified(sums, previous, -1n);
  addUnverified(sums, result, 1n);
  return [...sums.values()].filter(({ amount }) => amount !== 0n);
}

function addUnverified(
  sums: Map<string, UnverifiedSum>,
  { lines, notPaid }: SettlementResult,
  sign: bigint,
): void {
  const byName = new Map(lines.map((line) => [line.line, line]));
  for (const { line: name, reason, amount } of notPaid) {
    if (reason !== 'not_verified') continue;
    const line = byName.get(name);
    assert(line, 'what is not paid is of a line');
    const { clause, provider, payee } = line;
    const key = JSON.stringify([provider, clause, payee]);
    const before = sums.get(key)?.amount ?? 0n;
    const after = before + sign * unitsOfMajor(amount);
    sums.set(key, { clause, provider, payee, amount: after });
  }
}
