import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Result } from '../../problem/index.ts';
import type { Entry } from '../../store/index.ts';
import { recordLineUnreadable } from './problems.ts';
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

/** Verifies an export line by line, without the service that wrote it. */
export function verifyRecordText(text: string): Result<VerifiedChain> {
  const verifier = chainVerifier();
  const lines = text.split('\n').filter((line) => line !== '');
  for (const [at, line] of lines.entries()) {
    const entry = findEntry(line);
    if (entry === undefined) return { ok: false, problems: [recordLineUnreadable(at + 1)] };
    const wrong = verifier.next(entry);
    if (wrong !== undefined) return { ok: false, problems: [wrong] };
  }
  return { ok: true, value: verifier.end() };
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
