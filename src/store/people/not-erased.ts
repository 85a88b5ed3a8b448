import { rows, type Tx } from '../tx.ts';
import type { Whom } from './people.ts';

/** Participants of all programmes that were not erased, in order from after one on. */
export async function listNotErased(
  tx: Tx,
  { after, most }: Readonly<{ after: Whom | undefined; most: number }>,
): Promise<readonly Whom[]> {
  return rows<Whom>(
    tx,
    `select programme, id as participant from participant
      where erased_at is null and ($1::uuid is null or (programme, id) > ($1, $2))
      order by programme, id limit $3`,
    [after?.programme ?? null, after?.participant ?? null, most],
  );
}

/** A file of facts on its way in, and the name of its key. */
export type FileOnItsWay = Readonly<{ programme: string; id: string; upload: string }>;

/** Files of all programmes that are not loaded, nor given up. */
export async function listFilesOnTheirWay(tx: Tx): Promise<readonly FileOnItsWay[]> {
  return rows<FileOnItsWay>(
    tx,
    `select programme, id, upload from import
      where state in ('unmapped', 'waiting', 'refused') order by at, id`,
  );
}
