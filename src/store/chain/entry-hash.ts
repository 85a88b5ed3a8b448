import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

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
