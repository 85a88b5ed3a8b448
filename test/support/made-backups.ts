import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Service } from '../../src/service/act/index.ts';
import { makeBackup, type RestoreAsked, restoreBackup } from '../../src/service/backup/index.ts';
import { openFiles } from '../../src/store/files/index.ts';
import { type Connection, openStore } from '../../src/store/index.ts';
import { openKeys } from '../../src/store/keys/index.ts';
import { got } from './made-facts.ts';

/** Folders for backups and for the places that they are put into, taken away after the tests. */
export function backupFolders(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-backup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** Copies a service, with its keys apart. */
export async function backedUp(
  { service, folder }: Readonly<{ service: Service; folder: string }>,
  to: string,
) {
  const made = await makeBackup({
    owner: service.store.owner,
    openKeys: async () => ({ ok: true, value: service.keys }),
    folder,
    to,
    keysTo: `${to}-keys`,
    version: '0.0.0',
    onProgress: () => {},
  });
  const { manifest, warnings } = got(made);
  return { to, keys: `${to}-keys`, manifest, warnings };
}

/** Puts a backup into a folder and a database of its own. */
export async function putBack(
  from: Readonly<{ to: string; keys: string; digest?: string }>,
  place: Readonly<{ folder: string; owner: Connection }>,
  more: Partial<RestoreAsked> = {},
) {
  return restoreBackup({
    from: from.to,
    keysFrom: from.keys,
    folder: place.folder,
    database: { owner: place.owner },
    env: {},
    clock: () => Date.parse('2028-01-01T00:00:00Z'),
    onProgress: () => {},
    ...more,
  });
}

/** A service over what was put back. */
export async function openedAgain(
  { folder, owner }: Readonly<{ folder: string; owner: Connection }>,
  clock: () => number,
): Promise<Service> {
  const store = got(await openStore({ owner }));
  afterAll(async () => store.close());
  return {
    store,
    keys: got(await openKeys(join(folder, 'keys'), {}, { isInUse: true })),
    files: got(await openFiles(join(folder, 'files'))),
    clock,
    address: 'http://localhost:4000',
  };
}
