import { change, rows, type Tx } from '../tx.ts';
import { asUpkeep } from './as-upkeep.ts';
import type { Arriving } from './incoming.ts';
import type { IncomingColumns } from './incoming-columns.ts';

// Each of these looks up its own few facts by an index: joined, all facts would be read for them.

/**
 * An empty place, of this transaction alone, for facts that replace others: what they replace may
 * come after them, and a fact is never changed.
 */
export async function openReplacing(tx: Tx): Promise<void> {
  await change(
    tx,
    `create temp table if not exists replacing (
      participant uuid not null, id uuid primary key, mark uuid not null, provider uuid,
      state text not null, replaces_mark uuid not null, replaces uuid, sealed bytea not null,
      fingerprint bytea not null) on commit delete rows; delete from pg_temp.replacing`,
  );
}

/** Lays facts that replace others aside until all have come. */
export async function layAside(tx: Tx, { arrays }: IncomingColumns): Promise<void> {
  const { participant, id, mark, provider, state, sealed, fingerprint } = arrays;
  const { replacesMark = nothing, replaces = nothing } = arrays;
  const all = [participant, id, mark, provider, state, replacesMark, replaces, sealed, fingerprint];
  await change(
    tx,
    `insert into pg_temp.replacing
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[],
        $7::uuid[], $8::bytea[], $9::bytea[])`,
    all.map((array) => Buffer.from(array.buffer, array.byteOffset, array.length)),
  );
}

const nothing = new Uint8Array(0);

/** Lets the plans of what follows know how many there are. */
export async function countReplacing(tx: Tx): Promise<void> {
  await change(tx, 'analyze pg_temp.replacing');
}

/** Notes which of them were sent before. */
export async function noteReplacingBefore(tx: Tx, { programme, arrival }: Arriving): Promise<void> {
  await change(
    tx,
    `insert into pg_temp.sent_before
      select each.id, each.mark, fact.id, fact.arrival = $2, fact.fingerprint <> each.fingerprint
      from pg_temp.replacing as each cross join lateral (select * from fact
        where fact.programme = $1 and fact.mark = each.mark limit 1) as fact`,
    [programme, arrival],
  );
}

/** Takes those out that were sent before as they are. */
export async function dropReplacingBefore(tx: Tx): Promise<void> {
  await change(
    tx,
    'delete from pg_temp.replacing using pg_temp.sent_before where sent_before.id = replacing.id',
  );
}

/**
 * Finds the facts that marks of replaced ones mean, among those there and those laid aside. What
 * replaces a fact concerns the same provider, unless it names one.
 */
export async function findReplaced(tx: Tx, { programme, organisation }: Arriving): Promise<void> {
  await change(
    tx,
    `update pg_temp.replacing set replaces = coalesce((select id from fact
      where fact.programme = $1 and fact.sender = $2 and fact.mark = replacing.replaces_mark),
      replaces)`,
    [programme, organisation],
  );
  await change(
    tx,
    `update pg_temp.replacing set replaces = other.id from pg_temp.replacing other
      where other.mark = replacing.replaces_mark`,
  );
  await change(
    tx,
    `update pg_temp.replacing set provider = (select provider from fact
      where fact.programme = $1 and fact.id = replacing.replaces) where provider is null`,
    [programme],
  );
}

/** What stands against a replacement. */
export type Misreplaced = Readonly<{
  id: string;
  rule: 'unknown' | 'twice' | 'participant' | 'sender';
}>;

/**
 * Facts that replace what is not there, what is replaced already, what is about somebody else or,
 * unless they may, what somebody else sent. Whether it is replaced is asked of all facts, also of
 * those that the sender does not see.
 */
