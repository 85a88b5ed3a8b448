import { change, findRow, kept, rows, type Tx } from './tx.ts';

/** A contract and everything recorded under it. */
export type Programme = Readonly<{
  id: string;
  /** The commissioner. */
  organisation: string;
  name: string;
  neutralName: string;
  isAboutSafety: boolean;
  madeAt: string;
}>;

/** A programme in a list: its commissioner by name, and how far its page has come. */
export type ListedProgramme = Programme &
  Readonly<{
    commissioner: string;
    /** What the organisation acted for is in it; nothing in the public list. */
    parts: readonly string[];
    /** The page's own number of the version in force. */
    inForce: number | null;
    isWaiting: boolean;
    publishedAt: string | null;
    /** The last day of the contract, where it was kept with the version in force. */
    endsOn: string | null;
  }>;

const columns = `programme.id, programme.organisation, programme.name,
  programme.neutral_name as "neutralName", programme.is_about_safety as "isAboutSafety",
  programme.made_at as "madeAt"`;

const listed = `${columns}, organisation.name as commissioner,
  (select max(own_number) from page_version
    where programme = programme.id and state = 'published') as "inForce",
  (select min(decided_at) from page_version
    where programme = programme.id and state = 'published') as "publishedAt",
  (select ends_on from page_version where programme = programme.id and state = 'published'
    order by own_number desc limit 1) as "endsOn",
  exists (select from page_version
    where programme = programme.id and state = 'prepared') as "isWaiting"`;

/** Enters a programme that is begun. */
export async function insertProgramme(
  tx: Tx,
  programme: Programme & Readonly<{ madeBy: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into programme
      (id, organisation, name, neutral_name, is_about_safety, made_by, made_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      programme.id,
      programme.organisation,
      programme.name,
      programme.neutralName,
      programme.isAboutSafety,
      programme.madeBy,
      programme.madeAt,
    ],
  );
}

const one = kept(`select ${columns} from programme where id = $1`);

/** A programme, where it is reached. */
export async function findProgramme(tx: Tx, id: string): Promise<Programme | undefined> {
  return findRow(tx, one, [id]);
}

/** Names a programme as its newest page does. */
export async function nameProgramme(
  tx: Tx,
  { id, name, isAboutSafety }: Pick<Programme, 'id' | 'name' | 'isAboutSafety'>,
): Promise<void> {
  await change(tx, 'update programme set name = $2, is_about_safety = $3 where id = $1', [
    id,
    name,
    isAboutSafety,
  ]);
}

/** A stretch of a list in the order of making, newest first, from after a programme on. */
export type ListAsked = Readonly<{ after: string | null; most: number }>;

const own = kept(`select ${listed}, own.parts from programme
  join organisation on organisation.id = programme.organisation
  join (select programme, array_agg(part order by part) as parts from party
    where organisation = $1 and left_at is null group by programme) own
    on own.programme = programme.id
  where $2::uuid is null or (programme.made_at, programme.id)
    < (select made_at, id from programme where id = $2)
  order by programme.made_at desc, programme.id desc limit $3`);

/** The programmes in which an organisation has a part. */
export async function listProgrammesOf(
  tx: Tx,
  organisation: string,
  { after, most }: ListAsked,
): Promise<readonly ListedProgramme[]> {
  return rows(tx, own, [organisation, after, most]);
}

/** Those with a published page. */
export async function listPublishedProgrammes(
  tx: Tx,
  { after, most }: ListAsked,
): Promise<readonly ListedProgramme[]> {
  return rows(
    tx,
    `select ${listed}, '{}'::text[] as parts from programme
      join organisation on organisation.id = programme.organisation
      where programme.id in (select programme from page_version where state = 'published')
        and ($1::uuid is null or (programme.made_at, programme.id)
          < (select made_at, id from programme where id = $1))
      order by programme.made_at desc, programme.id desc limit $2`,
    [after, most],
  );
}
