import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// No process has this number anywhere.
const nobody = 2_147_483_647;

/**
 * Says that the server that wrote the file is gone: its number may belong to another process now,
 * or be that of a dead one which nobody has buried. The rest stays, as PostgreSQL sees by it
 * whether processes of the old server still write to the data.
 */
export function disownPostmasterFile(cluster: string): void {
  const path = join(cluster, name);
  const text = readFileSync(path, 'utf8');
  if (text.trim() === '') rmSync(path);
  else writeFileSync(path, text.replace(/^[^\n]*/, String(nobody)));
}
