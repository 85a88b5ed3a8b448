import { to as copyTo } from 'pg-copy-streams';
import type { Tx } from './tx.ts';

/**
 * What a COPY to the program sends, in pieces. Whoever stops before the end has the rest let go of
 * first: until all of it is taken the connection answers nothing else, not that it rolls back.
 */
export async function* copyOut(tx: Tx, text: string): AsyncGenerator<Buffer> {
  const stream = tx.client.query(copyTo(text));
  let isOver = false;
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) yield piece as Buffer;
    isOver = true;
  } catch (error) {
    // What the database refused to send is over as well.
    isOver = true;
    throw error;
  } finally {
    if (!isOver) for await (const _ of stream);
  }
}
