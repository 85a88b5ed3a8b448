import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../problem/index.ts';
import { restoreBrokenOff } from './problems.ts';

/** Says in the folder of files which backup is being put back there, until it is. */
export function markPath(folder: string): string {
  return join(folder, 'files', 'being-restored');
}

/** Whether a restoration was broken off here: then nobody is to work on half of the data. */
export function findBrokenOff(folder: string): Problem | undefined {
  return existsSync(markPath(folder)) ? restoreBrokenOff(folder) : undefined;
}
