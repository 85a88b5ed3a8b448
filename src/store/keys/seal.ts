import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';
import type { Result } from '../../problem/index.ts';
import { keyObject } from './key-object.ts';
import { sealedNotOpened } from './problems.ts';

/** A key of 32 bytes. It is held no longer than the work that asked for it. */
export type Key = Uint8Array;

/** A key as it is held by whoever seals much under it. */
export type HeldKey = KeyObject;

const nonceLength = 12;
const tagLength = 16;

/** By how much sealed data are longer than plain. */
export const sealLength = nonceLength + tagLength;

const algorithm = 'aes-256-gcm';

/**
 * Makes data unreadable without the key: AES-256 in Galois counter mode (NIST SP 800-38D) under a
 * nonce drawn for it. The result is nonce, sealed data, tag. What it is bound to (the table, the
 * programme, the participant, the number) must be given again to open it, so that sealed data
 * cannot be moved to another place. A key may seal some four thousand million times.
 */
export function seal(key: Key, plain: Uint8Array, bound: Uint8Array | string): Buffer {
  const sealed = Buffer.allocUnsafe(sealLength + plain.length);
  sealInto({ bytes: sealed, at: 0 }, keyObject(key), { plain, bound: bytesOf(bound) });
  return sealed;
}

/** Where in sealed data those stand that were plain; there they may wait to be sealed. */
export const plainFrom = nonceLength;

/** Seals into memory that is there, from a place on: the plain's bytes, and `sealLength` more. */
export function sealInto(
  { bytes, at }: Readonly<{ bytes: Uint8Array; at: number }>,
  key: HeldKey,
  { plain, bound }: Readonly<{ plain: Uint8Array; bound: Uint8Array }>,
): void {
  drawNonce();
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(bound);
  bytes.set(nonce, at);
  bytes.set(cipher.update(plain), at + nonceLength);
  cipher.final();
  bytes.set(cipher.getAuthTag(), at + nonceLength + plain.length);
}

/** Opens what was sealed with this key and bound to this, and nothing else. */
export function unseal(
  key: Key,
  sealed: Uint8Array,
  bound: Uint8Array | string,
): Result<Uint8Array> {
  const plain = findPlain(key, sealed, bound);
  return plain === undefined
    ? { ok: false, problems: [sealedNotOpened(bound)] }
    : { ok: true, value: plain };
}

function findPlain(key: Key, sealed: Uint8Array, bound: Uint8Array | string): Buffer | undefined {
  if (sealed.length < sealLength) return undefined;
  const tagAt = sealed.length - tagLength;
  const nonce = sealed.subarray(0, nonceLength);
  const decipher = createDecipheriv(algorithm, keyObject(key), nonce, {
    authTagLength: tagLength,
  });
  decipher.setAAD(bytesOf(bound));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const plain = decipher.update(sealed.subarray(nonceLength, tagAt));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function bytesOf(bound: Uint8Array | string): Uint8Array {
  return typeof bound === 'string' ? Buffer.from(bound) : bound;
}

// Chance is drawn for four thousand nonces at once: asking for each takes as long as sealing.
const drawn = new Uint8Array(4096 * nonceLength);
let used = drawn.length;

const nonce = new Uint8Array(nonceLength);

/** Twelve bytes never used before, until the next are drawn. */
function drawNonce(): void {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  for (let at = 0; at < nonceLength; at += 1) nonce[at] = drawn[used + at] as number;
  used += nonceLength;
}
