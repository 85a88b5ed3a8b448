import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL writes about itself into the folder of its data. */
export type PostmasterFile = Readonly<{
  pid: number;
  port: number;
  /** The folder of its socket; empty where it has none. */
  socketFolder: string;
  /** The address that it listens on; empty where it does not. */
  address: string;
  status: string;
}>;

const name = 'postmaster.pid';

/** Reads it; empty, as it is for a moment at the start, it has the number 0. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(cluster, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const [pid = '', , , port = '', socketFolder = '', address = '', , status = ''] = lines;
  // A server for one alone writes its number with a minus.
  return { pid: Math.abs(Number(pid)), port: Number(port), socketFolder, address, status };
}

/** Takes away the file of a server that is gone, whose number belongs to another process now. */
export function removePostmasterFile(cluster: string): void {
  rmSync(join(cluster, name), { force: true });
}
