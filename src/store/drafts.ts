import { change, findRow, rows, type Tx } from './tx.ts';

/** The page that is being written, as somebody left it. */
export type Draft = Readonly<{
  programme: string;
  text: string;
  /** Counts its changes. */
  revision: number;
  changedBy: string;
  /** Their name, where it may be known. */
  changedByName: string | null;
  changedAt: string;
}>;

type Written = Pick<Draft, 'programme' | 'text' | 'changedBy' | 'changedAt'>;

const names = `revision, changed_by as "changedBy", changed_at as "changedAt",
  (select name from account where account.id = changed_by) as "changedByName"`;

/** Enters the first draft of a programme. */
export async function insertDraft(tx: Tx, draft: Written): Promise<void> {
  await change(
    tx,
    `insert into page_draft (programme, text, revision, changed_by, changed_at)
      values ($1, $2, 1, $3, $4)`,
    [draft.programme, draft.text, draft.changedBy, draft.changedAt],
  );
}

/** The draft as it is now. */
export async function findDraft(tx: Tx, programme: string): Promise<Draft | undefined> {
  return findRow(tx, `select programme, text, ${names} from page_draft where programme = $1`, [
    programme,
  ]);
}

/**
 * Writes the draft over, if nobody has since the revision that is named, and keeps what it was.
 * Whether it has been written: of two who write at once, one waits here and is told that it is not.
 */
export async function writeDraft(
  tx: Tx,
  { revision, ...draft }: Written & Readonly<{ revision: number }>,
): Promise<boolean> {
  const kept = await change(
    tx,
    `with held as (
        select * from page_draft where programme = $1 and revision = $2 for update)
      insert into page_draft_earlier (programme, revision, text, changed_by, changed_at)
        select programme, revision, text, changed_by, changed_at from held
        on conflict do nothing`,
    [draft.programme, revision],
  );
  if (kept === 0) return false;
  const written = await change(
    tx,
    `update page_draft set text = $3, revision = revision + 1, changed_by = $4, changed_at = $5
      where programme = $1 and revision = $2`,
    [draft.programme, revision, draft.text, draft.changedBy, draft.changedAt],
  );
  return written === 1;
}

/** What the draft was before, newest first, without the texts. */
export async function listEarlierDrafts(
  tx: Tx,
  { programme, before, most }: Readonly<{ programme: string; before: number; most: number }>,
): Promise<readonly Readonly<Omit<Draft, 'programme' | 'text'> & { length: number }>[]> {
  return rows(
    tx,
    `select ${names}, length(text) as length from page_draft_earlier
      where programme = $1 and revision < $2 order by revision desc limit $3`,
    [programme, before, most],
  );
}

/** The draft as it was at a revision. */
export async function findEarlierDraft(
  tx: Tx,
  { programme, revision }: Pick<Draft, 'programme' | 'revision'>,
): Promise<Draft | undefined> {
  return findRow(
    tx,
    `select programme, text, ${names} from page_draft_earlier
      where programme = $1 and revision = $2`,
    [programme, revision],
  );
}
