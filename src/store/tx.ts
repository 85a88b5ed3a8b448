import { createHash } from 'node:crypto';
import type { PoolClient, QueryResultRow } from 'pg';
import { assert } from '../problem/index.ts';
import type { Reach } from './reach.ts';

/** One transaction: everything in it happens, or nothing. */
export type Tx = Readonly<{
  /** For COPY and for cursors; everything else goes through `rows`. */
  client: PoolClient;
  /** On whose behalf it runs. */
  reach: Reach;
}>;

/** A statement whose plan each connection keeps. */
export type Kept = Readonly<{ name: string; text: string }>;

/** What the database is asked. */
export type Statement = string | Kept;

/**
 * A statement that is asked all the time. Under row-level security planning it takes longer than
 * what it asks for; a connection that keeps the plan does it once. The plan is made for no values
 * in particular: what is planned one way for some and another way for others is not for this.
 */
export function kept(text: string): Kept {
  return { name: `kept_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
}

/** What a statement gives. */
export async function rows<Row extends QueryResultRow>(
  tx: Tx,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const found = await tx.client.query<Row>(withValues(statement, values));
  return found.rows;
}

function withValues(statement: Statement, values: readonly unknown[]) {
  const asked = typeof statement === 'string' ? { text: statement } : statement;
  return { ...asked, values: [...values] };
}

/** The one row that a statement gives, or none. Two are a fault. */
export async function findRow<Row extends QueryResultRow>(
  tx: Tx,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<Row | undefined> {
  const found = await rows<Row>(tx, statement, values);
  assert(found.length <= 1, 'a question about one thing finds at most one');
  return found[0];
}

/** The one row that a statement must give. */
export async function getRow<Row extends QueryResultRow>(
  tx: Tx,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<Row> {
  const row = await findRow<Row>(tx, statement, values);
  assert(row !== undefined, 'what is asked for is there');
  return row;
}

/** How many rows a statement changed. */
export async function change(
  tx: Tx,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<number> {
  const done = await tx.client.query(withValues(statement, values));
  return done.rowCount ?? 0;
}
