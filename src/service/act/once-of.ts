import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Result } from '../../problem/index.ts';
import type { Actor } from '../access/actor.ts';
import { onceKeyOtherwise } from '../access/problems.ts';

/** The lengths between which an idempotency key is taken. */
export const onceKeyLength = { min: 8, max: 200 } as const;

/** A change asked for under a key, as it is kept: undefined where nothing is. */
export type Once = Readonly<{
  account: string;
  key: string;
  act: string;
  requestHash: Uint8Array;
  at: string;
}>;

type Asking = Readonly<{ actor: Actor; onceKey?: string }>;

/**
 * What is kept of a change that was asked for under a key. Whoever is not signed in shares no keys
 * with others: what is answered could be a secret. What was asked may tell of somebody and outlive
 * their erasure, so its hash is salted by the key as it was given, which is kept nowhere.
 */
export function onceOf(
  { actor, onceKey }: Asking,
  { act, input, at }: Readonly<{ act: string; input: unknown; at: string }>,
): Result<Once | undefined> {
  if (onceKey === undefined || actor.kind !== 'account') return { ok: true, value: undefined };
  const { min, max } = onceKeyLength;
  if (onceKey.length < min || onceKey.length > max) {
    return { ok: false, problems: [onceKeyOtherwise(onceKey.length, { min, max })] };
  }
  const asked = { act, input: asSent(input), organisation: actor.organisation?.id ?? null };
  const requestHash = createHmac('sha256', onceKey)
    .update(String(canonicalize(asked)))
    .digest();
  const key = createHash('sha256').update(onceKey).digest('hex');
  return { ok: true, value: { account: actor.account, key, act, requestHash, at } };
}

// A file that is sent again is sealed under another key and so has another name.
function asSent(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(asSent);
  if (typeof input !== 'object' || input === null) return input;
  const isUpload = 'upload' in input && 'file' in input && 'fileBytes' in input;
  return Object.fromEntries(
    Object.entries(input)
      .filter(([name]) => !(isUpload && (name === 'upload' || name === 'file')))
      .map(([name, value]) => [name, asSent(value)]),
  );
}
