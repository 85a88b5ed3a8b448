import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { assert } from '../../problem/index.ts';
import { jsonPieces } from '../bundle/json-pieces.ts';
import type { ColumnTable } from '../columns/column-table.ts';
import { type DuckDb, loadDuckDb } from '../columns/duck-db.ts';
import { type LyingOpen, lieOpen } from '../files/lie-open.ts';
import { copyTable } from '../line-files/write-column-chunks.ts';
import { type Archive, type ArchivedFile, archiveName, sealedArchive } from './archive.ts';
import { tarEnd, tarFile } from './tar.ts';

/** The files of an archive by what stands in them. */
export type FileSort = 'facts' | 'lines' | 'previousLines';

/** What is said in the small file besides the files. */
export type ArchiveAbout = Omit<Archive, FileSort | 'digest'>;

/** Writes an archive piece by piece, of which no more is held than one file. */
export type ArchiveWriter = Readonly<{
  /** A table of so many rows as one more file of its sort. */
  put: (sort: FileSort, table: ColumnTable, rows: number) => Promise<Uint8Array>;
  /** The small file and the end. */
  end: (about: ArchiveAbout) => Readonly<{ archive: Archive; bytes: Uint8Array }>;
  close: () => Promise<void>;
}>;

const fileNames: Readonly<Record<FileSort, string>> = {
  facts: 'facts',
  lines: 'lines',
  previousLines: 'previous-lines',
};

/** Whether archives can be written here. */
export async function isDuckDbThere(load = loadDuckDb): Promise<boolean> {
  return load().then(
    () => true,
    () => false,
  );
}

/** Opens a writer; undefined where DuckDB is not installed. */
export async function openArchiveWriter(load = loadDuckDb): Promise<ArchiveWriter | undefined> {
  const writer = await load().catch(() => undefined);
  if (writer === undefined) return undefined;
  const files: Record<FileSort, ArchivedFile[]> = { facts: [], lines: [], previousLines: [] };
  let lying: LyingOpen | undefined;
  return {
    put: async (sort, table, rows) => {
      lying ??= await lieOpen(nothing());
      const content = await parquetOf(writer, table, lying.path);
      const own = files[sort];
      const name = `${fileNames[sort]}-${String(own.length + 1).padStart(4, '0')}.parquet`;
      own.push({ name, rows, bytes: content.length, digest: digestOf(content) });
      return tarFile(name, content);
    },
    end: ({ previous, result, resultHash, ...about }) => {
      const { facts, lines, previousLines } = files;
      const said = { ...about, facts, lines, previous, previousLines, result, resultHash };
      const archive = sealedArchive(said);
      const content = Buffer.concat([...jsonPieces(archive)].map((piece) => Buffer.from(piece)));
      return { archive, bytes: Buffer.concat([tarFile(archiveName, content), tarEnd()]) };
    },
    close: async () => lying?.close(),
  };
}

/** DuckDB writes files alone: into one that has no name, and that is written over each time. */
async function parquetOf(writer: DuckDb, table: ColumnTable, path: string): Promise<Buffer> {
  await copyTable(writer, table, path);
  const content = await readFile(path);
  assert(content.subarray(0, 4).toString('latin1') === 'PAR1', 'what was written is Parquet');
  return content;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

export function digestOf(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
