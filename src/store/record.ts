import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { change, findRow, kept, rows, type Tx } from './tx.ts';

/** One entry of the record of what was done. */
export type Entry = Readonly<{
  chain: string;
  number: bigint;
  at: string;
  account: string | null;
  organisation: string | null;
  act: string;
  about: Readonly<Record<string, unknown>>;
  fingerprint: Uint8Array | null;
  before: Uint8Array;
  hash: Uint8Array;
}>;

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

/** What an entry's hash must be: SHA-256 of all the rest of it in canonical JSON (RFC 8785). */
export function entryHash(entry: Omit<Entry, 'hash'>): Buffer {
  const { fingerprint, before, number, ...rest } = entry;
  const text = canonicalize({
    chain: rest.chain,
    at: rest.at,
    account: rest.account,
    organisation: rest.organisation,
    act: rest.act,
    about: rest.about,
    number: String(number),
    fingerprint: fingerprint === null ? null : Buffer.from(fingerprint).toString('hex'),
    before: Buffer.from(before).toString('hex'),
  });
  return createHash('sha256').update(String(text)).digest();
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
