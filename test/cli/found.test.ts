// Whoever runs the service founds organisations and lets people back in, on its own machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runBeside } from '../support/run-outturn.ts';
import { aMigratedDatabase } from '../support/with-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-found-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { host = '', port = 0, user = '', password = '', database } = await aMigratedDatabase();
const place = `${encodeURIComponent(host)}:${port}/${database}`;
const env = {
  OUTTURN_DATA: folder,
  DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${place}`,
};
const run = async (words: readonly string[]) => runBeside(words, { env });

const email = 'ada@northshire.example';
const founding = ['--email', email, '--person', 'Ada Lane', '--format', 'json'];
const address = ['--address', 'https://outturn.northshire.example'];
const link = /^https:\/\/outturn\.northshire\.example\/way-back\/\S+$/;

test('an organisation is founded, and its first administrator is given a way in', async () => {
  const { status, stdout } = await run(['found', 'Northshire Council', ...founding, ...address]);
  const { organisation, link: shown } = JSON.parse(stdout);
  expect([status, organisation, shown]).toEqual([
    0,
    expect.stringMatching(/^[0-9a-f-]{36}$/),
    expect.stringMatching(link),
  ]);
});

test('who has an account already signs in as before', async () => {
  const words = ['found', 'Southshire Council', ...founding, '--duties', 'commissioner'];
  const { status, stdout } = await run(words);
  expect([status, Object.keys(JSON.parse(stdout))]).toEqual([0, ['organisation']]);
});

test('a duty that there is not, and duties that do not go together, found nothing', async () => {
  const unknown = await run(['found', 'Eastshire', ...founding, '--duties', 'mayor']);
  expect([unknown.status, JSON.parse(unknown.stdout).problems[0].code]).toEqual([
    1,
    'input.otherwise',
  ]);
});

test('somebody who lost every way of signing in is given a link, and a stranger none', async () => {
  const { status, stdout } = await run(['way-back', email, ...address]);
  expect([status, stdout.split('\n')[1]?.trim()]).toEqual([0, expect.stringMatching(link)]);
  const stranger = await run(['way-back', 'nobody@northshire.example', '--format', 'json']);
  expect([stranger.status, JSON.parse(stranger.stdout).problems.length]).toEqual([1, 1]);
});
