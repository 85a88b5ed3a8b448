import { join } from 'node:path';
import { assert } from '../../problem/index.ts';

/** Where files are that are still coming in. */
export const incomingFolder = 'incoming';

/** Where a stored file lies: in folders by the first characters of its name. */
export function filePath(folder: string, name: string): string {
  assert(isFileName(name), 'a stored file is named by 64 hexadecimal digits');
  return join(folder, name.slice(0, 2), name.slice(2, 4), name);
}

export function isFileName(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
