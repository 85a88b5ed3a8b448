import pg from 'pg';
import type { Problem, Result } from '../problem/index.ts';
import { connectionWaitSeconds, whyNotConnected } from './not-reached.ts';
import {
  databaseFull,
  databaseLetsNotIn,
  databaseNameNotThere,
  databaseNotReached,
} from './problems.ts';

/** A connection of its own, or why there is none; the setting is where its place was named. */
export async function connectAtStart(
  given: pg.ClientConfig,
  setting: string,
): Promise<Result<pg.Client>> {
  try {
    const connectionTimeoutMillis = connectionWaitSeconds * 1000;
    const client = new pg.Client({ ...given, connectionTimeoutMillis });
    client.on('error', () => {});
    await client.connect();
    return { ok: true, value: client };
  } catch (error) {
    return { ok: false, problems: [problemOf(error, setting)] };
  }
}

function problemOf(error: unknown, setting: string): Problem {
  const reason = reasonOf(error);
  switch (whyNotConnected(error)) {
    case 'busy':
      return databaseFull(reason);
    case 'away':
      return databaseNotReached(reason, setting);
    case 'not let in':
      return isNameless(error)
        ? databaseNameNotThere(reason, setting)
        : databaseLetsNotIn(reason, setting);
  }
}

// PostgreSQL's invalid_catalog_name.
function isNameless(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000';
}

/** What went wrong, in the words of whoever found it: it names users and places, no password. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\.$/, '');
}