export async function listMisreplaced(
  tx: Tx,
  { programme, organisation }: Arriving,
  { mayReplaceOthers, most }: Readonly<{ mayReplaceOthers: boolean; most: number }>,
): Promise<readonly Misreplaced[]> {
  const visible = await rows<Misreplaced>(
    tx,
    `select id, case
        when target is null then 'unknown'
        when target <> participant then 'participant'
        when not $3 and sender <> $2 then 'sender' else 'twice' end as rule
      from (select replacing.id, replacing.participant,
          coalesce(own.participant, fact.participant) as target,
          coalesce(fact.sender, $2::uuid) as sender,
          count(*) over (partition by replacing.replaces) > 1 as is_twice
        from pg_temp.replacing
        left join pg_temp.replacing own on own.id = replacing.replaces
        left join lateral (select fact.participant, fact.sender from fact
          where fact.programme = $1 and fact.id = replacing.replaces limit 1) as fact on true
      ) as each
      where target is null or target <> participant or (not $3 and sender <> $2) or is_twice
      order by id limit $4`,
    [programme, organisation, mayReplaceOthers, most],
  );
  if (visible.length > 0) return visible;
  return asUpkeep(tx, async () =>
    rows<Misreplaced>(
      tx,
      `select replacing.id, 'twice' as rule from pg_temp.replacing
        cross join lateral (select from fact
          where fact.programme = $1 and fact.replaces = replacing.replaces limit 1) as fact
        order by replacing.id limit $2`,
      [programme, most],
    ),
  );
}

/** Adds what was laid aside. */
export async function addReplacing(
  tx: Tx,
  { programme, organisation, arrival, known }: Arriving,
): Promise<number> {
  return change(
    tx,
    `insert into fact (programme, participant, id, arrival, sender, mark, provider, known, state,
        replaces, sealed, fingerprint)
      select $1, participant, id, $3, $2, mark, provider, $4, state, replaces, sealed, fingerprint
      from pg_temp.replacing order by id`,
    [programme, organisation, arrival, known],
  );
}

/** A fact that one of those that came replaces. */
export type Replaced = Readonly<{
  /** The one that came, and what it says. */
  by: string;
  bySealed: Buffer;
  participant: string;
  id: string;
  known: string;
  state: string;
  replaces: string | null;
  sealed: Buffer;
}>;

/** What one of those that came replaces, without what either says. */
export type Replacement = Readonly<{
  by: string;
  id: string;
  participant: string;
  /** Whether it came with them, and whether it replaces another itself. */
  isComing: boolean;
  isReplacing: boolean;
}>;

/** What those that came replace, also where the sender does not see it, in the order of theirs. */
export async function listReplacements(
  tx: Tx,
  { programme, arrival }: Arriving,
  { after, most }: Readonly<{ after: string; most: number }>,
): Promise<readonly Replacement[]> {
  return asUpkeep(tx, async () =>
    rows<Replacement>(
      tx,
      `select replacing.id as by, replacing.replaces as id, replacing.participant,
          fact.arrival = $2 as "isComing", fact.replaces is not null as "isReplacing"
        from pg_temp.replacing cross join lateral (select arrival, replaces from fact
          where fact.programme = $1 and fact.id = replacing.replaces limit 1) as fact
        where replacing.id > $3 order by replacing.id limit $4`,
      [programme, arrival, after, most],
    ),
  );
}

/** What some of those that came replace, as it is kept. */
export async function listReplaced(
  tx: Tx,
  programme: string,
  by: readonly string[],
): Promise<readonly Replaced[]> {
  return asUpkeep(tx, async () =>
    rows<Replaced>(
      tx,
      `select replacing.id as by, replacing.sealed as "bySealed", fact.participant, fact.id,
          fact.known, fact.state, fact.replaces, fact.sealed
        from unnest($2::uuid[]) as asked join pg_temp.replacing on replacing.id = asked
        cross join lateral (select * from fact
          where fact.programme = $1 and fact.id = replacing.replaces limit 1) as fact`,
      [programme, by],
    ),
  );
}

/** A fact of a participant, for checks of all of theirs together. */
export type OfParticipant = Readonly<{
  participant: string;
  id: string;
  /** Whether it came with those that are being taken in. */
  isComing: boolean;
  known: string;
  state: string;
  replaces: string | null;
  sealed: Buffer;
}>;

/**
 * All facts of some participants, those that come among them. They are read beyond what the sender
 * may see, as who stays with whom is checked among all; what is answered names only what was sent.
 */
export async function listForCheck(
  tx: Tx,
  { programme, arrival }: Pick<Arriving, 'programme' | 'arrival'>,
  participants: readonly string[],
): Promise<readonly OfParticipant[]> {
  return asUpkeep(tx, async () =>
    rows<OfParticipant>(
      tx,
      `select participant, id, arrival = $2 as "isComing", known, state, replaces, sealed from fact
        where programme = $1 and participant = any($3)
        order by participant, arrival = $2, id`,
      [programme, arrival, participants],
    ),
  );
}
