import type { Problem } from '../../problem/index.ts';
import { type Entry, entryHash } from '../../store/chain/index.ts';
import { recordBroken } from './problems.ts';

/** A chain that holds: how long it is, and the hash with which it ends. */
export type VerifiedChain = Readonly<{ entries: number; head: string }>;

/** Looks at entries one after another, as many at a time as are at hand. */
export type ChainVerifier = Readonly<{
  /** Looks at the next entry; what is wrong with it, if anything is. */
  next: (entry: Entry) => Problem | undefined;
  end: () => VerifiedChain;
}>;

/**
 * Each entry must have the hash of all the rest of it, name the hash of the one before it, follow
 * it in number without a gap, and be no earlier. So nothing can be changed, left out or put in
 * between without every hash after it being another. What is cut off the end is seen by the last
 * hash alone: compare it with one that was noted elsewhere.
 */
export function chainVerifier(): ChainVerifier {
  let count = 0;
  let at = '';
  let hash = Buffer.alloc(32);
  return {
    next: (entry) => {
      const wrong = findWrong(entry, { number: BigInt(count + 1), at, hash });
      if (wrong !== undefined) return recordBroken(entry.number, wrong);
      count += 1;
      at = entry.at;
      hash = Buffer.from(entry.hash);
      return undefined;
    },
    end: () => ({ entries: count, head: hash.toString('hex') }),
  };
}

type Expected = Readonly<{ number: bigint; at: string; hash: Buffer }>;

function findWrong(entry: Entry, { number, at, hash }: Expected): string | undefined {
  if (entry.number !== number) return `its number is not ${number}`;
  if (!hash.equals(Buffer.from(entry.before))) return 'it does not name the one before it';
  if (!entryHash(entry).equals(Buffer.from(entry.hash))) return 'its hash is not that of the rest';
  return entry.at < at ? 'it is earlier than the one before it' : undefined;
}
