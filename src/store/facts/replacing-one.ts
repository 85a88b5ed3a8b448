import { change, getRow, kept, type Tx } from '../tx.ts';
import type { Arriving } from './incoming.ts';
import type { IncomingColumns } from './incoming-columns.ts';
import type { Replaced } from './replacing.ts';

/** A fact that comes by itself and replaces another, held against what is there. */
export type ReplacingOne = Readonly<{
  by: string;
  byParticipant: string;
  bySealed: Buffer;
  /** Whether its mark is there already, and with other content. */
  isSentBefore: boolean;
  isSentOtherwise: boolean;
  /** Whether it names itself as what it replaces. */
  isItself: boolean;
  /** Whether another has replaced the same before, also where the sender does not see that. */
  isReplacedBefore: boolean;
}> &
  (ReplacedOne | Readonly<{ id: null }>);

/** What it replaces, as far as the sender sees it. */
export type ReplacedOne = Replaced & Readonly<{ sender: string; provider: string | null }>;

const each = `unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[],
    $9::uuid[], $10::bytea[], $11::bytea[])
    as each(participant, id, mark, provider, state, replaces_mark, replaces, sealed, fingerprint)`;

// Under row-level security an index finds what is equal to a column, and not what is equal to an
// answer: what it replaces is found first, and looked up by that.
const held = kept(`select each.id as by, each.participant as "byParticipant",
    each.sealed as "bySealed", before.fingerprint is not null as "isSentBefore",
    coalesce(before.fingerprint <> each.fingerprint, false) as "isSentOtherwise",
    each.replaces_mark = each.mark as "isItself",
    is_replaced($1, replaced.id) as "isReplacedBefore", replaced.id, replaced.participant,
    replaced.sender, replaced.provider, replaced.known, replaced.state, replaced.replaces,
    replaced.sealed
  from ${each}
  left join lateral (select fact.fingerprint from fact
    where fact.programme = $1 and fact.mark = each.mark limit 1) before on true
  left join lateral (select coalesce((select own.id from fact own
      where own.programme = $1 and own.sender = $2 and own.mark = each.replaces_mark),
    each.replaces) as id offset 0) target on true
  left join lateral (select * from fact
    where fact.programme = $1 and fact.id = target.id limit 1) replaced on true`);

/** Holds the one fact that came, and replaces another, against what is there: in one question. */
export async function holdReplacingOne(
  tx: Tx,
  { programme, organisation }: Arriving,
  columns: IncomingColumns,
): Promise<ReplacingOne> {
  return getRow<ReplacingOne>(tx, held, [programme, organisation, ...valuesOf(columns)]);
}

const added = kept(`insert into fact (programme, participant, id, arrival, sender, mark, provider,
    known, state, replaces, sealed, fingerprint)
  select $1::uuid, participant, id, $12::uuid, $2::uuid, mark, coalesce(provider, $15::uuid),
    $13::date, state, $14::uuid, sealed, fingerprint from ${each}`);

/** Adds it. What replaces a fact concerns the same provider, unless it names one. */
export async function addReplacingOne(
  tx: Tx,
  { programme, organisation, arrival, known }: Arriving,
  { columns, replaces, provider }: AddedOne,
): Promise<void> {
  const values = [programme, organisation, ...valuesOf(columns)];
  await change(tx, added, [...values, arrival, known, replaces, provider]);
}

/** The fact that came, and of what it replaces the id and the provider. */
export type AddedOne = Readonly<{
  columns: IncomingColumns;
  replaces: string;
  provider: string | null;
}>;

function valuesOf({ arrays }: IncomingColumns): readonly Buffer[] {
  const { participant, id, mark, provider, state, sealed, fingerprint } = arrays;
  const { replacesMark = nothing, replaces = nothing } = arrays;
  const all = [participant, id, mark, provider, state, replacesMark, replaces, sealed, fingerprint];
  return all.map((array) => Buffer.from(array.buffer, array.byteOffset, array.length));
}

const nothing = new Uint8Array(0);
