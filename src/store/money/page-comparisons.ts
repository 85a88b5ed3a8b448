import { change, findRow, type Tx } from '../tx.ts';
import { type LastingRequest, lastingRequests } from './lasting-requests.ts';

/** A comparison in money that is worked out by and by. */
export type PageComparison = LastingRequest &
  Readonly<{
    /** Of the page that was put forward; none of one that is being written. */
    number: number | null;
    /** Of that one what it says, as it prints, and the version that was in force. */
    text: string | null;
    inForce: number | null;
    asAt: string;
    /** Failed is one whose work broke off too often, or that could not be worked out. */
    state: 'waiting' | 'done' | 'failed';
    step: 'waiting' | 'reading' | 'alone' | 'together' | 'ended';
    facts: bigint | null;
    money: unknown;
  }>;

/** Comparisons that are asked for; what comes of one is how many facts, and the sums. */
export const pageComparisons = lastingRequests<PageComparison>({
  table: 'page_comparison',
  columns: 'number, text, in_force as "inForce", as_at as "asAt", facts, money',
  came: ['facts', 'money'],
});

const { columns } = pageComparisons;

type New = Pick<
  PageComparison,
  'programme' | 'id' | 'organisation' | 'account' | 'asAt' | 'askedAt'
> &
  (Readonly<{ number: number }> | Draft);

/** A page that is being written, as it prints, and the version in force that it would replace. */
type Draft = Readonly<{ text: string; inForce: number }>;

/** Asks for one; whether none was waiting for the same page. */
export async function insertComparison(tx: Tx, comparison: New): Promise<boolean> {
  const { programme, id, organisation, account, asAt, askedAt } = comparison;
  const of = { number: null, text: null, inForce: null, ...comparison };
  const added = await change(
    tx,
    `insert into page_comparison (programme, id, number, text, in_force, organisation, account,
        as_at, state, step, asked_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 'waiting', $9) on conflict do nothing`,
    [programme, id, of.number, of.text, of.inForce, organisation, account, asAt, askedAt],
  );
  return added === 1;
}

type Which = Readonly<{ programme: string; number?: number | undefined }> & Draft;

/**
 * The last that was asked for of a page, where it is reached: since it was put forward, else while
 * it was being written and said the same.
 */
export async function findComparison(
  tx: Tx,
  { programme, number, text, inForce }: Which,
): Promise<PageComparison | undefined> {
  return findRow(
    tx,
    `select ${columns} from page_comparison where programme = $1
        and (number = $2 or number is null and in_force = $3 and text = $4)
      order by number, asked_at desc, id limit 1`,
    [programme, number ?? null, inForce, text],
  );
}
