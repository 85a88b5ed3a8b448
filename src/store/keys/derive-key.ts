import { createHmac } from 'node:crypto';
import type { Key } from './seal.ts';

/**
 * A further key made from one that is random already: the first block of HKDF-Expand with SHA-256
 * (RFC 5869, sections 2.3 and 3.3). Each purpose has its own, and none leads back to the first.
 */
export function deriveKey(key: Key, purpose: Uint8Array | string): Buffer {
  return createHmac('sha256', key).update(purpose).update(Uint8Array.of(1)).digest();
}
