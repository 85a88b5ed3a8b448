// The service as a person starts it: with nothing there, stopped, killed, and started twice.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isOwnMachine } from '../../src/cli/serve/is-own-machine.ts';
import { daysAfter } from '../../src/service/demonstration/days.ts';
import { password, signIns } from '../../src/service/demonstration/index.ts';
import { livingDays } from '../../src/service/demonstration/pages.ts';
import { root } from '../support/project-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-serve-'));
// As root the database runs as somebody else, who must be able to come in.
chmodSync(folder, 0o755);
const data = join(folder, 'data');
const env = { ...process.env, OUTTURN_DATA: data, DATABASE_URL: '', NODE_NO_WARNINGS: '1' };
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) await end(child, 'SIGKILL');
  const postgres = postgresOf();
  if (postgres !== undefined) process.kill(postgres, 'SIGQUIT');
  await until(() => postgresOf() === undefined);
  rmSync(folder, { recursive: true, force: true });
});

const program = join(root, 'bin/outturn.mjs');
const words = ['serve', '--demonstration', '--port', '0', '--format', 'json'];

/** A service that was started, with what it says. */
function begin(more: readonly string[] = words) {
  const child = spawn(process.execPath, [program, ...more], { cwd: root, env });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += String(text);
  });
  child.stderr.on('data', (text) => {
    said.err += String(text);
  });
  return { child, said };
}

type Begun = ReturnType<typeof begin>;

async function ready(begun: Begun) {
  await untilSaid(begun, 'out', '\n');
  return JSON.parse(begun.said.out.split('\n')[0] ?? '');
}

/** One that ends before it has said so fails the test with all that it said. */
async function untilSaid({ child, said }: Begun, where: 'out' | 'err', text: string) {
  const isSaidOrOver = () => said[where].includes(text) || child.exitCode !== null;
  await until(isSaidOrOver, () => `it never said "${text}", but ${said.out}${said.err}`);
  expect(said[where] + said.err).toContain(text);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await until(() => child.exitCode !== null || child.signalCode !== null);
}

/** The number of the database's first process, while it runs. */
function postgresOf(): number | undefined {
  try {
    const [first = ''] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
    const number = Number(first);
    if (!(number > 1)) return undefined;
    process.kill(number, 0);
    return number;
  } catch {
    return undefined;
  }
}

/** Signs in by the form, as a browser without scripts does, and reads with what that gives. */
async function signIn(address: string, email: string) {
  const page = await fetch(`${address}/sign-in`);
  const way = cookieOf(page);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: way, origin: address },
    body: new URLSearchParams({ csrf, email, password }),
  });
  expect([email, answer.status]).toEqual([email, 303]);
  const cookie = cookieOf(answer);
  return async (path: string) => {
    const given = await fetch(`${address}${path}`, { headers: { cookie } });
    expect([path, given.status]).toEqual([path, 200]);
    return given;
  };
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .flatMap((cookie) => cookie.split(';')[0] ?? [])
    .join('; ');
}

async function jsonOf(given: Response) {
  return JSON.parse(await given.text());
}

let running: Begun;
let address: string;

test('loading that is killed is begun anew, and then all of it is there once', async () => {
  const broken = begin();
  await untilSaid(broken, 'err', 'the finished programme');
  await end(broken.child, 'SIGKILL');
  const refused = spawnSync(process.execPath, [program, 'serve', '--port', '0'], { env });
  expect(String(refused.stderr)).toContain('demonstration.broken_off');
  running = begin();
  const said = await ready(running);
  expect(running.said.err).toContain('is loaded anew');
  expect(said).toMatchObject({ folder: data, isOther: false, signIns });
  ({ address } = said);
  const read = await signIn(address, 'omar@northshire.example');
  const { programmes } = await jsonOf(await read('/api/programmes'));
  expect(programmes).toHaveLength(4);
});

test('who asks whether it is up learns nothing of the program, and who holds the folder does', async () => {
  const asked = async (query: string) => (await fetch(`${address}/health${query}`)).json();
  expect(await asked('')).toEqual({ up: true });
  const proof = expect.stringMatching(/^[\w-]{43}$/);
  expect(await asked('?of=abc')).toEqual({ up: true, proof });
  const mark = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'));
  const answer = createHmac('sha256', mark.secret).update('abc').digest('base64url');
  expect(await asked('?of=abc')).toEqual({ up: true, proof: answer });
});

