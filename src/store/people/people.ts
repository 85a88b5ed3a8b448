import type { PageAsked } from '../list-place.ts';
import { change, rows, type Tx } from '../tx.ts';

/** A human being; who they are is sealed. */
export type Person = Readonly<{
  id: string;
  organisation: string;
  sealed: Buffer | null;
}>;

/** A participant of a programme. */
export type Whom = Readonly<{ programme: string; participant: string }>;

export async function addPerson(
  tx: Tx,
  person: Readonly<{ id: string; organisation: string; at: string; sealed: Uint8Array }>,
): Promise<void> {
  await change(
    tx,
    'insert into person (id, organisation, made_at, sealed) values ($1, $2, $3, $4)',
    [person.id, person.organisation, person.at, person.sealed],
  );
}

/** Says that somebody is a participant, or one of the family that is one. */
export async function joinPerson(tx: Tx, whom: Whom, person: string): Promise<void> {
  await change(
    tx,
    `insert into person_of_participant (programme, participant, person) values ($1, $2, $3)`,
    [whom.programme, whom.participant, person],
  );
}

/** The people that a participant is, as far as whoever asks may reach them. */
export async function listPeopleOf(tx: Tx, whom: Whom): Promise<readonly Person[]> {
  return rows<Person>(
    tx,
    `select person.id, person.organisation, person.sealed from person_of_participant
      join person on person.id = person_of_participant.person
      where programme = $1 and participant = $2 order by person.made_at, person.id`,
    [whom.programme, whom.participant],
  );
}

export async function changePerson(
  tx: Tx,
  { id, sealed }: Readonly<{ id: string; sealed: Uint8Array }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    'update person set sealed = $2 where id = $1 and erased_at is null',
    [id, sealed],
  );
  return changed === 1;
}

/**
 * Parts a participant from its people, and says which of them are left without a participant: they
 * are forgotten.
 */
export async function partPeople(tx: Tx, whom: Whom, at: string): Promise<readonly string[]> {
  const alone = await rows<{ id: string }>(tx, 'select id from forget_people($1, $2, $3) as id', [
    whom.programme,
    whom.participant,
    at,
  ]);
  await change(tx, 'delete from person_of_participant where programme = $1 and participant = $2', [
    whom.programme,
    whom.participant,
  ]);
  return alone.map(({ id }) => id);
}

/** A look at somebody's name and contacts. */
export type Look = Readonly<{
  id: string;
  programme: string;
  participant: string;
  person: string;
  organisation: string;
  account: string;
  at: string;
  why: string;
}>;

export async function addLook(tx: Tx, look: Look): Promise<void> {
  await change(
    tx,
    `insert into look (id, programme, participant, person, organisation, account, at, why)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      look.id,
      look.programme,
      look.participant,
      look.person,
      look.organisation,
      look.account,
      look.at,
      look.why,
    ],
  );
}

/** Looks in a programme, the newest first, from after a row on. */
export async function listLooks(
  tx: Tx,
  { programme, before, most }: PageAsked,
): Promise<readonly Look[]> {
  return rows<Look>(
    tx,
    `select id, programme, participant, person, organisation, account, at, why from look
      where programme = $1
      and ($2::timestamptz is null or (at, id) < ($2, $3))
      order by at desc, id desc limit $4`,
    [programme, before?.at ?? null, before?.id ?? null, most],
  );
}
