import { rows, type Tx } from '../tx.ts';

/** The chains of the record, in order. For the service itself alone. */
export async function listChains(tx: Tx): Promise<readonly string[]> {
  const found = await rows<{ chain: string }>(
    tx,
    'select chain from record group by chain order by chain',
  );
  return found.map(({ chain }) => chain);
}

/** Every settlement, of every programme, in the order in which they were prepared. */
export async function listSettled(
  tx: Tx,
): Promise<readonly Readonly<{ programme: string; settlement: string }>[]> {
  return rows(tx, 'select programme, id as settlement from settlement order by programme, number');
}
