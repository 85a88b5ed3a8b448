import pg from 'pg';
import { expect, test } from 'vitest';
import { aProvider } from '../../../test/support/made-applications.ts';
import { aService } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform } from '../act/index.ts';
import { listPublicProviders } from '../joining/index.ts';
import { keepUp, runTasks, upkeepTask } from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-05');

test('the queue knows of a task that comes each day', async () => {
  const faults: string[] = [];
  const running = await runTasks(service, (message) => faults.push(message));
  const planned = await queued('select identifier from graphile_worker._private_known_crontabs');
  await running.close();
  expect([planned, faults]).toEqual([[{ identifier: upkeepTask }], []]);
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

async function queued(text: string) {
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
