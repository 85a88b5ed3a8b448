// A file whose loading breaks off is tried again, and in the end it is in or refused: never neither.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { aCast, anUpload, aService, type Cast, got } from '../../../../test/support/made-facts.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import { perform, type Service } from '../../act/index.ts';
import { runTasks } from '../../jobs/index.ts';
import { loadFileJob } from './load-file-job.ts';
import { fileOfFacts } from './see-files.ts';
import { sendFile } from './send-file.ts';

const store = await aStore();
const { service } = await aService(store);
const breaking: Service = {
  ...service,
  step: (name) => {
    if (name === 'facts.load_file: closing') throw new Error('the disk is full');
  },
};

let cast: Cast;
beforeAll(async () => {
  const page = readFileSync('examples/northshire/contract.md', 'utf8');
  cast = await aCast(store, page, { Northshire: 'commissioner', 'Bright Futures': 'provider' });
});

const actor = () => cast.as('Northshire', 'case_worker');

async function sent(id: string): Promise<string> {
  const row = `${id},attached,${id},Bright Futures,leaving,2027-05-04`;
  const upload = await anUpload(service, `id,kind,participant,provider,group,day\n${row}\n`);
  const input = { programme: cast.programme, ...upload };
  return got(await perform(service, sendFile, { actor: actor(), input })).import;
}

async function stateOf(id: string) {
  const input = { programme: cast.programme, import: id };
  const { state, found } = got(await perform(service, fileOfFacts, { actor: actor(), input }));
  return [state, ...found.map(({ code }) => code)];
}

test('a file that broke off waits for the next try, and after the last it is refused', async () => {
  const id = await sent('a1');
  const payload = { programme: cast.programme, import: id };
  await expect(loadFileJob(breaking, payload)).rejects.toThrow('the disk is full');
  expect(await stateOf(id)).toEqual(['waiting']);
  const last = loadFileJob(breaking, payload, { isLastTry: true });
  await expect(last).rejects.toThrow('the disk is full');
  expect(await stateOf(id)).toEqual(['refused', 'facts_file.not_loaded']);
});

test('one of which the queue tries no more is loaded once the service starts anew', async () => {
  const id = await sent('a2');
  await owned('update graphile_worker._private_jobs set attempts = max_attempts');
  const running = await runTasks(service, (message) => expect(message).toBe(''));
  try {
    await expect.poll(async () => stateOf(id)).toEqual(['done']);
  } finally {
    await running.close();
  }
});

test('the queue tells of its last try', async () => {
  const id = await sent('a3');
  const faults: string[] = [];
  const running = await runTasks(breaking, (message) => faults.push(message));
  try {
    const refused = ['refused', 'facts_file.not_loaded'];
    // At the start it is queued with all its tries; the last of them is set once it has failed.
    await expect.poll(() => faults.length).toBeGreaterThan(0);
    await owned(`update graphile_worker._private_jobs
      set attempts = max_attempts - 1, run_at = now() where locked_at is null`);
    await expect.poll(async () => stateOf(id)).toEqual(refused);
  } finally {
    await running.close();
  }
});

async function owned(text: string): Promise<void> {
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
