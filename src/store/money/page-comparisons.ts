import { change, findRow, type Tx } from '../tx.ts';
import { type LastingRequest, lastingRequests } from './lasting-requests.ts';

/** A comparison in money that is worked out by and by. */
export type PageComparison = LastingRequest &
  Readonly<{
    /** Of the page that was put forward. */
    number: number;
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
  columns: 'number, as_at as "asAt", facts, money',
  came: ['facts', 'money'],
});

const { columns } = pageComparisons;

type New = Omit<PageComparison, 'state' | 'step' | 'attempts' | 'facts' | 'money' | 'problems'>;

/** Asks for one; whether none was waiting for the same page. */
export async function insertComparison(tx: Tx, comparison: New): Promise<boolean> {
  const { programme, id, number, organisation, account, asAt, askedAt } = comparison;
  const added = await change(
    tx,
    `insert into page_comparison (programme, id, number, organisation, account, as_at, state,
        step, asked_at)
      values ($1, $2, $3, $4, $5, $6, 'waiting', 'waiting', $7) on conflict do nothing`,
    [programme, id, number, organisation, account, asAt, askedAt],
  );
  return added === 1;
}

/** The last that was asked for of a page, where it is reached. */
export async function findComparison(
  tx: Tx,
  { programme, number }: Pick<PageComparison, 'programme' | 'number'>,
): Promise<PageComparison | undefined> {
  return findRow(
    tx,
    `select ${columns} from page_comparison where programme = $1 and number = $2
      order by asked_at desc, id limit 1`,
    [programme, number],
  );
}
