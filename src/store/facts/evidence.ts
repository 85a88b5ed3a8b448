import { change, findRow, kept, rows, type Tx } from '../tx.ts';

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

const ofFacts = kept(`with recursive chain (fact, shown, replaces) as (
    select id, id, replaces from fact where programme = $1 and id = any($2)
    union all
    select chain.fact, earlier.id, earlier.replaces from chain
    join fact earlier on earlier.programme = $1 and earlier.id = chain.replaces)
  select ${columns.replace('fact', 'chain.fact')} from chain
    join evidence on evidence.programme = $1 and evidence.fact = chain.shown
    order by at, id`);

/**
 * What shows these facts: what was sent for each of them, and for those that it replaced. A claim
 * that was drawn to be checked, or corrected, keeps what shows it.
 */
export async function listEvidenceOf(
  tx: Tx,
  programme: string,
  facts: readonly string[],
): Promise<readonly Evidence[]> {
  return rows<Evidence>(tx, ofFacts, [programme, facts]);
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
