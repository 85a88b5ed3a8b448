import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Result } from '../../problem/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { writeWhole } from '../files/write-whole.ts';
import { backupDamaged, backupNotWhole, backupOfLaterForm, backupUnreadable } from './problems.ts';

const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const whole = { additionalProperties: false } as const;

/** What lies on the disk: how long it is, and its hash. */
const measured = { bytes: Type.Integer({ minimum: 0 }), sha256 } as const;

const manifestSchema = Type.Object(
  {
    form: Type.Literal(1),
    /** The version of Outturn that made it. */
    version: Type.String(),
    /** The moment that it shows, by the clock of the database. */
    at: Type.String(),
    migrations: Type.Array(Type.String()),
    tables: Type.Array(
      Type.Object(
        {
          name: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
          columns: Type.Array(Type.String()),
          rows: Type.Integer({ minimum: 0 }),
          ...measured,
        },
        whole,
      ),
    ),
    sequences: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, whole)),
    jobs: Type.Array(
      Type.Object(
        {
          task: Type.String(),
          payload: Type.Unknown(),
          key: Type.Union([Type.String(), Type.Null()]),
          at: Type.String(),
        },
        whole,
      ),
    ),
    /** The list of stored files, each of which is named by its own hash. */
    files: Type.Object({ count: Type.Integer({ minimum: 0 }), ...measured }, whole),
    digest: sha256,
  },
  whole,
);

/** What a backup holds, and the hash of every part of it. */
export type Manifest = Static<typeof manifestSchema>;

const manifestName = 'manifest.json';

/** Where a table's rows lie in a backup. */
export function tablePath(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.copy.gz`);
}

/** Where the names of the stored files stand in a backup, one a line, in order. */
export function fileListPath(folder: string): string {
  return join(folder, 'files.txt');
}

/** Where a stored file lies in a backup. */
export function backupFilePath(folder: string, name: string): string {
  return join(folder, 'files', name.slice(0, 2), name.slice(2, 4), name);
}

/** Writes the manifest: the last step, by which a backup becomes one. */
export async function writeManifest(
  folder: string,
  rest: Omit<Manifest, 'digest'>,
): Promise<Result<Manifest>> {
  const manifest = { ...rest, digest: digestOf(rest) };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const written = await writeWhole(join(folder, manifestName), text);
  return written.ok ? { ok: true, value: manifest } : written;
}

/** Reads the manifest of a backup that is whole and was not changed. */
export async function readManifest(folder: string): Promise<Result<Manifest>> {
  const path = join(folder, manifestName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? undefined : getFileReason(error);
    return {
      ok: false,
      problems: [reason ? backupUnreadable(path, reason) : backupNotWhole(path)],
    };
  }
  return parseManifest(text, path);
}

function parseManifest(text: string, path: string): Result<Manifest> {
  const data = findObject(text);
  if (data === undefined) return { ok: false, problems: [backupDamaged(path)] };
  if (data.form !== 1) return { ok: false, problems: [backupOfLaterForm(path, data.form)] };
  if (!Value.Check(manifestSchema, data)) return { ok: false, problems: [backupDamaged(path)] };
  const { digest, ...rest } = data;
  return digestOf(rest) === digest
    ? { ok: true, value: data }
    : { ok: false, problems: [backupDamaged(path)] };
}

function findObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of all the rest in canonical JSON (RFC 8785): it stands for the whole backup. */
function digestOf(rest: Omit<Manifest, 'digest'>): string {
  return createHash('sha256')
    .update(String(canonicalize(rest)))
    .digest('hex');
}
