import { type Entry, entryHash } from './chain/index.ts';
import { change, findRow, kept, rows, type Tx } from './tx.ts';

type Head = { number: bigint; at: string; hash: Buffer };

const takeHead = kept('select number, at, hash from take_head($1)');

const added = kept(`insert into record
  (chain, number, at, account, organisation, act, about, fingerprint, before, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`);

/**
 * Adds an entry to the end of its chain. Others wait for the chain until this transaction ends, so
 * it is done last. An entry is never earlier than the one before it, whatever the clock says.
 */
export async function appendEntry(
  tx: Tx,
  entry: Omit<Entry, 'number' | 'before' | 'hash'>,
): Promise<void> {
  const head = await findRow<Head>(tx, takeHead, [entry.chain]);
  const at = head !== undefined && head.at > entry.at ? head.at : entry.at;
  const number = (head?.number ?? 0n) + 1n;
  const whole = { ...entry, at, number, before: head?.hash ?? new Uint8Array(32) };
  await change(tx, added, [
    whole.chain,
    number,
    at,
    whole.account,
    whole.organisation,
    whole.act,
    JSON.stringify(whole.about),
    whole.fingerprint,
    whole.before,
    entryHash(whole),
  ]);
}

/** Entries of a chain in order, from after a number on. */
export async function listEntries(
  tx: Tx,
  { chain, after = 0n, most }: Readonly<{ chain: string; after?: bigint; most: number }>,
): Promise<readonly Entry[]> {
  return rows<Entry>(
    tx,
    `select chain, number, at, account, organisation, act, about, fingerprint, before, hash
      from record where chain = $1 and number > $2 order by number limit $3`,
    [chain, after, most],
  );
}
