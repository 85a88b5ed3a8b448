import { assert } from '../../problem/index.ts';

const written = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this is a UUID as PostgreSQL writes it. */
export function isUuid(text: string): boolean {
  return written.test(text);
}

/** Writes the sixteen bytes of a UUID. */
export function writeUuid(bytes: Buffer, at: number, uuid: string): void {
  assert(isUuid(uuid), 'what has a key is named by a UUID in small letters');
  bytes.write(uuid.replaceAll('-', ''), at, 'hex');
}

/** The UUID of sixteen bytes, as PostgreSQL writes it. */
export function readUuid(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  const [first, second] = [hex.slice(0, 8), hex.slice(8, 12)];
  return `${first}-${second}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
