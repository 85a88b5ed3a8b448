import { rows, type Tx } from '../tx.ts';

/** An application that came to nothing, and of which documents are still kept. */
export type NotJoined = Readonly<{
  programme: string;
  organisation: string;
  /** The number of the version that was agreed to, as it was put forward. */
  version: number;
  /** The day on which it was refused or withdrawn. */
  endedOn: string;
}>;

type Whose = Readonly<{ programme: string; organisation: string }>;

/**
 * Those whose last word was no, of all programmes or for one: where an organisation was ever
 * admitted, or waits to be, what it showed is kept.
 */
export async function listNotJoined(tx: Tx, whose?: Whose): Promise<readonly NotJoined[]> {
  return rows(
    tx,
    `select distinct on (ended.programme, ended.organisation) ended.programme, ended.organisation,
        version, coalesce(decided_on, decided_at::date) as "endedOn"
      from application ended
      where state in ('refused', 'withdrawn') and version is not null
        and ($1::uuid is null or (ended.programme, ended.organisation) = ($1, $2))
        and not exists (select from application other
          where other.programme = ended.programme and other.organisation = ended.organisation
            and other.state in ('applied', 'admitted'))
        and exists (select from handed_in shown
          where shown.programme = ended.programme and shown.organisation = ended.organisation
            and shown.at <= ended.decided_at)
      order by ended.programme, ended.organisation, number desc limit 1000`,
    [whose?.programme ?? null, whose?.organisation ?? null],
  );
}

/** Forgets what such an application showed, but for what a new draft shows again. */
export async function forgetHandedIn(
  tx: Tx,
  { programme, organisation }: Whose,
): Promise<readonly string[]> {
  const gone = await rows<{ id: string }>(
    tx,
    `delete from handed_in where programme = $1 and organisation = $2
        and at <= (select max(decided_at) from application ended
          where ended.programme = $1 and ended.organisation = $2
            and ended.state in ('refused', 'withdrawn'))
        and not exists (select from application draft
          where draft.programme = $1 and draft.organisation = $2 and draft.state = 'draft'
            and position(handed_in.file in draft.answers::text) > 0)
      returning id`,
    [programme, organisation],
  );
  return gone.map(({ id }) => id);
}
