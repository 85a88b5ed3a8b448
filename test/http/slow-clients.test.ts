// Clients that hold a connection for as long as they can: each is ended in its time, and whoever is
// slow for honest reasons is not.
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openServer } from '../../src/http/index.ts';
import { routes } from '../../src/http/routes/index.ts';
import type { SlowLimits } from '../../src/http/slow-clients.ts';
import { perform } from '../../src/service/act/index.ts';
import { findActor, makeToken } from '../../src/service/sign-in/index.ts';
import { screens, showProblems } from '../../src/web/index.ts';
import { loadAssets } from '../../src/web/look/index.ts';
import { certificate } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { freePort } from '../support/served.ts';
import { until } from '../support/until.ts';
import { aStore } from '../support/with-store.ts';

const { service, folder } = await aService(await aStore(), '2027-04-05');
const programme = await aPublishedProgramme({ service, staff: await aStaff(service) });
const harbour = await aStaff(service, 'Harbour House');
const actor = await harbour.as('administrator', 'provider_staff');
const input = { name: 'joining', scopes: ['joining:read', 'joining:change'], days: 1 };
const { token } = got(await perform(service, makeToken, { actor, input }));

const { all: assets, frame: pageAssets } = await loadAssets();
const said: string[] = [];
const port = await aServerThatWaits({ headersMs: 1000, windowMs: 500, windowBytesMin: 50 });
// Who is fair sends thirty times as much as must come, so that a busy machine makes nobody slow.
const patient = await aServerThatWaits({ headersMs: 60_000, windowMs: 1500, windowBytesMin: 20 });

async function aServerThatWaits(slow: SlowLimits): Promise<number> {
  const server = await openServer({
    service,
    routes,
    screens,
    assets,
    pageAssets,
    findActor,
    showProblems,
    version: 'test',
    log: (line) => said.push(line),
    slow,
  });
  const at = await freePort();
  await server.listen({ host: '127.0.0.1', port: at });
  afterAll(async () => server.close());
  return at;
}

/** A connection, what came back over it, and when it was ended. */
async function dial(at = port) {
  const socket: Socket = connect({ host: '127.0.0.1', port: at });
  const heard = { text: '', isEnded: false };
  socket.on('data', (piece) => {
    heard.text += String(piece);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    heard.isEnded = true;
  });
  await new Promise((done) => socket.once('connect', done));
  return { socket, heard };
}

const head = (bytes: number) =>
  [
    `POST /api/programmes/${programme}/application/documents?field=insured_proof HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/pdf',
    'Connection: close',
    `Content-Length: ${bytes}`,
    '\r\n',
  ].join('\r\n');

async function stored(): Promise<number> {
  const files = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true });
  return files.filter((each) => each.isFile()).length;
}

test('headers that never end are ended', async () => {
  const { socket, heard } = await dial();
  socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const writing = setInterval(() => socket.write('a'), 100);
  await until(() => heard.isEnded);
  clearInterval(writing);
  expect(heard.text).toMatch(/^HTTP\/1.1 408 /);
});

test('a connection over which nothing comes is ended', async () => {
  const { heard } = await dial();
  await until(() => heard.isEnded);
});

test('a form that comes byte by byte is ended', async () => {
  const { socket, heard } = await dial();
  socket.write(
    'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=',
  );
  const writing = setInterval(() => socket.write('a'), 100);
  await until(() => heard.isEnded);
  clearInterval(writing);
});

test('half an upload is ended, and nothing of it stays', async () => {
  const before = await stored();
  const { socket, heard } = await dial();
  socket.write(head(1_000_000));
  socket.write(certificate.subarray(0, 30));
  await until(() => heard.isEnded);
  await until(async () => (await stored()) === before);
});

test('who is slow at a fair pace is heard to the end', async () => {
  const { socket, heard } = await dial(patient);
  const text = Buffer.concat([certificate, Buffer.alloc(1200, '%')]);
  socket.write(head(text.length));
  for (let at = 0; at < text.length; at += 20) {
    socket.write(text.subarray(at, at + 20));
    await sleep(50);
  }
  await until(() => heard.isEnded);
  expect(heard.text).toMatch(/^HTTP\/1.1 201 /);
});

test('a client that went away is no fault of ours', () => {
  expect(said.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});
