import { compareTexts } from '../../facts/index.ts';
import type { Entry } from '../../ledger/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { PaidResult } from '../payable/paid-result.ts';
import { reserved, reservedOfAll, unverified, unverifiedOfAll } from './accounts.ts';
import { dayOfSettlement } from './day-of-settlement.ts';
import type { Step } from './step.ts';
import { type UnverifiedSum, unverifiedBetween } from './unverified-sums.ts';

/** What is owed by nobody yet: what waits for verification, and what is set aside. */
export function memorandumEntries({ previous, result }: Step): readonly Entry[] {
  const day = dayOfSettlement(result);
  const waiting = [...unverifiedBetween(previous, result)].sort(compareSums);
  const entries = waiting.map(({ clause, provider, payee, amount }): Entry => {
    const postings = [
      { account: unverifiedOfAll, amount },
      { account: unverified(payee), amount: -amount },
    ];
    return { day, description: `${clause}, ${provider}, waits for verification`, postings };
  });
  const amount = reservedIn(result) - reservedIn(previous);
  if (amount === 0n) return entries;
  const postings = [
    { account: reservedOfAll, amount },
    { account: reserved, amount: -amount },
  ];
  return [...entries, { day, description: 'Reserved for those attached', postings }];
}

function reservedIn(result: PaidResult | undefined): bigint {
  return unitsOfMajor(result?.reserved?.amount ?? '0');
}

function compareSums(one: UnverifiedSum, other: UnverifiedSum): number {
  return (
    compareTexts(one.provider, other.provider) ||
    compareTexts(one.clause, other.clause) ||
    compareTexts(one.payee, other.payee)
  );
}
