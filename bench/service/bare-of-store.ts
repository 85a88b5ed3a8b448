import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Connection } from '../../src/store/index.ts';

/** How long it takes to copy all facts out, and all lines into a table like theirs. */
export type Bare = Readonly<{ read: number; kept: number; lines: number }>;

/** Reads what a settlement reads, and writes what it writes, by COPY alone. */
export async function bareOfStore(owner: Connection): Promise<Bare> {
  const [client, other] = [new pg.Client(owner), new pg.Client(owner)];
  await Promise.all([client.connect(), other.connect()]);
  try {
    const readFrom = performance.now();
    await pipeline(
      client.query(
        copyTo(
          'copy (select * from outturn.fact order by participant, id) to stdout (format binary)',
        ),
      ),
      new Writable({ write: (_, __, done) => done() }),
    );
    const read = performance.now() - readFrom;
    await client.query('create schema if not exists bare');
    await client.query('create table bare.line (like outturn.settlement_line including all)');
    const keptFrom = performance.now();
    const into = client.query(copyFrom('copy bare.line from stdin (format binary)'));
    await pipeline(
      other.query(copyTo('copy outturn.settlement_line to stdout (format binary)')),
      into,
    );
    const kept = performance.now() - keptFrom;
    // What waits to be verified stands among the lines, and the SQL knows nothing of it.
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from bare.line where payable_on is not null',
    );
    return { read, kept, lines: Number(rows[0]?.count ?? 0) };
  } finally {
    await Promise.all([client.end(), other.end()]);
  }
}
