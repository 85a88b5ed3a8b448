import type { Day } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import type { Entry } from '../../ledger/index.ts';
import { reserved, reservedOfAll, unverified, unverifiedOfAll } from './accounts.ts';
import type { UnverifiedSum, UnverifiedSums } from './unverified-sums.ts';

/** What is owed by nobody yet: what waits for verification, and what more is set aside. */
export function memorandumEntries(
  day: Day,
  sums: UnverifiedSums,
  reservedMore: bigint,
): readonly Entry[] {
  const waiting = [...sums.values()].filter(({ amount }) => amount !== 0n).sort(compareSums);
  const entries = waiting.map(({ clause, provider, payee, amount }): Entry => {
    const postings = [
      { account: unverifiedOfAll, amount },
      { account: unverified(payee), amount: -amount },
    ];
    return { day, description: `${clause}, ${provider}, waits for verification`, postings };
  });
  if (reservedMore === 0n) return entries;
  const postings = [
    { account: reservedOfAll, amount: reservedMore },
    { account: reserved, amount: -reservedMore },
  ];
  return [...entries, { day, description: 'Reserved for those attached', postings }];
}

function compareSums(one: UnverifiedSum, other: UnverifiedSum): number {
  return (
    compareTexts(one.provider, other.provider) ||
    compareTexts(one.clause, other.clause) ||
    compareTexts(one.payee, other.payee)
  );
}
