import type { Problem } from '../../problem/index.ts';
import type { PageAsked } from '../list-place.ts';
import { change, findRow, rows, type Tx } from '../tx.ts';

export type ImportState = 'unmapped' | 'waiting' | 'done' | 'refused' | 'given up';

/** A file of facts on its way in. */
export type Import = Readonly<{
  programme: string;
  id: string;
  organisation: string;
  account: string;
  at: string;
  upload: string;
  file: string;
  type: 'csv' | 'ndjson' | 'parquet';
  bytes: bigint;
  state: ImportState;
  rowsRead: number;
  bytesRead: bigint;
  added: number | null;
  sentBefore: number | null;
  /** The refused file whose rows at fault these stand in for. */
  mends: string | null;
  problems: number | null;
  found: Buffer | null;
  /** What is worth a look in a file that was loaded; nothing of what stands in a cell. */
  warnings: readonly Problem[] | null;
  /** Whether its sender saw amounts of money when it was sent. */
  mayHoldMoney: boolean;
  endedAt: string | null;
}>;

const columns = `programme, id, organisation, account, at, upload, file, type, bytes, state,
  rows_read as "rowsRead", bytes_read as "bytesRead", added, sent_before as "sentBefore", mends,
  problems, found, warnings, may_hold_money as "mayHoldMoney", ended_at as "endedAt"`;

export type NewImport = Pick<
  Import,
  | 'programme'
  | 'id'
  | 'organisation'
  | 'account'
  | 'at'
  | 'upload'
  | 'file'
  | 'type'
  | 'bytes'
  | 'state'
  | 'mends'
  | 'mayHoldMoney'
>;

export async function addImport(tx: Tx, added: NewImport): Promise<void> {
  await change(
    tx,
    `insert into import (programme, id, organisation, account, at, upload, file, type, bytes, state,
        mends, may_hold_money)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      added.programme,
      added.id,
      added.organisation,
      added.account,
      added.at,
      added.upload,
      added.file,
      added.type,
      added.bytes,
      added.state,
      added.mends,
      added.mayHoldMoney,
    ],
  );
}

type Which = Readonly<{ programme: string; id: string }>;

export async function findImport(tx: Tx, { programme, id }: Which): Promise<Import | undefined> {
  return findRow<Import>(tx, `select ${columns} from import where programme = $1 and id = $2`, [
    programme,
    id,
  ]);
}

/** Files sent to a programme, the newest first, from after a row on. */
export async function listImports(
  tx: Tx,
  { programme, before, most }: PageAsked,
): Promise<readonly Import[]> {
  return rows<Import>(
    tx,
    `select ${columns} from import where programme = $1
      and ($2::timestamptz is null or (at, id) < ($2, $3))
      order by at desc, id desc limit $4`,
    [programme, before?.at ?? null, before?.id ?? null, most],
  );
}

/** Says how far the reading of a file has come. */
export async function advanceImport(
  tx: Tx,
  { programme, id, rowsRead, bytesRead }: Which & Readonly<{ rowsRead: number; bytesRead: number }>,
): Promise<void> {
  await change(
    tx,
    `update import set rows_read = $3, bytes_read = $4
      where programme = $1 and id = $2 and state = 'waiting'`,
    [programme, id, rowsRead, bytesRead],
  );
}

/** Moves a file on from a state; not where it is in another. */
export async function moveImport(
  tx: Tx,
  moved: Which & Readonly<{ from: readonly ImportState[]; to: ImportState; at: string | null }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `update import set state = $4, ended_at = $5
      where programme = $1 and id = $2 and state = any($3)`,
    [moved.programme, moved.id, moved.from, moved.to, moved.at],
  );
  return changed === 1;
}

/** What came of a file that was loaded. */
export async function endImport(
  tx: Tx,
  ended: Which &
    Pick<Import, 'warnings' | 'rowsRead'> &
    Readonly<{ added: number; sentBefore: number; at: string }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `update import set state = 'done', added = $3, sent_before = $4, rows_read = $5, ended_at = $6,
        bytes_read = bytes, problems = 0, warnings = $7
      where programme = $1 and id = $2 and state = 'waiting'`,
    [
      ended.programme,
      ended.id,
      ended.added,
      ended.sentBefore,
      ended.rowsRead,
      ended.at,
      JSON.stringify(ended.warnings),
    ],
  );
  return changed === 1;
}

/** What stood against a file that was refused. */
export async function refuseImport(
  tx: Tx,
  refused: Which & Readonly<{ problems: number; found: Uint8Array; at: string }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `update import set state = 'refused', problems = $3, found = $4, ended_at = $5
      where programme = $1 and id = $2 and state = 'waiting'`,
    [refused.programme, refused.id, refused.problems, refused.found, refused.at],
  );
  return changed === 1;
}

/** Files of a programme that can still be read: refused, or not loaded yet. */
export async function listReadable(tx: Tx, programme: string): Promise<readonly Import[]> {
  return rows<Import>(
    tx,
    `select ${columns} from import
      where programme = $1 and state in ('unmapped', 'waiting', 'refused')`,
    [programme],
  );
}

/** How a sender's own columns are read, as JSON. */
export async function findMapping(
  tx: Tx,
  asked: Readonly<{ programme: string; organisation: string; header: Uint8Array }>,
): Promise<unknown> {
  const row = await findRow<{ reading: unknown }>(
    tx,
    'select reading from mapping where programme = $1 and organisation = $2 and header = $3',
    [asked.programme, asked.organisation, asked.header],
  );
  return row?.reading;
}

export async function keepMapping(
  tx: Tx,
  kept: Readonly<{
    programme: string;
    organisation: string;
    header: Uint8Array;
    reading: unknown;
    account: string;
    at: string;
  }>,
): Promise<void> {
  await change(
    tx,
    `insert into mapping (programme, organisation, header, reading, made_by, made_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (programme, organisation, header)
      do update set reading = excluded.reading, made_by = excluded.made_by,
        made_at = excluded.made_at`,
    [
      kept.programme,
      kept.organisation,
      kept.header,
      JSON.stringify(kept.reading),
      kept.account,
      kept.at,
    ],
  );
}

/** Files of all programmes that wait to be loaded, the oldest first. */
export async function listWaitingFiles(tx: Tx): Promise<readonly Which[]> {
  return rows<Which>(
    tx,
    `select programme, id from import where state = 'waiting' order by at, id`,
  );
}
