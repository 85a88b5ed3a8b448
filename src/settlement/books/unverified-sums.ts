import { unitsOfMajor } from '../../money/index.ts';
import type { MovedLine, SeenLine } from '../difference/moved-lines.ts';

/** What waits for verification of one payee under one clause; or by how much that changed. */
export type UnverifiedSum = Readonly<{
  clause: string;
  provider: string;
  payee: string;
  amount: bigint;
}>;

/** By provider, clause and payee. */
export type UnverifiedSums = Map<string, UnverifiedSum>;

/** By how much what waits for verification rose or fell with a line. */
export function addUnverified(sums: UnverifiedSums, { was, now }: MovedLine): void {
  if (was !== undefined) addSeen(sums, was, -1n);
  if (now !== undefined) addSeen(sums, now, 1n);
}

function addSeen(sums: UnverifiedSums, { line, notPaid }: SeenLine, sign: bigint): void {
  for (const { reason, amount } of notPaid) {
    if (reason !== 'not_verified') continue;
    const { clause, provider, payee } = line;
    const key = JSON.stringify([provider, clause, payee]);
    const before = sums.get(key)?.amount ?? 0n;
    sums.set(key, { clause, provider, payee, amount: before + sign * unitsOfMajor(amount) });
  }
}
