import { change, findRow, rows, type Tx } from '../tx.ts';
import { type LastingRequest, lastingRequests, type WhichRequest } from './lasting-requests.ts';

/** A settlement that is put into an archive by and by, for a named party. */
export type SettlementBundle = LastingRequest &
  Readonly<{
    settlement: string;
    recipient: string;
    /** Gone is one that is no longer kept. */
    state: 'waiting' | 'done' | 'refused' | 'failed' | 'gone';
    step: 'waiting' | 'working' | 'ended';
    file: string | null;
    bytes: bigint | null;
    digest: string | null;
    facts: bigint | null;
    lines: bigint | null;
    endedAt: string | null;
  }>;

/** Bundles that are asked for; what comes of one is a stored file, and what stands in it. */
export const settlementBundles = lastingRequests<SettlementBundle>({
  table: 'settlement_bundle',
  columns: 'settlement, recipient, file, bytes, digest, facts, lines, ended_at as "endedAt"',
  came: ['file', 'bytes', 'digest', 'facts', 'lines'],
});

const { columns } = settlementBundles;

type New = Pick<
  SettlementBundle,
  'programme' | 'id' | 'settlement' | 'recipient' | 'organisation' | 'account' | 'askedAt'
>;

/** Asks for one. */
export async function insertBundle(tx: Tx, asked: New): Promise<void> {
  const { programme, id, settlement, recipient, organisation, account, askedAt } = asked;
  await change(
    tx,
    `insert into settlement_bundle (programme, id, settlement, recipient, organisation, account,
        state, step, asked_at)
      values ($1, $2, $3, $4, $5, $6, 'waiting', 'waiting', $7)`,
    [programme, id, settlement, recipient, organisation, account, askedAt],
  );
}

/** Whoever asks for one of a programme waits here until another has ended. */
export async function lockBundles(tx: Tx, programme: string): Promise<void> {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 42))', [programme]);
}

/** Those of a programme that are being made, or were made after a moment. */
export async function listBundlesSince(
  tx: Tx,
  { programme, after }: Readonly<{ programme: string; after: string }>,
): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select id from settlement_bundle
      where programme = $1 and (state = 'waiting' or (state = 'done' and ended_at > $2))`,
    [programme, after],
  );
  return found.map(({ id }) => id);
}

/** One that was asked for, where it is reached. */
export async function findBundle(
  tx: Tx,
  { programme, id }: WhichRequest,
): Promise<SettlementBundle | undefined> {
  return findRow(tx, `select ${columns} from settlement_bundle where programme = $1 and id = $2`, [
    programme,
    id,
  ]);
}

/** Those of a settlement, the last asked for first. */
export async function listBundles(
  tx: Tx,
  { programme, settlement, most }: Pick<New, 'programme' | 'settlement'> & { most: number },
): Promise<readonly SettlementBundle[]> {
  return rows(
    tx,
    `select ${columns} from settlement_bundle where programme = $1 and settlement = $2
      order by asked_at desc, id limit $3`,
    [programme, settlement, most],
  );
}

/** The keys of bundles of a programme that are made or kept, for who erases somebody. */
export async function listBundleKeys(tx: Tx, programme: string): Promise<readonly string[]> {
  const found = await rows<{ key: string }>(tx, 'select key from bundle_keys($1)', [programme]);
  return found.map(({ key }) => key);
}

/** Says of those made before a moment that they are no longer kept; gives their keys. */
export async function forgetBundles(tx: Tx, before: string): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `update settlement_bundle set state = 'gone'
      where state = 'done' and ended_at <= $1 returning id`,
    [before],
  );
  return found.map(({ id }) => id);
}
