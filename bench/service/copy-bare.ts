import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Connection } from '../../src/store/index.ts';

// The columns of the file, and as many indexes over them as the service has over facts.
const table = `
  create schema bare;
  create table bare.fact (
    id text not null, kind text not null, participant text, cohort text, provider text,
    "group" text, "with" text, day date, "from" date, "to" date, value text, low text, high text,
    about text, source text, method text, known date, state text not null, replaces text,
    signer text, note text, number bigint generated always as identity,
    primary key (participant, id));
  create unique index on bare.fact (id);
  create unique index on bare.fact (id, participant);
  create unique index on bare.fact (replaces) where replaces is not null;
  create index on bare.fact (number) where state in ('claimed', 'waiting');`;

const columns = `id, kind, participant, cohort, provider, "group", "with", day, "from", "to",
  value, low, high, about, source, method, known, state, replaces, signer, note`;

/** Copies a file of facts, unread and unsealed, into a table of its own. */
export async function copyBare(
  owner: Connection,
  csv: string,
): Promise<Readonly<{ rows: number; milliseconds: number }>> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(table);
    const startedAt = performance.now();
    const into = client.query(
      copyFrom(`copy bare.fact (${columns}) from stdin (format csv, header)`),
    );
    await pipeline(createReadStream(csv), into);
    return { rows: into.rowCount ?? 0, milliseconds: performance.now() - startedAt };
  } finally {
    await client.end();
  }
}
