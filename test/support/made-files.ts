import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for the tests of one file, taken away after them. */
export function madeFolder(): { path: (name: string) => string; put: PutFile } {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const put: PutFile = (name, content) => {
    writeFileSync(path(name), content);
    return path(name);
  };
  return { path, put };
}

type PutFile = (name: string, content: string | Uint8Array) => string;
