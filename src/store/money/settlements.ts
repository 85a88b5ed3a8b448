import { change, findRow, getRow, kept, rows, type Tx } from '../tx.ts';

/** Where a settlement stands. */
export type SettlementState = 'prepared' | 'approved' | 'refused' | 'set aside';

/** A settlement of a programme, without what it comes to. */
export type StoredSettlement = Readonly<{
  programme: string;
  id: string;
  /** Counts those prepared. */
  number: number;
  asAt: string;
  knownAt: string;
  currency: string;
  contractHash: string;
  /** The versions of the page that it rests on, by the numbers that they were put forward under. */
  versions: readonly number[];
  language: number;
  engine: string;
  /** What is approved. */
  resultHash: string;
  /** The approved one that it follows. */
  previous: string | null;
  factsThrough: bigint;
  factsCount: bigint;
  erasedCount: number;
  state: SettlementState;
  reason: string | null;
  preparedBy: string;
  /** Their name, where it may be known. */
  preparedByName: string | null;
  preparedAt: string;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
}>;

/** One settlement, by its programme and its own id. */
export type Of = Readonly<{ programme: string; settlement: string }>;

const columns = `programme, id, number, as_at as "asAt", known_at as "knownAt", currency,
  contract_hash as "contractHash", versions, language, engine, result_hash as "resultHash",
  previous, facts_through as "factsThrough", facts_count as "factsCount",
  erased_count as "erasedCount", state, reason,
  prepared_by as "preparedBy", prepared_at as "preparedAt",
  (select name from account where account.id = prepared_by) as "preparedByName",
  decided_by as "decidedBy", decided_at as "decidedAt",
  (select name from account where account.id = decided_by) as "decidedByName"`;

type New = Omit<
  StoredSettlement,
  'state' | 'reason' | 'preparedByName' | 'decidedBy' | 'decidedByName' | 'decidedAt'
>;

/** Whoever prepares or decides for a programme waits here until another has ended. */
export async function lockSettlements(tx: Tx, programme: string): Promise<void> {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 40))', [programme]);
}

/** The number of the next settlement to be prepared. */
export async function nextSettlementNumber(tx: Tx, programme: string): Promise<number> {
  const { next } = await getRow<{ next: number }>(
    tx,
    'select coalesce(max(number), 0) + 1 as next from settlement where programme = $1',
    [programme],
  );
  return next;
}

/** Enters a settlement that is prepared. */
export async function insertSettlement(tx: Tx, settlement: New): Promise<void> {
  await change(
    tx,
    `insert into settlement (programme, id, number, as_at, known_at, currency, contract_hash,
        versions, language, engine, result_hash, previous, facts_through, facts_count,
        erased_count, state, prepared_by, prepared_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'prepared',
        $16, $17)`,
    [
      settlement.programme,
      settlement.id,
      settlement.number,
      settlement.asAt,
      settlement.knownAt,
      settlement.currency,
      settlement.contractHash,
      settlement.versions,
      settlement.language,
      settlement.engine,
      settlement.resultHash,
      settlement.previous,
      settlement.factsThrough,
      settlement.factsCount,
      settlement.erasedCount,
      settlement.preparedBy,
      settlement.preparedAt,
    ],
  );
}

const one = kept(`select ${columns} from settlement where programme = $1 and id = $2`);

/** A settlement, where it is reached. */
export async function findSettlement(
  tx: Tx,
  { programme, settlement }: Of,
): Promise<StoredSettlement | undefined> {
  return findRow(tx, one, [programme, settlement]);
}

/** The one that waits to be approved. */
export async function findWaitingSettlement(
  tx: Tx,
  programme: string,
): Promise<StoredSettlement | undefined> {
  return findRow(
    tx,
    `select ${columns} from settlement where programme = $1 and state = 'prepared'`,
    [programme],
  );
}

/** The last that was approved: the next one follows it. */
export async function findLastApproved(
  tx: Tx,
  programme: string,
): Promise<StoredSettlement | undefined> {
  return findRow(
    tx,
    `select ${columns} from settlement where programme = $1 and state = 'approved'
      order by number desc limit 1`,
    [programme],
  );
}

/** What a settlement comes to in all; nothing for who may see only their own part. */
export type ListedSettlement = StoredSettlement &
  Readonly<{ totalUnits: bigint | null; paidUnits: bigint | null }>;

const listed = kept(`select ${columns}, total_units as "totalUnits", paid_units as "paidUnits"
  from settlement left join (select settlement, total_units, paid_units from settlement_whole
    where programme = $1) whole on whole.settlement = settlement.id
  where programme = $1 and number < $2 order by number desc limit $3`);

/** Settlements, newest first, from before a number on. */
export async function listSettlements(
  tx: Tx,
  { programme, before, most }: Readonly<{ programme: string; before: number; most: number }>,
): Promise<readonly ListedSettlement[]> {
  return rows(tx, listed, [programme, before, most]);
}

type Decided = Of &
  Readonly<{
    state: Exclude<SettlementState, 'prepared'>;
    reason: string | null;
    by: string;
    at: string;
  }>;

/** Decides upon one that waits; whether it still did. */
export async function decideSettlement(tx: Tx, decided: Decided): Promise<boolean> {
  const { programme, settlement, state, reason, by, at } = decided;
  const changed = await change(
    tx,
    `update settlement set state = $3, reason = $4, decided_by = $5, decided_at = $6
      where programme = $1 and id = $2 and state = 'prepared'`,
    [programme, settlement, state, reason, by, at],
  );
  return changed === 1;
}

/** How much is known of a programme by a day: facts, the last of them, and who has been erased. */
export type KnownFacts = Readonly<{ count: bigint; through: bigint; erased: number }>;

/** Counts what a settlement known by a day would rest on. */
export async function countKnownFacts(
  tx: Tx,
  { programme, knownAt }: Readonly<{ programme: string; knownAt: string }>,
): Promise<KnownFacts> {
  return getRow(
    tx,
    `select count(*) as count, coalesce(max(number), 0) as through,
        (select count(*)::integer from participant
          where programme = $1 and erased_at is not null) as erased
      from fact where programme = $1 and known <= $2`,
    [programme, knownAt],
  );
}
