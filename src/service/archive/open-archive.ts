import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Problem, Result } from '../../problem/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import {
  archivedFileBeside,
  archivedFileChanged,
  archivedFileMissing,
  bundleUnreadable,
  notABundle,
} from '../bundle/problems.ts';
import { type LyingOpen, lieOpen } from '../files/lie-open.ts';
import { type Archive, type ArchivedFile, archiveName, isArchiveAsWritten } from './archive.ts';
import { filesOf, parseArchive } from './parse-archive.ts';
import { readTar, type TarEntry } from './tar.ts';

/** An archive of which every file is as it was written. */
export type OpenArchive = Readonly<{
  archive: Archive;
  /** Lets one of its files lie open for DuckDB, which reads files alone. */
  lieOpen: (file: ArchivedFile) => Promise<LyingOpen>;
  close: () => Promise<void>;
}>;

/** Opens an archive; where anything in it is not as it was written, that is said. */
export async function openArchive(path: string): Promise<Result<OpenArchive>> {
  const handle = await open(path).catch((error: unknown) => getFileReason(error));
  if (typeof handle === 'string') {
    return { ok: false, problems: [bundleUnreadable(path, handle)] };
  }
  const opened = await openFiles(path, handle).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  if (!opened.ok) await handle.close();
  return opened;
}

async function openFiles(path: string, handle: FileHandle): Promise<Result<OpenArchive>> {
  const entries = await readTar(handle);
  if (entries === undefined) {
    return { ok: false, problems: [notABundle(path, 'it is cut off or damaged')] };
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry] as const));
  const small = byName.get(archiveName);
  if (small === undefined || small.bytes > smallMost) {
    return { ok: false, problems: [notABundle(path, `it holds no ${archiveName}`)] };
  }
  const archive = parseArchive(path, await textOf(handle, small));
  if (!archive.ok) return archive;
  const problem = await findChanged(path, archive.value, { handle, entries, byName });
  if (problem) return { ok: false, problems: [problem] };
  return {
    ok: true,
    value: {
      archive: archive.value,
      lieOpen: async ({ name }) => lieOpen(piecesOf(handle, byName.get(name) as TarEntry)),
      close: () => handle.close(),
    },
  };
}

/** No text can be longer than this. */
const smallMost = 500_000_000;

type Files = Readonly<{
  handle: FileHandle;
  entries: readonly TarEntry[];
  byName: ReadonlyMap<string, TarEntry>;
}>;

/** The first thing in it that is not as it was written. */
async function findChanged(
  path: string,
  archive: Archive,
  { handle, entries, byName }: Files,
): Promise<Problem | undefined> {
  if (!isArchiveAsWritten(archive)) return archivedFileChanged(path, archiveName);
  const named = new Set([archiveName]);
  for (const { name, digest } of filesOf(archive)) {
    const entry = byName.get(name);
    if (entry === undefined || named.has(name)) return archivedFileMissing(path, name);
    named.add(name);
    if ((await digestOf(handle, entry)) !== digest) return archivedFileChanged(path, name);
  }
  const isBeside = ({ name }: TarEntry) => !named.has(name) || entries.length > named.size;
  const beside = entries.find(isBeside);
  return beside && archivedFileBeside(path, beside.name);
}

async function digestOf(handle: FileHandle, entry: TarEntry): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(handle, entry)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}

async function textOf(handle: FileHandle, entry: TarEntry): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(handle, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const bytesAtOnce = 1 << 20;

async function* piecesOf(
  handle: FileHandle,
  { from, bytes }: TarEntry,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < bytes; ) {
    const piece = Buffer.alloc(Math.min(bytesAtOnce, bytes - done));
    const { bytesRead } = await handle.read(piece, 0, piece.length, from + done);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    done += bytesRead;
  }
}
