import type { Client } from 'pg';

/** A table as it is copied: what the database works out by itself is left out. */
export type KeptTable = Readonly<{ name: string; columns: readonly string[] }>;

/** A count that the database keeps, such as the number of the next fact. */
export type KeptSequence = Readonly<{ name: string; value: string }>;

/** Every table of ours that holds rows, and its columns in order. */
export async function listTables(owner: Client): Promise<readonly KeptTable[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'outturn'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    group by c.relname order by c.relname`);
  return rows;
}

/**
 * The counts as they stand now: they follow no transaction, so that read after the rows of a
 * snapshot they are at or beyond every number in them.
 */
export async function listSequences(owner: Client): Promise<readonly KeptSequence[]> {
  const { rows } = await owner.query<KeptSequence>(`
    select sequencename as name, last_value::text as value from pg_sequences
    where schemaname = 'outturn' and last_value is not null order by sequencename`);
  return rows;
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table's name and its columns as COPY takes them. */
export function copied({ name, columns }: KeptTable): string {
  return `outturn.${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
