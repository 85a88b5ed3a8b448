import type { Day } from '../calendar/index.ts';
import type { Account } from './account.ts';

/** One account and one amount in smallest units: above nothing debits it, below credits it. */
export type Posting = Readonly<{ account: Account; amount: bigint }>;

/** One balanced set of postings: its debits equal its credits. */
export type Entry = Readonly<{ day: Day; description: string; postings: readonly Posting[] }>;
