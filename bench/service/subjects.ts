import pg from 'pg';
import type { Connection } from '../../src/store/index.ts';
import type { Founded } from './found-programme.ts';

/** What calls are about: some of what is in the store. */
export type Subjects = Readonly<{
  /** Participants of the first provider. */
  participants: readonly string[];
  /** Facts that wait for a verifier. */
  claims: readonly string[];
  /** A fact that is there. */
  fact: string;
  /** How many lines the settlement has. */
  lines: number;
}>;

/** Looks for what calls can be about, as the owner of the tables. */
export async function findSubjects(
  owner: Connection,
  { programme, provider }: Founded,
  settlement: string,
): Promise<Subjects> {
  const client = new pg.Client(owner);
  await client.connect();
  const ids = async (text: string, ...values: unknown[]) =>
    (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  try {
    // Autovacuum comes by itself; here it would come while something is measured.
    await client.query('vacuum analyze');
    await client.query('set search_path to outturn');
    const lines = await client.query<{ count: string }>(
      'select count(*) from settlement_line where programme = $1 and settlement = $2',
      [programme, settlement],
    );
    const [fact = ''] = await ids('select id from fact where programme = $1 limit 1', programme);
    return {
      participants: await ids(
        'select participant as id from fact where programme = $1 and provider = $2 limit 2000',
        programme,
        provider.id,
      ),
      claims: await ids(
        `select id from fact where programme = $1 and state = 'waiting' and not exists (
          select from fact later where later.programme = $1 and later.replaces = fact.id)
          order by number limit 50000`,
        programme,
      ),
      fact,
      lines: Number(lines.rows[0]?.count ?? 0),
    };
  } finally {
    await client.end();
  }
}
