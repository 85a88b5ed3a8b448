// The loading of a file, killed at each of its steps and begun again: nothing is half in, and
// nothing is in twice. And files in parts, whole, twice and in any order come to the same.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/service/access/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { fileOfFacts, loadFacts, loadFileJob, sendFile } from '../../src/service/facts-in/index.ts';
import { runTasks } from '../../src/service/jobs/index.ts';
import { aCast, anUpload, aService, type Cast, got } from '../support/made-facts.ts';
import { northshire } from '../support/made-programmes.ts';
import { root } from '../support/project-files.ts';
import { until } from '../support/until.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, folder } = await aService(store);
const parts = { Northshire: 'commissioner', 'Bright Futures': 'provider' } as const;

const header = 'id,kind,participant,provider,group,day,value';
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    at % 2 === 0
      ? `a${at},attached,P${at},Bright Futures,leaving,2027-05-04,`
      : `g${at},goals score,P${at - 1},,,2027-05-20,${at % 40}`,
  );
const csv = (rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

async function sent(cast: Cast, text: string) {
  const actor = cast.as('Northshire', 'case_worker');
  const input = { programme: cast.programme, ...(await anUpload(service, text)) };
  const { import: id } = got(await perform(service, sendFile, { actor, input }));
  return { programme: cast.programme, import: id };
}

async function loadedFrom(cast: Cast) {
  const read = await store.within({ reach: 'upkeep' }, async (tx) =>
    loadFacts({ tx, service }, cast.programme),
  );
  return got(read).facts;
}

const see = async (actor: Actor, input: Readonly<{ programme: string; import: string }>) =>
  got(await perform(service, fileOfFacts, { actor, input }));

/** Starts the loading in a process of its own, and kills it when it says this. */
async function killedAt(step: string, payload: unknown): Promise<string> {
  const given = { owner: store.owner, folder, payload, now: service.clock(), step };
  const program = join(root, 'test/support/load-in-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(given)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece) => {
    said += String(piece);
  });
  child.stdout.on('data', (piece) => {
    said += String(piece);
    if (said.includes(step)) child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
  return said;
}

describe('a file whose loading is killed', () => {
  test.for(['reading 4', 'reading 8', 'closing'])(
    'at "%s" is not in, and then is in once',
    async (step) => {
      const cast = await aCast(store, northshire, parts);
      const actor = cast.as('Northshire', 'case_worker');
      const payload = await sent(cast, csv(rowsOf(9_000)));
      const said = await killedAt(step, payload);
      expect(said).toContain(step);
      expect(said).not.toContain('done');
      expect(await loadedFrom(cast)).toEqual([]);
      expect((await see(actor, payload)).state).toBe('waiting');
      await loadFileJob(service, payload);
      expect(await see(actor, payload)).toMatchObject({ state: 'done', added: 9_000 });
      expect(await loadedFrom(cast)).toHaveLength(9_000);
    },
  );
});

test('a file whose program was killed is loaded by the next that starts, at once', async () => {
  const cast = await aCast(store, northshire, parts);
  const actor = cast.as('Northshire', 'case_worker');
  const payload = await sent(cast, csv(rowsOf(10)));
  await ownerAsks(`update graphile_worker._private_jobs set locked_at = now(),
    locked_by = 'a program that was killed', attempts = 1`);
  const jobs = await runTasks(service, (message) => {
    throw new Error(message);
  });
  await until(async () => (await see(actor, payload)).state !== 'waiting');
  await jobs.close();
  expect(await see(actor, payload)).toMatchObject({ state: 'done', added: 10 });
});

async function ownerAsks(text: string): Promise<void> {
  const client = new pg.Client(store.owner);
  await client.connect();
  await client.query(text);
  await client.end();
}

describe('files', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await aCast(store, northshire, parts);
  });

  test('in parts, whole, twice and in any order are the same facts', async () => {
    const cuts = fc.array(fc.nat(39), { maxLength: 4 });
    const rows = rowsOf(40);
    const ids = rows.map((row) => row.split(',')[0]);
    await fc.assert(
      fc.asyncProperty(cuts, fc.shuffledSubarray(rows, { minLength: 40 }), async (at, shuffled) => {
        cast = await aCast(store, northshire, parts);
        const edges = [0, ...at.toSorted((a, b) => a - b), 40];
        for (const [number, from] of edges.slice(0, -1).entries()) {
          const some = shuffled.slice(from, edges[number + 1]);
          if (some.length > 0) await loadFileJob(service, await sent(cast, csv(some)));
        }
        await loadFileJob(service, await sent(cast, csv(rows)));
        const facts = await loadedFrom(cast);
        expect(facts).toHaveLength(ids.length);
        expect(new Set(facts.map(({ participant }) => participant)).size).toBe(20);
      }),
      { numRuns: 6 },
    );
  });
});
