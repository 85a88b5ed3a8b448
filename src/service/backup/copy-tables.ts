import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { KeptTable, Snapshot } from '../../store/backup/index.ts';
import { type Manifest, tablePath } from './manifest.ts';
import { measure } from './measure.ts';

/** Writes every table of a snapshot, piece by piece, whatever its length. */
export async function copyTables(snapshot: Snapshot, folder: string): Promise<Manifest['tables']> {
  const tables: Manifest['tables'] = [];
  for (const table of snapshot.tables) {
    tables.push(await copyTable(snapshot, table, tablePath(folder, table.name)));
  }
  return tables;
}

async function copyTable(
  snapshot: Snapshot,
  table: KeptTable,
  path: string,
): Promise<Manifest['tables'][number]> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const rows = measure();
  const stored = measure();
  await pipeline(
    snapshot.read(table),
    rows.through,
    createGzip({ level: constants.Z_BEST_SPEED }),
    stored.through,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  // In the text format of COPY a line's end stands nowhere but at the end of a row.
  const { bytes, sha256 } = stored.measured();
  const { name, columns } = table;
  return { name, columns: [...columns], rows: rows.measured().lines, bytes, sha256 };
}
