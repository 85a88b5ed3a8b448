import { change, findRow, rows, type Tx } from '../tx.ts';
import { type LastingRequest, lastingRequests, type WhichRequest } from './lasting-requests.ts';

/** A settlement that is to be prepared by and by. */
export type SettlementRequest = LastingRequest &
  Readonly<{
    asAt: string;
    knownAt: string;
    /** The one that waits, and makes way for it. */
    insteadOf: string | null;
    /** Failed is one whose work broke off too often. */
    state: 'waiting' | 'done' | 'refused' | 'failed';
    step: 'waiting' | 'settling' | 'keeping' | 'ended';
    settlement: string | null;
  }>;

/** Settlements that are asked for; what comes of one is the settlement. */
export const settlementRequests = lastingRequests<SettlementRequest>({
  table: 'settlement_request',
  columns: 'as_at as "asAt", known_at as "knownAt", instead_of as "insteadOf", settlement',
  came: ['settlement'],
});

const { columns } = settlementRequests;

/** Asks for one. */
export async function insertRequest(
  tx: Tx,
  request: Omit<SettlementRequest, 'state' | 'step' | 'settlement' | 'problems' | 'attempts'>,
): Promise<void> {
  const { programme, id, organisation, account, asAt, knownAt, insteadOf, askedAt } = request;
  await change(
    tx,
    `insert into settlement_request (programme, id, organisation, account, as_at, known_at,
        instead_of, state, step, asked_at)
      values ($1, $2, $3, $4, $5, $6, $7, 'waiting', 'waiting', $8)`,
    [programme, id, organisation, account, asAt, knownAt, insteadOf, askedAt],
  );
}

/** How a request stands, where it is reached. */
export async function findRequest(
  tx: Tx,
  { programme, id }: WhichRequest,
): Promise<SettlementRequest | undefined> {
  return findRow(tx, `select ${columns} from settlement_request where programme = $1 and id = $2`, [
    programme,
    id,
  ]);
}

/**
 * Requests of which nothing has come so far, newest first: those that wait, and those that have
 * failed since anything was last prepared or asked for.
 */
export async function listOpenRequests(
  tx: Tx,
  programme: string,
): Promise<readonly SettlementRequest[]> {
  return rows(
    tx,
    `select ${columns} from settlement_request request
      where programme = $1 and (state = 'waiting' or state = 'failed'
        and not exists (select from settlement
          where settlement.programme = $1 and prepared_at > request.asked_at)
        and not exists (select from settlement_request later
          where later.programme = $1 and later.asked_at > request.asked_at))
      order by asked_at desc, id`,
    [programme],
  );
}
