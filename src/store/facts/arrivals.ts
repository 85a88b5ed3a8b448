import { change, rows, type Tx } from '../tx.ts';

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

export async function addArrival(tx: Tx, arrival: Arrival): Promise<void> {
  const { programme, id, organisation, account, at, way, facts } = arrival;
  await change(
    tx,
    `insert into arrival (programme, id, organisation, account, at, way, facts)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [programme, id, organisation, account, at, way, facts],
  );
}

/** Arrivals of a programme, the newest first, from before a moment on. */
export async function listArrivals(
  tx: Tx,
  { programme, before, most }: Readonly<{ programme: string; before: string | null; most: number }>,
): Promise<readonly Arrival[]> {
  return rows<Arrival>(
    tx,
    `select programme, id, organisation, account, at, way, facts from arrival
      where programme = $1 and ($2::timestamptz is null or at < $2)
      order by at desc, id limit $3`,
    [programme, before, most],
  );
}
