import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '../../problem/index.ts';
import { filePath, listStoredFiles } from '../../store/files/index.ts';
import { backupFilePath, fileListPath, type Manifest } from './manifest.ts';
import { type Measured, measure } from './measure.ts';
import { storedFileDamaged } from './problems.ts';

/** Copies one file; undefined where it is not there. */
export async function copyFile(from: string, to: string): Promise<Measured | undefined> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const { through, measured } = measure();
  try {
    await pipeline(
      createReadStream(from),
      through,
      createWriteStream(to, { mode: 0o600, flush: true }),
    );
    return measured();
  } catch (error) {
    const isGone = error instanceof Error && 'path' in error && error.path === from;
    if (isGone && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Copies every stored file. They never change, and each is named by its hash: one that is not what
 * its name says is left out and told of, so that a damaged disk does not end all backups.
 */
export async function copyFiles(
  from: string,
  folder: string,
): Promise<Readonly<{ files: Manifest['files']; damaged: readonly Problem[] }>> {
  const damaged: Problem[] = [];
  let count = 0;
  const list = measure();
  async function* names(): AsyncGenerator<string> {
    // Where nothing was ever stored there is no folder.
    if (!existsSync(from)) return;
    for await (const { name } of listStoredFiles(from)) {
      const copied = await copyFile(filePath(from, name), backupFilePath(folder, name));
      if (copied === undefined) continue;
      if (copied.sha256 === name) {
        count += 1;
        yield `${name}\n`;
        continue;
      }
      damaged.push(storedFileDamaged(filePath(from, name)));
      await rm(backupFilePath(folder, name), { force: true });
    }
  }
  const path = fileListPath(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(names(), list.through, out);
  const { bytes, sha256 } = list.measured();
  return { files: { count, bytes, sha256 }, damaged };
}
