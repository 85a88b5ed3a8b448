import { change, findRow, rows, type Tx } from '../tx.ts';

/** A settlement that is to be prepared by and by. */
export type SettlementRequest = Readonly<{
  programme: string;
  id: string;
  organisation: string;
  account: string;
  asAt: string;
  knownAt: string;
  /** The one that waits, and makes way for it. */
  insteadOf: string | null;
  /** Failed is one whose work broke off too often. */
  state: 'waiting' | 'done' | 'refused' | 'failed';
  step: 'waiting' | 'settling' | 'keeping' | 'ended';
  settlement: string | null;
  problems: unknown;
  askedAt: string;
  /** How often its work was begun. */
  attempts: number;
}>;

type Which = Pick<SettlementRequest, 'programme' | 'id'>;

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

const columns = `programme, id, organisation, account, as_at as "asAt", known_at as "knownAt",
  instead_of as "insteadOf", state, step, settlement, problems, asked_at as "askedAt", attempts`;

/** How a request stands, where it is reached. */
export async function findRequest(
  tx: Tx,
  { programme, id }: Which,
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

/** Says that its work begins once more; how often that is by now, of one that still waits. */
export async function beginRequest(
  tx: Tx,
  { programme, id }: Which,
): Promise<SettlementRequest | undefined> {
  return findRow(
    tx,
    `update settlement_request set attempts = attempts + 1, step = 'waiting'
      where programme = $1 and id = $2 and state = 'waiting' returning ${columns}`,
    [programme, id],
  );
}

/** Requests of every programme of which nothing has come so far. */
export async function listWaitingRequests(tx: Tx): Promise<readonly Which[]> {
  return rows(
    tx,
    `select programme, id from settlement_request where state = 'waiting' order by asked_at, id`,
  );
}

/** Says how far it has come. */
export async function advanceRequest(
  tx: Tx,
  { programme, id }: Which,
  step: SettlementRequest['step'],
): Promise<void> {
  await change(
    tx,
    `update settlement_request set step = $3
      where programme = $1 and id = $2 and state = 'waiting'`,
    [programme, id, step],
  );
}

type Ended = Which &
  Readonly<{ at: string }> &
  (Readonly<{ settlement: string }> | Readonly<{ state: 'refused' | 'failed'; problems: unknown }>);

/** Says what came of it; whether it still waited. */
export async function endRequest(tx: Tx, ended: Ended): Promise<boolean> {
  const settlement = 'settlement' in ended ? ended.settlement : null;
  const problems = 'problems' in ended ? JSON.stringify(ended.problems) : null;
  const changed = await change(
    tx,
    `update settlement_request set state = $3, step = 'ended', settlement = $4, problems = $5,
        ended_at = $6
      where programme = $1 and id = $2 and state = 'waiting'`,
    [
      ended.programme,
      ended.id,
      'state' in ended ? ended.state : 'done',
      settlement,
      problems,
      ended.at,
    ],
  );
  return changed === 1;
}
