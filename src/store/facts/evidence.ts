import { change, findRow, rows, type Tx } from '../tx.ts';

/** A file that shows a fact. */
export type Evidence = Readonly<{
  programme: string;
  id: string;
  participant: string;
  fact: string;
  organisation: string;
  account: string | null;
  at: string;
  upload: string;
  file: string;
  type: string;
  bytes: bigint;
}>;

const columns =
  'programme, id, participant, fact, organisation, account, at, upload, file, type, bytes';

export async function addEvidence(tx: Tx, evidence: Evidence): Promise<void> {
  const values = Object.fromEntries(Object.entries(evidence));
  await change(
    tx,
    `insert into evidence (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    columns.split(', ').map((column) => values[column]),
  );
}

export async function findEvidence(
  tx: Tx,
  { programme, id }: Readonly<{ programme: string; id: string }>,
): Promise<Evidence | undefined> {
  return findRow<Evidence>(tx, `select ${columns} from evidence where programme = $1 and id = $2`, [
    programme,
    id,
  ]);
}

/** What shows these facts. */
export async function listEvidenceOf(
  tx: Tx,
  programme: string,
  facts: readonly string[],
): Promise<readonly Evidence[]> {
  return rows<Evidence>(
    tx,
    `select ${columns} from evidence where programme = $1 and fact = any($2) order by at, id`,
    [programme, facts],
  );
}

/** The names of the keys of all evidence about a participant. */
export async function listEvidenceUploads(
  tx: Tx,
  { programme, participant }: Readonly<{ programme: string; participant: string }>,
): Promise<readonly string[]> {
  const found = await rows<{ upload: string }>(
    tx,
    'select upload from evidence where programme = $1 and participant = $2',
    [programme, participant],
  );
  return found.map(({ upload }) => upload);
}
