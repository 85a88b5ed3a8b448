import type { PoolClient, QueryResultRow } from 'pg';
import { assert } from '../problem/index.ts';

/** One transaction: everything in it happens, or nothing. */
export type Tx = Readonly<{
  /** For COPY and for cursors; everything else goes through `rows`. */
  client: PoolClient;
}>;

/** What a statement gives. */
export async function rows<Row extends QueryResultRow>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const found = await tx.client.query<Row>(text, [...values]);
  return found.rows;
}

/** The one row that a statement gives, or none. Two are a fault. */
export async function findRow<Row extends QueryResultRow>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | undefined> {
  const found = await rows<Row>(tx, text, values);
  assert(found.length <= 1, 'a question about one thing finds at most one');
  return found[0];
}

/** The one row that a statement must give. */
export async function getRow<Row extends QueryResultRow>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const row = await findRow<Row>(tx, text, values);
  assert(row !== undefined, 'what is asked for is there');
  return row;
}

/** How many rows a statement changed. */
export async function change(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const done = await tx.client.query(text, [...values]);
  return done.rowCount ?? 0;
}
