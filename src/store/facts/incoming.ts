import { from as copyFrom } from 'pg-copy-streams';
import { setReach } from '../reach.ts';
import { change, findRow, rows, type Tx } from '../tx.ts';
import { binaryRows, type Field, textField, uuidField, wholeField } from './binary-rows.ts';

/** A fact on its way in, sealed. */
export type Incoming = Readonly<{
  /** The row in what was sent, from 1. */
  line: number;
  participant: string;
  id: string;
  mark: Uint8Array;
  provider: string | null;
  state: string;
  /** The mark of what it replaces, in the words of whoever sends it. */
  replacesMark: Uint8Array | null;
  /** The same where it is named by our own id. */
  replaces: string | null;
  sealed: Uint8Array;
  fingerprint: Uint8Array;
}>;

/** Into which programme facts come, from whom, with what arrival and on which day. */
export type Arriving = Readonly<{
  programme: string;
  organisation: string;
  arrival: string;
  known: string;
}>;

/**
 * An empty place for facts on their way in, of this transaction alone. COPY does not write where
 * row-level security is on, so they are copied here and inserted from here.
 */
export async function openIncoming(tx: Tx): Promise<void> {
  await change(
    tx,
    `create temp table if not exists incoming (
      line integer not null, participant uuid not null, id uuid not null, mark bytea not null,
      provider uuid, state text not null, replaces_mark bytea, replaces uuid,
      sealed bytea not null, fingerprint bytea not null) on commit delete rows`,
  );
  // What the same transaction took in before is in already.
  await change(tx, 'delete from pg_temp.incoming');
}

/** Adds facts to those on their way in. */
export async function copyIncoming(tx: Tx, facts: readonly Incoming[]): Promise<void> {
  if (facts.length === 0) return;
  const stream = tx.client.query(copyFrom('copy pg_temp.incoming from stdin (format binary)'));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(binaryRows(facts.map(fieldsOf)));
  });
}

function fieldsOf(fact: Incoming): readonly Field[] {
  return [
    wholeField(fact.line),
    uuidField(fact.participant),
    uuidField(fact.id),
    fact.mark,
    fact.provider === null ? null : uuidField(fact.provider),
    textField(fact.state),
    fact.replacesMark,
    fact.replaces === null ? null : uuidField(fact.replaces),
    fact.sealed,
    fact.fingerprint,
  ];
}

/** Lets the plans of what follows know how many there are. */
export async function countIncoming(tx: Tx): Promise<void> {
  await change(tx, 'analyze pg_temp.incoming');
}

/** Lines, so many at most. */
type Lines = readonly Readonly<{ line: number; other: number }>[];

/** Rows whose id another row of the same sending has, and the first row that has it. */
export async function listIdTwice(tx: Tx, most: number): Promise<Lines> {
  return rows(
    tx,
    `select line, other from (
      select line, min(line) over (partition by mark) as other from pg_temp.incoming) as each
      where line <> other order by line limit $1`,
    [most],
  );
}

/** Rows whose id was sent before with other content. */
export async function listSentOtherwise(
  tx: Tx,
  { programme, organisation }: Arriving,
  most: number,
): Promise<readonly Readonly<{ line: number }>[]> {
  return rows(
    tx,
    `select line from pg_temp.incoming join fact
      on fact.programme = $1 and fact.sender = $2 and fact.mark = incoming.mark
      where fact.fingerprint <> incoming.fingerprint order by line limit $3`,
    [programme, organisation, most],
  );
}

/** Takes away what was sent before as it is; says how many rows that were. */
export async function dropSentBefore(
  tx: Tx,
  { programme, organisation }: Arriving,
): Promise<number> {
  return change(
    tx,
    `delete from pg_temp.incoming using fact
      where fact.programme = $1 and fact.sender = $2 and fact.mark = incoming.mark`,
    [programme, organisation],
  );
}

/**
 * Finds the facts that marks of replaced ones mean, among those coming and those there. What
 * replaces a fact concerns the same provider, unless it names one.
 */
