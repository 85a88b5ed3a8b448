import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../test/support/project-files.ts';

/** Puts the tables that a built program makes beside it, and gives its path again. */
export function withMigrations(path: string): string {
  const beside = join(dirname(path), 'migrations');
  cpSync(join(root, 'src/store/migrations'), beside, { recursive: true });
  return path;
}
