import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Result } from '../../problem/index.ts';
import type { Entry } from '../../store/chain/index.ts';
import { recordEmpty, recordEndsOtherwise, recordLineUnreadable, recordOfTwo } from './problems.ts';
import { chainVerifier, type VerifiedChain } from './verify-chain.ts';

/** An entry as a line of an export: all of it, bytes in hexadecimal digits. */
export function entryText(entry: Entry): string {
  const { number, fingerprint, before, hash, ...rest } = entry;
  return JSON.stringify({
    number: String(number),
    ...rest,
    fingerprint: fingerprint === null ? null : hex(fingerprint),
    before: hex(before),
    hash: hex(hash),
  });
}

/** A chain that holds, of what it is the record, and which entry has the hash that was noted. */
export type VerifiedRecord = VerifiedChain & Readonly<{ chain: string; noted?: number }>;

/**
 * Verifies an export line by line, without the service that wrote it. A hash with which it ended
 * when it was exported before must be that of an entry, or entries were taken away since.
 */
export async function verifyRecordLines(
  lines: AsyncIterable<string> | Iterable<string>,
  head?: string,
): Promise<Result<VerifiedRecord>> {
  const verifier = chainVerifier();
  let chain = '';
  let count = 0;
  let noted: number | undefined;
  for await (const line of lines) {
    count += 1;
    if (line === '') continue;
    const entry = findEntry(line);
    if (entry === undefined) return { ok: false, problems: [recordLineUnreadable(count)] };
    chain ||= entry.chain;
    const wrong = entry.chain === chain ? verifier.next(entry) : recordOfTwo(count, chain);
    if (wrong !== undefined) return { ok: false, problems: [wrong] };
    if (hex(entry.hash) === head) noted = Number(entry.number);
  }
  const verified = verifier.end();
  if (verified.entries === 0) return { ok: false, problems: [recordEmpty()] };
  if (noted !== undefined) return { ok: true, value: { chain, ...verified, noted } };
  return head === undefined
    ? { ok: true, value: { chain, ...verified } }
    : { ok: false, problems: [recordEndsOtherwise(verified.head, head)] };
}

const text = Type.String();
const bytes = Type.String({ pattern: '^([0-9a-f]{2})*$' });

const entryShape = Compile(
  Type.Object({
    number: Type.String({ pattern: '^[0-9]{1,18}$' }),
    chain: text,
    at: text,
    account: Type.Union([text, Type.Null()]),
    organisation: Type.Union([text, Type.Null()]),
    act: text,
    about: Type.Record(text, Type.Unknown()),
    fingerprint: Type.Union([bytes, Type.Null()]),
    before: bytes,
    hash: bytes,
  }),
);

function findEntry(line: string): Entry | undefined {
  const data = parseJson(line);
  if (!entryShape.Check(data)) return undefined;
  const { number, chain, at, account, organisation, act, about, fingerprint, before, hash } = data;
  return {
    chain,
    number: BigInt(number),
    at,
    account,
    organisation,
    act,
    about,
    fingerprint: fingerprint === null ? null : Buffer.from(fingerprint, 'hex'),
    before: Buffer.from(before, 'hex'),
    hash: Buffer.from(hash, 'hex'),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
