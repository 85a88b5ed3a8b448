import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { atTables } from '../../test/support/made-workers.ts';
import { aMigratedDatabase } from '../../test/support/with-store.ts';
import { appendEntry, keepTimeZone, openStore, type Store } from './index.ts';

const owner = await aMigratedDatabase();
const opened: Store[] = [];
afterAll(async () => {
  for (const store of opened) await store.close();
});

const upkeep = { reach: 'upkeep' } as const;
const at = '2027-06-01T09:00:00.000Z';

async function openIn(timeZone?: string) {
  const store = await openStore({ owner, ...(timeZone === undefined ? {} : { timeZone }) });
  if (store.ok) opened.push(store.value);
  return store.ok ? store.value : store.problems.map(({ code }) => code);
}

async function keepIn(timeZone: string, isSaid = true) {
  const store = await openIn(timeZone);
  if (Array.isArray(store)) return store;
  return (store as Store).within(upkeep, async (tx) =>
    keepTimeZone(tx, { name: timeZone, at, isSaid }),
  );
}

test('what names no time zone is refused, and so is what the database reads the other way', async () => {
  expect(await openIn('Mars/Olympus')).toEqual(['time_zone.not_known']);
  expect(await openIn('+05:00')).toEqual(['time_zone.not_known']);
  expect(await openIn('UTC; drop table record')).toEqual(['time_zone.not_known']);
});

test('the database reckons days in the time zone of the service', async () => {
  const store = (await openIn('Pacific/Auckland')) as Store;
  const days = await store.read(upkeep, async ({ client }) =>
    client.query(`select '2027-04-30T11:59:59Z'::timestamptz::date as before,
      '2027-04-30T12:00:00Z'::timestamptz::date as after,
      '2027-04-30T12:00:00Z'::timestamptz as moment`),
  );
  expect(days.rows).toEqual([
    { before: '2027-04-30', after: '2027-05-01', moment: '2027-04-30T12:00:00.000Z' },
  ]);
});

test('it stays with the data: another is taken until something was done, and none after', async () => {
  expect(await keepIn('Pacific/Auckland')).toMatchObject({ ok: true });
  expect(await openIn()).toMatchObject({ timeZone: 'Pacific/Auckland' });
  expect(await keepIn('Europe/London')).toMatchObject({ ok: true });
  const store = (await openIn()) as Store;
  expect(store.timeZone).toBe('Europe/London');
  await store.read(upkeep, async (tx) =>
    appendEntry(tx, {
      chain: randomUUID(),
      at,
      account: null,
      organisation: null,
      act: 'organisations.found',
      about: {},
      fingerprint: null,
    }),
  );
  expect(await openIn('Pacific/Auckland')).toEqual(['time_zone.kept_otherwise']);
  expect(await openIn('Europe/London')).toMatchObject({ timeZone: 'Europe/London' });
  expect(await openIn('europe/london')).toMatchObject({ timeZone: 'Europe/London' });
  const other = { name: 'Pacific/Auckland', at, isSaid: true };
  expect(await store.within(upkeep, async (tx) => keepTimeZone(tx, other))).toMatchObject({
    problems: [{ code: 'time_zone.kept_otherwise' }],
  });
});

test('data that were begun before any was kept take none that nobody named', async () => {
  const store = (await openIn('Europe/London')) as Store;
  await atTables(store, async (client) => client.query('delete from time_zone'));
  expect(await keepIn('Pacific/Auckland', false)).toMatchObject({
    problems: [{ code: 'time_zone.not_said' }],
  });
  expect(await keepIn('Europe/London', true)).toMatchObject({ ok: true });
  expect(await keepIn('Europe/London', false)).toMatchObject({ ok: true });
});
