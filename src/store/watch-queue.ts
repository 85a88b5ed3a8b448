import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from './connection.ts';

/** All who work on the queue connect under this name, with a mark of their own. */
export const queueName = 'outturn queue';

/** Who works on the queue here, and when it is to be taken for standing still. */
export type Watched = Readonly<{
  owner: Connection;
  /** The name under which it connects. */
  name: string;
  /** By whom its work is held. */
  own: ReadonlySet<string>;
  /** How much work is under way. */
  busy: Readonly<{ count: number }>;
  waitingMsMax: number;
}>;

/**
 * Ends when work has waited for longer than it may while nobody here had any: whoever looks for it
 * waits for an answer that was lost. Each look is a connection of its own, so that it waits for
 * nothing that was lost itself. What a program that is gone had under way is given back meanwhile.
 */
export async function untilItStands(watched: Watched, signal: AbortSignal): Promise<void> {
  const { waitingMsMax, busy } = watched;
  for (let idle = 0; idle < 2; ) {
    const isGiven = await sleep(waitingMsMax / 3, false, { signal, ref: false }).catch(() => true);
    // Whoever has ended is watched no more, and was not found to stand.
    if (isGiven) return new Promise(() => {});
    const isWaiting = await looksAt(watched).catch(() => false);
    idle = isWaiting && busy.count === 0 ? idle + 1 : 0;
  }
}

async function looksAt(watched: Watched): Promise<boolean> {
  return withClient(watched.owner, async (client) => {
    await giveBack(client, watched);
    const { rowCount } = await client.query(
      `select from graphile_worker._private_jobs where locked_at is null
        and attempts < max_attempts and run_at < now() - make_interval(secs => $1) limit 1`,
      [watched.waitingMsMax / 1000],
    );
    return rowCount === 1;
  });
}

/**
 * The queue keeps the work of a program that was killed for four hours. Where no other program
 * works on it, whoever had that work is gone: it is given back. That a killed program's connections
 * are gone is noticed a moment later; then it is given back by the next look.
 */
export async function giveBackWork(watched: Watched): Promise<void> {
  await withClient(watched.owner, async (client) => {
    for (let tries = 0; tries < 10; tries += 1) {
      if (!(await giveBack(client, watched))) return;
      await sleep(50);
    }
  });
}

/** Gives back what others hold who are gone, and says whether others are still there. */
async function giveBack(
  client: pg.Client,
  { name, own }: Pick<Watched, 'name' | 'own'>,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database()
      and starts_with(application_name, $1) and application_name <> $2 limit 1`,
    [queueName, name],
  );
  if (rowCount !== 0) return true;
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker._private_jobs
      where locked_by is not null and locked_by <> all ($1) having count(*) > 0`,
    [[...own]],
  );
  return false;
}

async function withClient<T>(owner: Connection, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5000, query_timeout: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await Promise.race([client.end().catch(() => {}), sleep(1000)]);
  }
}
