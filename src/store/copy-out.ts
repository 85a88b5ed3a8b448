import { to as copyTo } from 'pg-copy-streams';
import type { Tx } from './tx.ts';

export async function* copyOut(tx: Tx, text: string): AsyncGenerator<Buffer> {
  const stream = tx.client.query(copyTo(text));
  for await (const piece of stream) yield piece as Buffer;
}