test('the finished programme comes to what was published, to the penny', async () => {
  const read = await signIn(address, 'omar@northshire.example');
  const { programmes } = await jsonOf(await read('/api/programmes'));
  const totals: string[] = [];
  for (const { programme } of programmes) {
    const { settlements } = await jsonOf(await read(`/api/programmes/${programme}/settlements`));
    totals.push(...settlements.map((each: { total: string }) => each.total));
  }
  const { published } = JSON.parse(
    readFileSync(join(root, 'examples/care-leavers-reboot-west/example.json'), 'utf8'),
  );
  expect(totals).toContain(published.amount);
});

test('everybody can sign in, and is shown their programmes', async () => {
  for (const { email } of signIns) {
    const read = await signIn(address, email);
    expect(await (await read('/programmes')).text()).toContain('<h1');
  }
});

test('what a provider did in two programmes stands in its record on the days it was done', async () => {
  const read = await signIn(address, 'kit@harbourhouse.example');
  const { entries } = await jsonOf(await read('/api/record'));
  const drafts = entries.filter(({ act }: { act: string }) => act === 'joining.save_draft');
  const days = drafts.map(({ at }: { at: string }) => at.slice(0, 10));
  expect(days).toHaveLength(2);
  const { publishedOn } = livingDays(new Date().toISOString().slice(0, 10));
  // Its first programme was joined before it began, the other some months into it.
  expect(days[0] < daysAfter(publishedOn, 30)).toBe(true);
  expect(days[1] > daysAfter(publishedOn, 60)).toBe(true);
});

test('a case worker reads of each programme what the public reads, without an amount', async () => {
  const read = await signIn(address, 'dan@northshire.example');
  const { programmes } = await jsonOf(await read('/api/programmes'));
  const published = programmes.filter(({ version }: { version?: number }) => version !== undefined);
  expect(published).toHaveLength(3);
  for (const { programme } of published) {
    const text = await (await read(`/programmes/${programme}`)).text();
    expect(text).toContain('[amount]');
    expect(text.match(/.{0,40}[£€$]\s?\d.{0,20}/gu) ?? []).toEqual([]);
  }
});

test('a second one says where the first answers, and ends', async () => {
  const second = begin();
  expect(await ready(second)).toMatchObject({ address, isOther: true });
  await until(() => second.child.exitCode !== null);
  expect(second.child.exitCode).toBe(0);
});

test('where the database is killed it is started again, and the service goes on', async () => {
  const before = postgresOf();
  if (before === undefined) throw new Error('the database runs');
  process.kill(before, 'SIGKILL');
  await until(() => postgresOf() !== undefined && postgresOf() !== before);
  await untilSaid(running, 'err', 'started again');
  await until(async () => (await fetch(`${address}/`)).status === 200);
});

test('killed and started again it has lost nothing, and finds its database running', async () => {
  const database = postgresOf();
  await end(running.child, 'SIGKILL');
  expect(postgresOf()).toBe(database);
  running = begin();
  ({ address } = await ready(running));
  expect(postgresOf()).toBe(database);
  expect(running.said.err).not.toContain('Loading');
  const read = await signIn(address, 'ruth@northshire.example');
  expect((await jsonOf(await read('/api/programmes'))).programmes).toHaveLength(4);
});

test('stopped it ends in order, and its database with it', async () => {
  await end(running.child, 'SIGTERM');
  expect(running.child.exitCode).toBe(0);
  expect(postgresOf()).toBeUndefined();
});

test('a demonstration is never served beyond the machine it is on', async () => {
  for (const where of [
    ['--host', '0.0.0.0'],
    ['--address', 'https://outturn.example'],
  ]) {
    const refused = begin(['serve', '--port', '0', '--format', 'json', ...where]);
    await until(() => refused.child.exitCode !== null);
    expect(refused.said.out).toContain('demonstration.reachable_by_others');
  }
  expect(postgresOf()).toBeUndefined();
});

test('what is of this machine alone is told by its name', () => {
  const own = ['localhost', '127.0.0.1', '127.9.9.9', '::1', 'http://localhost:4180'];
  const others = ['0.0.0.0', '::', '192.168.0.2', 'outturn.example', 'https://localhost', '127.x'];
  expect(own.filter((where) => !isOwnMachine(where))).toEqual([]);
  expect(others.filter(isOwnMachine)).toEqual([]);
});

test('a port that is none is wrong use', () => {
  expect(runOutturn(['serve', '--port', '70000'])).toMatchObject({ status: 2 });
});
