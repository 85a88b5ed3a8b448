import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { anUpload, aProvider } from '../../../test/support/made-applications.ts';
import { aService } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import { aPublishedProgramme, aStaff, northshire } from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { filePath } from '../../store/files/index.ts';
import { fileColumns } from '../../store/index.ts';
import { perform } from '../act/index.ts';
import { listPublicProviders } from '../joining/index.ts';
import { beginProgramme } from '../programmes/index.ts';
import { keepUp, runTasks, upkeepTask } from './index.ts';

const store = await aStore();
const { service, setDay, folder } = await aService(store, '2027-04-05');

test('the queue knows of a task that comes each day', async () => {
  const faults: string[] = [];
  const running = await runTasks(service, (message) => faults.push(message));
  // The queue writes it down by itself once it is worked on.
  const known = 'select identifier from graphile_worker._private_known_crontabs';
  await expect.poll(async () => queued(known)).toEqual([{ identifier: upkeepTask }]);
  await running.close();
  expect(faults).toEqual([]);
});

test('a day brings what it brings: a document that ran out ends new referrals', async () => {
  const staff = await aStaff(service);
  const programme = await aPublishedProgramme({ service, staff });
  const provider = await aStaff(service, 'Harbour House');
  const asked = { service, programme, staff: provider, by: staff, expiresOn: '2027-04-30' };
  await aProvider(asked);
  setDay('2027-05-01');
  await keepUp(service);
  await keepUp(service);
  const visitor = { actor: { kind: 'anyone' } as const, input: { programme } };
  const { providers } = got(await perform(service, listPublicProviders, visitor));
  expect(providers.map(({ isOpen }) => isOpen)).toEqual([false]);
});

test('a file that came to nothing is removed after a day, and one that is named never is', async () => {
  const [named = ''] = await storedNames();
  const [orphan, young] = [(await anUpload(service)).file, (await anUpload(service)).file];
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const name of [named, orphan]) utimesSync(filePath(join(folder, 'files'), name), old, old);
  await keepUp(service);
  const left = await storedNames();
  expect([named, orphan, young].map((name) => left.includes(name))).toEqual([true, false, true]);
});

test('every column that names a stored file is asked before one is removed', async () => {
  const found = await queued(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'outturn' and column_name like '%file%' order by 1`,
  );
  expect(found.map(({ name }) => name)).toEqual(fileColumns);
});

test('answers to changes are forgotten after a week', async () => {
  const staff = await aStaff(service, 'Southshire Council');
  const actor = await staff.as('commissioner');
  const asked = { actor, onceKey: 'asked-in-may', input: { name: 'A page', text: northshire } };
  const { programme } = got(await perform(service, beginProgramme, asked));
  setDay('2027-05-07');
  await keepUp(service);
  expect(got(await perform(service, beginProgramme, asked)).programme).toBe(programme);
  setDay('2027-05-09');
  await keepUp(service);
  expect(got(await perform(service, beginProgramme, asked)).programme).not.toBe(programme);
});

async function storedNames(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of service.files.list()) names.push(name);
  return names;
}

async function queued(text: string) {
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
