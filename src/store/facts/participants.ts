import { change, findRow, kept, rows, type Tx } from '../tx.ts';

/** Someone or something in one programme, under a reference made for it alone. */
export type Participant = Readonly<{
  id: string;
  enteredBy: string;
  enteredAt: string;
  erasedAt: string | null;
}>;

const columns = `id, entered_by as "enteredBy", entered_at as "enteredAt", erased_at as "erasedAt"`;

/** Stands for nobody: facts about a provider, a cohort or a source. */
export const nobody = '00000000-0000-0000-0000-000000000000';

const one = kept(`select ${columns} from participant where programme = $1 and id = $2`);
const meant = kept(`select null::bytea as mark, id as participant, false as "isToLoosen"
    from participant where programme = $1 and id = any($3)
  union all select mark, participant, loose is null from participant_mark
    where programme = $1 and organisation = $2 and mark = any($4)`);

export async function findParticipant(
  tx: Tx,
  { programme, participant }: Readonly<{ programme: string; participant: string }>,
): Promise<Participant | undefined> {
  return findRow<Participant>(tx, one, [programme, participant]);
}

/** Adds participants, all at once. */
export async function addParticipants(
  tx: Tx,
  programme: string,
  { ids, by, at }: Readonly<{ ids: readonly string[]; by: string; at: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into participant (programme, id, entered_by, entered_at)
      select $1, id, $3, $4 from unnest($2::uuid[]) as id`,
    [programme, ids, by, at],
  );
}

/** By what an organisation knows a participant. */
export type ParticipantMark = Readonly<{ mark: Buffer; loose: Buffer; participant: string }>;

type Whose = Readonly<{ programme: string; organisation: string }>;

/** Whom a mark means; it may have none of the loose form of its reference so far. */
export type Meant = Readonly<{ mark: Buffer | null; participant: string; isToLoosen: boolean }>;

/** By what somebody names participants: references of ours, and marks of their own. */
export type Named = Readonly<{ references: readonly string[]; marks: readonly Uint8Array[] }>;

/** The participants that are meant: those of a reference have no mark. */
export async function listMeant(
  tx: Tx,
  { programme, organisation }: Whose,
  { references, marks }: Named,
): Promise<readonly Meant[]> {
  return rows(tx, meant, [programme, organisation, references, marks]);
}

/** The participants whose references have this loose form; two at most. */
export async function listMeantLoosely(
  tx: Tx,
  { programme, organisation }: Whose,
  loose: Uint8Array,
): Promise<readonly string[]> {
  const found = await rows<{ participant: string }>(
    tx,
    `select distinct participant from participant_mark
      where programme = $1 and organisation = $2 and loose = $3 limit 2`,
    [programme, organisation, loose],
  );
  return found.map(({ participant }) => participant);
}

export async function addMarks(
  tx: Tx,
  { programme, organisation }: Whose,
  added: readonly ParticipantMark[],
): Promise<void> {
  await change(
    tx,
    `insert into participant_mark (programme, organisation, mark, loose, participant)
      select $1, $2, mark, loose, participant
      from unnest($3::bytea[], $4::bytea[], $5::uuid[]) as each(mark, loose, participant)`,
    [
      programme,
      organisation,
      added.map(({ mark }) => mark),
      added.map(({ loose }) => loose),
      added.map(({ participant }) => participant),
    ],
  );
}

/** Adds to marks those of the loose forms, where they have none. */
export async function loosenMarks(
  tx: Tx,
  { programme, organisation }: Whose,
  loosened: readonly Pick<ParticipantMark, 'mark' | 'loose'>[],
): Promise<void> {
  await change(tx, 'select loosen_marks($1, $2, $3, $4)', [
    programme,
    organisation,
    loosened.map(({ mark }) => mark),
    loosened.map(({ loose }) => loose),
  ]);
}

/** Says that a participant was erased, and forgets by what anybody knew them. */
export async function eraseParticipant(
  tx: Tx,
  { programme, participant, at }: Readonly<{ programme: string; participant: string; at: string }>,
): Promise<boolean> {
  await change(tx, 'select forget_marks($1, $2)', [programme, participant]);
  const changed = await change(
    tx,
    `update participant set erased_at = $3 where programme = $1 and id = $2 and erased_at is null`,
    [programme, participant, at],
  );
  return changed === 1;
}

/** The participants of a programme that were erased, in the order of their references. */
export async function listErased(tx: Tx, programme: string): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    tx,
    'select id from participant where programme = $1 and erased_at is not null order by id',
    [programme],
  );
  return found.map(({ id }) => id);
}
