import type pg from 'pg';

/** Why the database could not be asked, or did not answer to the end. */
export type NotReached =
  /** More is asked just now than can be answered in time. */
  | 'busy'
  /** Nothing answers: it stopped, it is starting, or the way to it is broken. */
  | 'away'
  /** It answers and lets the service not in: another password, no database of that name. */
  | 'not let in'
  /** It went away while work was being kept: nobody can tell whether it was. */
  | 'end not known';

/** How long anybody waits for a connection, while others have them all. */
export const connectionWaitSeconds = 10;

/** What is thrown where the database is not reached: why, and a code that holds no value. */
type Lost = Error & Readonly<{ notReached: NotReached; code: string }>;

function lost(why: NotReached, cause: unknown): Lost {
  const error = new Error(`the database is not reached: ${why}`, { cause });
  return Object.assign(error, { notReached: why, code: codeOf(cause) ?? 'none' });
}

// PostgreSQL's query_canceled, as by a limit of time that the database sets; lock_not_available.
const ended: ReadonlySet<unknown> = new Set(['57014', '55P03']);

/**
 * Why work could not begin or come to its end, where that is the database's doing and not its own.
 * Nothing of it is kept unless its end is not known, and it may be asked for again.
 */
export function notReached(error: unknown): NotReached | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('notReached' in error) return error.notReached as NotReached;
  return ended.has(codeOf(error)) ? 'busy' : undefined;
}

/** A connection of the pool, as soon as there is one. */
export async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw lost(whyNotConnected(cause), cause);
  }
}

/** What to throw of work whose connection broke in the middle, or while it was being kept. */
export function brokenOff(cause: unknown, isKeeping: boolean): unknown {
  return lost(isKeeping ? 'end not known' : 'away', cause);
}

// The pool's own words where others keep all of its connections.
const poolIsEmpty = 'timeout exceeded when trying to connect';

/** Why no connection could be had: by PostgreSQL's classes of codes, and by the system's. */
export function whyNotConnected(cause: unknown): Exclude<NotReached, 'end not known'> {
  const code = codeOf(cause);
  const isFull = code?.startsWith('53') ?? false;
  if (isFull || (cause instanceof Error && cause.message === poolIsEmpty)) return 'busy';
  // What the system says of the way there names the call that failed; what is no address leads
  // nowhere.
  const hasNoWay = cause instanceof TypeError || (cause instanceof Error && 'syscall' in cause);
  return code === undefined || hasNoWay || /^(?:57P|08)/.test(code) ? 'away' : 'not let in';
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
