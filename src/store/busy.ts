import type pg from 'pg';

/** How long anybody waits for a connection, while others have them all. */
export const connectionWaitSeconds = 10;

const notHad = 'connection_not_had';

// PostgreSQL's query_canceled, as by a limit of time that the database sets; lock_not_available;
// too_many_connections.
const codes: ReadonlySet<unknown> = new Set([notHad, '57014', '55P03', '53300']);

/**
 * Whether work could not begin, or was ended by the database before its end, as more is asked just
 * now than can be answered in time. Nothing of it is kept, and it may be asked for again.
 */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.has(error.code);
}

/** A connection of the pool, as soon as there is one. */
export async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    const error = new Error('no connection to the database could be had in time', { cause });
    throw Object.assign(error, { code: notHad });
  }
}
