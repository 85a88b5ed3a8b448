import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import type { Result } from '../problem/index.ts';
import { databaseOfLaterVersion } from './problems.ts';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

// Two that start at once migrate one after the other. Any number serves that nothing else uses.
const lock = 7_061_829_301;

/**
 * Brings the tables up to date, in one transaction; a database of a later version is refused. With
 * `only`, no further than an earlier version had them, for what was kept from it.
 */
export async function migrate(
  owner: Client,
  only?: readonly string[],
): Promise<Result<{ applied: readonly string[] }>> {
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock($1)', [lock]);
    await owner.query(`create schema if not exists outturn;
      set local search_path to outturn;
      create table if not exists outturn.migration (name text primary key, at timestamptz not null);
      comment on table migration is 'What has been done to the tables.';
      comment on column migration.name is 'private: the file';
      comment on column migration.at is 'private: when'`);
    const { rows } = await owner.query<{ name: string }>('select name from migration');
    const done = new Set(rows.map(({ name }) => name));
    const all = migrationNames();
    const unknown = [...done].find((name) => !all.includes(name));
    if (unknown !== undefined) {
      await owner.query('rollback');
      return { ok: false, problems: [databaseOfLaterVersion(unknown)] };
    }
    const applied = all.filter((name) => !done.has(name) && (only?.includes(name) ?? true));
    for (const name of applied) {
      await owner.query(readFileSync(join(folder, name), 'utf8'));
      await owner.query('insert into migration values ($1, now())', [name]);
    }
    if (applied.length > 0) await grantTables(owner);
    await owner.query('commit');
    return { ok: true, value: { applied } };
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** The names of all that this version may do to the tables, in order. */
export function migrationNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .toSorted();
}

/** The role that the service works under; it owns nothing and cannot pass row-level security. */
export const appRole = 'outturn_app';

// What is only ever added may be neither changed nor taken away, by right as well as by trigger.
async function grantTables(owner: Client): Promise<void> {
  await owner.query(`
    grant usage on schema outturn to ${appRole};
    grant select, insert, update, delete on all tables in schema outturn to ${appRole};
    grant usage on all sequences in schema outturn to ${appRole};
    revoke insert, update, delete on outturn.migration from ${appRole};
    do $$ declare added regclass; begin
      for added in select tgrelid::regclass from pg_trigger
        where tgname = 'only_added' and tgrelid::regclass::text !~ '^pg_'
      loop execute format('revoke update, delete on %s from ${appRole}', added); end loop;
    end $$`);
}
