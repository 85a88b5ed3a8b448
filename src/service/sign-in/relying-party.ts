import { isIP } from 'node:net';

/** For whom passkeys are made: the name in the service's address, and the whole of it. */
export type RelyingParty = Readonly<{ id: string; origin: string }>;

/** Undefined where people reach the service by a number: browsers make no passkeys for those. */
export function findRelyingParty(address: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(address);
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  const isSafe = protocol === 'https:' || hostname === 'localhost';
  return isNumber || !isSafe ? undefined : { id: hostname, origin };
}
