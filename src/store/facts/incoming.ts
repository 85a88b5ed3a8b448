import { change, kept, rows, type Tx } from '../tx.ts';
import type { IncomingColumns } from './incoming-columns.ts';

/** Into which programme facts come, from whom, with what arrival and on which day. */
export type Arriving = Readonly<{
  programme: string;
  organisation: string;
  arrival: string;
  known: string;
}>;

// Lists are taken apart in the list of columns, a row at a time: taken apart in `from`, each of
// them is first written down again. The longest comes first: whoever writes the question makes room
// for half as much again as there is before each, and so has room for all that follow.
const eachIncoming = `select $2::uuid, participant, id, $4::uuid, $3::uuid, mark, provider,
    $5::date, state, sealed, fingerprint
  from (select unnest($6::uuid[]) as participant, unnest($7::uuid[]) as id,
    unnest($8::uuid[]) as mark, unnest($9::uuid[]) as provider, unnest($10::text[]) as state,
    unnest($1::bytea[]) as sealed, unnest($11::bytea[]) as fingerprint) as each`;

const into = `insert into fact (programme, participant, id, arrival, sender, mark, provider, known,
  state, sealed, fingerprint)`;

const addedNew = kept(`${into} ${eachIncoming}`);
const addedUnknown = kept(`${into} ${eachIncoming} on conflict (programme, mark) do nothing`);

/**
 * Adds facts that replace no other, but for those whose mark is there already; says how many were
 * added. They come as arrays in one question: COPY does not write where row-level security is on.
 * Mostly all are new, and are added as such: to ask of each whether it is there takes a tenth of
 * the time. Where that meets one that is there, it is taken back, and each is asked.
 */
export async function addIncoming(
  tx: Tx,
  arriving: Arriving,
  incoming: IncomingColumns & Readonly<{ areNew?: boolean }>,
): Promise<number> {
  const values = valuesOf(arriving, incoming);
  if (incoming.areNew !== true) return change(tx, addedUnknown, values);
  await change(tx, 'savepoint incoming');
  try {
    const added = await change(tx, addedNew, values);
    await change(tx, 'release savepoint incoming');
    return added;
  } catch (error) {
    if (!isThere(error)) throw error;
    await change(tx, 'rollback to savepoint incoming');
    return change(tx, addedUnknown, values);
  }
}

function valuesOf(
  { programme, organisation, arrival, known }: Arriving,
  { arrays }: IncomingColumns,
): readonly unknown[] {
  const { participant, id, mark, provider, state, fingerprint } = arrays;
  return [
    asBuffer(arrays.sealed),
    programme,
    organisation,
    arrival,
    known,
    ...[participant, id, mark, provider, state, fingerprint].map(asBuffer),
  ];
}

// PostgreSQL's code for a row that another has.
function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

// What is no Buffer would be sent as text.
function asBuffer(array: Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.length);
}

/** An empty place, of this transaction alone, for what was sent before with the same marks. */
export async function openSentBefore(tx: Tx): Promise<void> {
  await change(
    tx,
    `create temp table if not exists sent_before (
      id uuid not null, mark uuid not null, other uuid not null, is_here boolean not null,
      is_otherwise boolean not null) on commit delete rows; delete from pg_temp.sent_before`,
  );
}

/** Notes which of these facts were not added, as others with their marks are there. */
export async function noteSentBefore(
  tx: Tx,
  { programme, arrival }: Arriving,
  { arrays }: IncomingColumns,
): Promise<void> {
  await change(
    tx,
    `insert into pg_temp.sent_before
      select each.id, each.mark, fact.id, fact.arrival = $2, fact.fingerprint <> each.fingerprint
      from unnest($3::uuid[], $4::uuid[], $5::bytea[]) as each(id, mark, fingerprint)
      join fact on fact.programme = $1 and fact.mark = each.mark where fact.id <> each.id`,
    [programme, arrival, ...[arrays.id, arrays.mark, arrays.fingerprint].map(asBuffer)],
  );
}

/** The rows of what was sent, by the ids that were given to them. */
type Ids = readonly Readonly<{ id: string; other: string }>[];

/** Facts whose mark another of the same sending has, and the first that has it. */
export async function listSentTwice(
  tx: Tx,
  { isReplacing, most }: Readonly<{ isReplacing: boolean; most: number }>,
): Promise<Ids> {
  return rows(
    tx,
    `select id, other from (
      select id, first_value(id) over (partition by mark order by id) as other from (
        select id, mark from pg_temp.sent_before
        union select other, mark from pg_temp.sent_before where is_here
        ${isReplacing ? 'union select id, mark from pg_temp.replacing' : ''}) as each) as each
      where id <> other order by id limit $1`,
    [most],
  );
}

/** Facts whose mark was sent before with other content. */
export async function listSentOtherwise(
  tx: Tx,
  most: number,
): Promise<readonly Readonly<{ id: string }>[]> {
  return rows(
    tx,
    `select id from pg_temp.sent_before where is_otherwise and not is_here order by id limit $1`,
    [most],
  );
}

/** How many facts had been sent before as they are. */
export async function countSentBefore(tx: Tx): Promise<number> {
  const [found] = await rows<{ count: bigint }>(
    tx,
    'select count(*) as count from pg_temp.sent_before',
  );
  return Number(found?.count ?? 0);
}
