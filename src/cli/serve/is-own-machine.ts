import { isIPv4 } from 'node:net';

/** Whether a host or an address is one that no other machine reaches, and is not behind a proxy. */
export function isOwnMachine(where: string): boolean {
  const address = where.includes('://')
    ? where
    : `http://${where.includes(':') ? `[${where}]` : where}`;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:') return false;
  return hostname === 'localhost' || hostname === '[::1]' || isLoopback(hostname);
}

function isLoopback(hostname: string): boolean {
  return isIPv4(hostname) && hostname.startsWith('127.');
}
