import { createHmac } from 'node:crypto';
import type { Key } from './seal.ts';

/**
 * Stands for a sender's own reference: 16 bytes by which the same reference is known again under
 * the same key. Without the key nothing can be read back from it, nor compared with the marks of
 * another programme.
 */
export function mark(key: Key, text: string): Buffer {
  return createHmac('sha256', key).update('mark\0').update(text, 'utf8').digest().subarray(0, 16);
}
