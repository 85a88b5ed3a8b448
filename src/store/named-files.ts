import { rows, type Tx } from './tx.ts';

/**
 * Every column that names a stored file. What no column here names is removed from the disk by the
 * daily upkeep, so that a test compares them with the tables.
 */
export const fileColumns = [
  'evidence.file',
  'handed_in.file',
  'import.file',
  'settlement_bundle.file',
] as const;

/** Which of these stored files are still read by anybody. */
export async function findNamedFiles(
  tx: Tx,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const named = await rows<{ file: string }>(
    tx,
    // A file of facts that is loaded or given up is unreadable: its key is destroyed. So is the
    // key of a bundle that is gone.
    `select file from evidence where file = any($1)
      union select file from handed_in where file = any($1)
      union select file from import where file = any($1) and state not in ('done', 'given up')
      union select file from settlement_bundle where file = any($1) and state = 'done'`,
    [names],
  );
  return new Set(named.map(({ file }) => file));
}