export async function findReplaced(tx: Tx, { programme, organisation }: Arriving): Promise<void> {
  await change(
    tx,
    `update pg_temp.incoming set replaces = fact.id from fact where fact.programme = $1
      and fact.sender = $2 and fact.mark = incoming.replaces_mark`,
    [programme, organisation],
  );
  await change(
    tx,
    `update pg_temp.incoming set replaces = other.id from pg_temp.incoming other
      where other.mark = incoming.replaces_mark`,
  );
  await change(
    tx,
    `update pg_temp.incoming set provider = fact.provider from fact
      where fact.programme = $1 and fact.id = incoming.replaces and incoming.provider is null`,
    [programme],
  );
}

/** What stands against a replacement. */
export type Misreplaced = Readonly<{
  line: number;
  rule: 'unknown' | 'twice' | 'participant' | 'sender';
}>;

/**
 * Rows that replace what is not there, what is replaced already, what is about somebody else or,
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
    `select line, case
        when target is null then 'unknown'
        when target <> participant then 'participant'
        when not $3 and sender <> $2 then 'sender' else 'twice' end as rule
      from (select incoming.line, incoming.participant,
          coalesce(own.participant, fact.participant) as target,
          coalesce(fact.sender, $2::uuid) as sender,
          count(*) over (partition by incoming.replaces) > 1 as is_twice
        from pg_temp.incoming
        left join pg_temp.incoming own on own.id = incoming.replaces
        left join fact on fact.programme = $1 and fact.id = incoming.replaces
        where incoming.replaces_mark is not null or incoming.replaces is not null) as each
      where target is null or target <> participant or (not $3 and sender <> $2) or is_twice
      order by line limit $4`,
    [programme, organisation, mayReplaceOthers, most],
  );
  if (visible.length > 0) return visible;
  return asUpkeep(tx, async () =>
    rows<Misreplaced>(
      tx,
      `select line, 'twice' as rule from pg_temp.incoming
        join fact on fact.programme = $1 and fact.replaces = incoming.replaces
        order by line limit $2`,
      [programme, most],
    ),
  );
}

/** A fact of a participant, there already or coming, for checks of all of them together. */
export type OfParticipant = Readonly<{
  participant: string;
  id: string;
  /** The row in what was sent; 0 for a fact that is there already. */
  line: number;
  known: string | null;
  state: string;
  replaces: string | null;
  sealed: Buffer;
}>;

/**
 * All facts of some participants, those coming included. They are read beyond what the sender may
 * see, as who stays with whom is checked among all; what is answered names only what was sent.
 */
export async function listForCheck(
  tx: Tx,
  programme: string,
  participants: readonly string[],
): Promise<readonly OfParticipant[]> {
  return asUpkeep(tx, async () =>
    rows<OfParticipant>(
      tx,
      `select participant, id, 0 as line, known, state, replaces, sealed from fact
        where programme = $1 and participant = any($2)
      union all
      select participant, id, line, null, state, replaces, sealed from pg_temp.incoming
        where participant = any($2)
      order by participant, line, id`,
      [programme, participants],
    ),
  );
}

async function asUpkeep<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const before = await findRow<{
    reach: string;
    organisation: string;
    account: string;
    money: string;
  }>(
    tx,
    `select current_setting('outturn.reach') as reach, current_setting('outturn.money') as money,
      current_setting('outturn.organisation') as organisation,
      current_setting('outturn.account') as account`,
  );
  await setReach(tx, { reach: 'upkeep' });
  const done = await work();
  if (before !== undefined) {
    await change(
      tx,
      `select set_config('outturn.reach', $1, true), set_config('outturn.organisation', $2, true),
        set_config('outturn.account', $3, true), set_config('outturn.money', $4, true)`,
      [before.reach, before.organisation, before.account, before.money],
    );
  }
  return done;
}

/** Adds all that is on its way in, and says how many facts it were. */
export async function addIncoming(
  tx: Tx,
  { programme, organisation, arrival, known }: Arriving,
): Promise<number> {
  return change(
    tx,
    `insert into fact (programme, participant, id, arrival, sender, mark, provider, known, state,
        replaces, sealed, fingerprint)
      select $1, participant, id, $3, $2, mark, provider, $4, state, replaces, sealed, fingerprint
      from pg_temp.incoming order by participant, line`,
    [programme, organisation, arrival, known],
  );
}
