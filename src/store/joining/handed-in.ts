import { change, findRow, rows, type Tx } from '../tx.ts';

/** A document that shows that a condition is met. */
export type HandedIn = Readonly<{
  programme: string;
  organisation: string;
  /** Under which name it is stored. */
  file: string;
  /** The key that it is sealed under goes by this. */
  id: string;
  type: string;
  bytes: number;
  by: string;
  at: string;
}>;

type Whose = Readonly<{ programme: string; organisation: string }>;

const columns = 'programme, organisation, file, id, type, bytes::integer, by, at';

/** Keeps that a document was handed in. */
export async function addHandedIn(tx: Tx, handedIn: HandedIn): Promise<void> {
  await change(
    tx,
    `insert into handed_in (programme, organisation, file, id, type, bytes, by, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      handedIn.programme,
      handedIn.organisation,
      handedIn.file,
      handedIn.id,
      handedIn.type,
      handedIn.bytes,
      handedIn.by,
      handedIn.at,
    ],
  );
}

/** Those of these files that were handed in by an organisation, as far as they are reached. */
export async function listHandedIn(
  tx: Tx,
  { programme, organisation }: Whose,
  files: readonly string[],
): Promise<readonly HandedIn[]> {
  return rows(
    tx,
    `select ${columns} from handed_in
      where programme = $1 and organisation = $2 and file = any($3) order by file`,
    [programme, organisation, files],
  );
}

/** A document by its reference, where it is reached. */
export async function findHandedIn(
  tx: Tx,
  { programme, id }: Readonly<{ programme: string; id: string }>,
): Promise<HandedIn | undefined> {
  return findRow(tx, `select ${columns} from handed_in where programme = $1 and id = $2`, [
    programme,
    id,
  ]);
}

/** Gives these documents to whoever decides. */
export async function sendHandedIn(
  tx: Tx,
  { programme, organisation, at }: Whose & Readonly<{ at: string }>,
  files: readonly string[],
): Promise<void> {
  await change(
    tx,
    `update handed_in set sent_at = $4
      where programme = $1 and organisation = $2 and file = any($3) and sent_at is null`,
    [programme, organisation, files, at],
  );
}

/** Drops what was never sent and is none of these; gives the references of what was dropped. */
export async function dropHandedIn(
  tx: Tx,
  { programme, organisation }: Whose,
  kept: readonly string[],
): Promise<readonly string[]> {
  const dropped = await rows<{ id: string }>(
    tx,
    `delete from handed_in where programme = $1 and organisation = $2 and sent_at is null
      and file <> all($3) returning id`,
    [programme, organisation, kept],
  );
  return dropped.map(({ id }) => id);
}
