import type { PageAsked } from '../list-place.ts';
import { change, kept, rows, type Tx } from '../tx.ts';

/** Facts that came in together. */
export type Arrival = Readonly<{
  programme: string;
  id: string;
  organisation: string;
  account: string | null;
  at: string;
  way: 'form' | 'call' | 'file' | 'service';
  facts: number;
}>;

const added = kept(`insert into arrival (programme, id, organisation, account, at, way, facts)
  values ($1, $2, $3, $4, $5, $6, $7)`);

export async function addArrival(tx: Tx, arrival: Arrival): Promise<void> {
  const { programme, id, organisation, account, at, way, facts } = arrival;
  await change(tx, added, [programme, id, organisation, account, at, way, facts]);
}

/** What comes into a programme under the stamp of a day. */
type DayOfArrival = Readonly<{ programme: string; day: string }>;

const dayHeld = kept('select pg_advisory_xact_lock_shared(hashtextextended($1, 31))');

/** Says that something comes in under the stamp of this day, until this transaction ends. */
export async function holdDay(tx: Tx, { programme, day }: DayOfArrival): Promise<void> {
  const held = `${programme} ${day}`;
  await change(tx, dayHeld, [held]);
}

/** Waits until all that comes in under the stamp of this day is there, and lets no more begin. */
export async function closeDay(tx: Tx, { programme, day }: DayOfArrival): Promise<void> {
  const held = `${programme} ${day}`;
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 31))', [held]);
}

/** Arrivals of a programme, the newest first, from after a row on. */
export async function listArrivals(
  tx: Tx,
  { programme, before, most }: PageAsked,
): Promise<readonly Arrival[]> {
  return rows<Arrival>(
    tx,
    `select programme, id, organisation, account, at, way, facts from arrival
      where programme = $1
      and ($2::timestamptz is null or (at, id) < ($2, $3))
      order by at desc, id desc limit $4`,
    [programme, before?.at ?? null, before?.id ?? null, most],
  );
}
