import pg from 'pg';
import { assert } from '../problem/index.ts';
import type { Connection } from './connection.ts';

/**
 * Takes everything out of a database that holds a demonstration which was broken off while it was
 * loaded, and nothing else: nobody has been answered from it. Any other is left alone.
 */
export async function clearDatabase(owner: Connection): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(
      'select from outturn.demonstration where not is_whole for update',
    );
    assert(rowCount === 1, 'nothing is taken away but a demonstration that was broken off');
    await client.query('drop schema outturn cascade');
    await client.query('drop schema graphile_worker cascade');
    await client.query('commit');
  } finally {
    await client.end();
  }
}
