import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { routes } from '../../src/http/routes/index.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { ask } from './asking.ts';
import { aWorld, type World } from './world.ts';

// A file is what came with the request. Whoever could name one would name another's: its key is
// destroyed with whom it is said to be about, and what was never sent would count as shown.

const store = await aStore();
let world: World;
let server: Served['server'];
beforeAll(async () => {
  world = await aWorld(store);
  ({ server } = await served(world.service));
});

/** The places in a schema at which a file is named by its key. */
function uploadsIn(schema: unknown, at: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, each]) => [
    ...(name === 'upload' ? [at] : []),
    ...uploadsIn(each, `${at}/${name}`),
  ]);
}

test('is named by no call: those that take one are sent it', () => {
  const named = routes
    .filter(({ takesFile }) => takesFile === undefined)
    .flatMap(({ method, path, action }) => uploadsIn(action.input, `${method} ${path}`));
  expect(named).toEqual([]);
  const taking = routes.filter(({ takesFile }) => takesFile !== undefined);
  expect(taking.flatMap(({ path, action }) => uploadsIn(action.input, path))).not.toEqual([]);
});

test('is not believed in what a fact is written with', async () => {
  const { programme, participant } = world.one.ids;
  const by = world.one.provider.has('provider_staff');
  const shown = { upload: randomUUID(), file: 'a'.repeat(64), fileType: 'html', fileBytes: 7 };
  const body = { fact: { kind: 'level 2', participant, day: '2027-09-01' }, shown };
  const url = `/api/programmes/${programme}/facts/one`;
  const answer = await ask(server, { method: 'POST', url, by, body });
  expect(answer.json()).toMatchObject({ problems: [{ code: 'input.otherwise', field: 'shown' }] });
});

test('is what was sent, whatever the address says', async () => {
  const { programme, fact } = world.one.ids;
  const by = world.one.provider.has('provider_staff');
  const named = { upload: randomUUID(), file: 'a'.repeat(64), fileType: 'html', fileBytes: '7' };
  const url = `/api/programmes/${programme}/claims/${fact}/evidence?${new URLSearchParams(named)}`;
  const sent = await ask(server, { method: 'POST', url, by, body: Buffer.from('%PDF-1.7\nsent') });
  expect(sent.statusCode).toBe(201);
  const { evidence } = sent.json<{ evidence: string }>();
  const kept = await ask(server, {
    method: 'GET',
    url: `/api/programmes/${programme}/evidence/${evidence}`,
    by: world.one.commissioner.has('verifier'),
  });
  expect([kept.headers['content-type'], kept.body]).toEqual(['application/pdf', '%PDF-1.7\nsent']);
});
