import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert, type Result } from '../../problem/index.ts';
import type { Connection } from '../connection.ts';
import { type KeptJob, putBackJob } from './kept-jobs.ts';
import { listSealed, type SealedIds } from './sealed-ids.ts';
import { copied, type KeptSequence, type KeptTable, listTables, quoted } from './table-shapes.ts';

/** Takes in the rows of one table, in the text format of COPY; returns how many they were. */
export type Loader = (table: KeptTable, rows: Readable) => Promise<number>;

export type LoadAsked = Readonly<{
  sequences: readonly KeptSequence[];
  jobs: readonly KeptJob[];
  /** Gives each table its rows; with a problem, nothing is loaded. */
  fill: (load: Loader) => Promise<Result<null>>;
  /** Looks at those whose keys must be there, once all rows are; a problem again undoes all. */
  check: (sealed: SealedIds) => Promise<Result<null>>;
}>;

/**
 * Fills the tables of a database that has them and nothing in them, in one transaction. What the
 * tables refuse to everybody is allowed here; what refers to another row is checked when all are
 * there, whatever the order in which they come.
 */
export async function loadDatabase(
  connection: Connection,
  asked: LoadAsked,
): Promise<Result<null>> {
  const owner = new pg.Client(connection);
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query(`begin; set local client_encoding = 'UTF8'; set local timezone = 'UTC';
      set local search_path to outturn`);
    const loaded = await loadRows(owner, asked);
    if (loaded.ok) await owner.query('commit');
    return loaded;
  } finally {
    await owner.end();
  }
}

async function loadRows(owner: pg.Client, asked: LoadAsked): Promise<Result<null>> {
  const again = await takeRulesOff(owner);
  const filled = await asked.fill(loaderOver(owner));
  if (!filled.ok) return filled;
  for await (const sealed of listSealed(owner)) {
    const checked = await asked.check(sealed);
    if (!checked.ok) return checked;
  }
  for (const statement of again) await owner.query(statement);
  await askOfAll(owner);
  for (const { name, value } of asked.sequences) {
    await owner.query('select setval($1::regclass, $2)', [`outturn.${quoted(name)}`, value]);
  }
  for (const job of asked.jobs) await putBackJob(owner, job);
  return { ok: true, value: null };
}

function loaderOver(owner: pg.Client): Loader {
  return async (table, rows) => {
    const into = owner.query(copyFrom(`copy ${copied(table)} from stdin`));
    await pipeline(rows, into);
    return into.rowCount ?? 0;
  };
}

/** Drops what would stand in the way, and returns what puts it back. */
async function takeRulesOff(owner: pg.Client): Promise<readonly string[]> {
  const again: string[] = [];
  for (const { name } of await listTables(owner)) {
    const table = `outturn.${quoted(name)}`;
    const { rows } = await owner.query(`select from ${table} limit 1`);
    assert(rows.length === 0, 'what is loaded meets nothing in the tables');
    await owner.query(`alter table ${table} disable trigger user`);
    again.push(`alter table ${table} enable trigger user`);
  }
  for (const { table, name, definition } of await listRulesOff(owner)) {
    await owner.query(`alter table ${table} drop constraint ${quoted(name)}`);
    again.push(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
  return again;
}

/** That the settlement of rows is there a trigger asks of those that are added; here of all. */
async function askOfAll(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    "select tgrelid::regclass::text as table from pg_trigger where tgname = 'of_a_settlement'",
  );
  for (const { table } of rows) {
    await owner.query(`do $$ begin
      if exists (select from (select distinct programme, settlement from ${table}) each
        where not exists (select from settlement
          where settlement.programme = each.programme and settlement.id = each.settlement))
      then raise foreign_key_violation
        using message = 'rows of ${table} are of a settlement that is not there'; end if;
    end $$`);
  }
}

type Rule = Readonly<{ table: string; name: string; definition: string }>;

/** What refers to other rows; and rules that what was kept before them need not follow. */
async function listRulesOff(owner: pg.Client): Promise<readonly Rule[]> {
  const { rows } = await owner.query<Rule>(`
    select format('%I.%I', n.nspname, t.relname) as table, c.conname as name,
      pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_namespace n on n.oid = t.relnamespace
    where (c.contype = 'f' or not c.convalidated) and n.nspname = 'outturn' order by 1, 2`);
  return rows;
}
