import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What each form must bring back. It is made from the sign-in, or, before anybody has signed in,
 * from a value that the browser alone holds.
 */
export function csrfOf(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url');
}

/** Compares in a time that tells nothing about where two texts differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
