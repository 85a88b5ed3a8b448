import type { Key } from './seal.ts';
import { shortHmac } from './short-hmac.ts';

/**
 * Stands for a sender's own reference: 16 bytes by which the same reference is known again under
 * the same key. Without the key nothing can be read back from it, nor compared with the marks of
 * another programme.
 */
export function mark(key: Key, text: string): Buffer {
  return shortHmac(key, `mark\0${text}`).subarray(0, 16);
}
