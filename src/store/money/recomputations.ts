import { change, findRow, type Tx } from '../tx.ts';
import { type LastingRequest, lastingRequests } from './lasting-requests.ts';

/** A settlement that is worked out again by and by. */
export type Recomputation = LastingRequest &
  Readonly<{
    settlement: string;
    /** Refused is one that comes out otherwise, failed one whose work broke off too often. */
    state: 'waiting' | 'done' | 'refused' | 'failed';
    step: 'waiting' | 'working' | 'ended';
    facts: bigint | null;
    lines: bigint | null;
    erasedSince: bigint | null;
    engine: string | null;
    endedAt: string | null;
  }>;

/** Recomputations that are asked for; what comes of one is from how much it was worked out. */
export const recomputations = lastingRequests<Recomputation>({
  table: 'recomputation',
  columns: `settlement, facts, lines, erased_since as "erasedSince", engine,
    ended_at as "endedAt"`,
  came: ['facts', 'lines', 'erased_since', 'engine'],
});

const { columns } = recomputations;

type New = Pick<
  Recomputation,
  'programme' | 'id' | 'settlement' | 'organisation' | 'account' | 'askedAt'
>;

/** Asks for one; whether none was waiting for the same settlement. */
export async function insertRecomputation(tx: Tx, asked: New): Promise<boolean> {
  const { programme, id, settlement, organisation, account, askedAt } = asked;
  const added = await change(
    tx,
    `insert into recomputation (programme, id, settlement, organisation, account, state, step,
        asked_at)
      values ($1, $2, $3, $4, $5, 'waiting', 'waiting', $6) on conflict do nothing`,
    [programme, id, settlement, organisation, account, askedAt],
  );
  return added === 1;
}

/** The last that was asked for of a settlement. */
export async function findRecomputation(
  tx: Tx,
  { programme, settlement }: Pick<Recomputation, 'programme' | 'settlement'>,
): Promise<Recomputation | undefined> {
  return findRow(
    tx,
    `select ${columns} from recomputation where programme = $1 and settlement = $2
      order by asked_at desc, id limit 1`,
    [programme, settlement],
  );
}
