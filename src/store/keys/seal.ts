import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { Result } from '../../problem/index.ts';
import { keyObject } from './key-object.ts';
import { sealedNotOpened } from './problems.ts';

/** A key of 32 bytes. It is held no longer than the work that asked for it. */
export type Key = Uint8Array;

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
  const nonce = drawNonce();
  const cipher = createCipheriv(algorithm, keyObject(key), nonce);
  cipher.setAAD(bytesOf(bound));
  const sealed = Buffer.allocUnsafe(sealLength + plain.length);
  sealed.set(nonce);
  sealed.set(cipher.update(plain), nonceLength);
  cipher.final();
  sealed.set(cipher.getAuthTag(), nonceLength + plain.length);
  return sealed;
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

/** Twelve bytes never handed out before, to be used before the next are drawn. */
function drawNonce(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += nonceLength;
  return drawn.subarray(used - nonceLength, used);
}
