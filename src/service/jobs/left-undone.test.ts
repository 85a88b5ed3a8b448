// What of the daily upkeep cannot be done keeps nothing else from being done, and is seen.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { aProvider } from '../../../test/support/made-applications.ts';
import { aCast, aService } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import {
  aPublishedProgramme,
  aStaff,
  northshire,
  type Staff,
} from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform } from '../act/index.ts';
import { listPublicProviders, pauseProvider } from '../joining/index.ts';
import { readLeftUndone, readRecord } from '../record/index.ts';
import { keepUp, keepUpToday } from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-05');

test('one provider that cannot be paused keeps no other from it, and its buyer sees it', async () => {
  const [north, south] = [await aStaff(service), await aStaff(service, 'Southshire Council')];
  const programmes = [
    await aPublishedProgramme({ service, staff: north }),
    await aPublishedProgramme({ service, staff: south }),
  ] as const;
  const harbour = await aStaff(service, 'Harbour House');
  const expiresOn = '2027-04-30';
  const joins = async (programme: string, by: Staff) =>
    aProvider({ service, programme, staff: harbour, by, expiresOn });
  await joins(programmes[0], north);
  await joins(programmes[1], south);
  const { organisation } = harbour;
  await owned(`create function stands_still() returns trigger language plpgsql as $$
      begin raise exception 'it stands still'; end $$;
    create trigger stands_still before update on provider for each row
      when (new.programme = '${programmes[0]}') execute function stands_still()`);
  setDay('2027-05-01');
  expect(await keepUp(service)).toEqual([`providers (${organisation}): error: it stands still`]);
  expect([await isOpen(programmes[0]), await isOpen(programmes[1])]).toEqual([[true], [false]]);
  const left = {
    part: 'providers',
    programme: programmes[0],
    about: organisation,
    codes: ['service.at_fault'],
    name: expect.any(String),
    since: '2027-05-01T09:00:00.000Z',
  };
  expect([await leftSeenBy(north), await leftSeenBy(south)]).toEqual([[left], []]);
  setDay('2027-05-02');
  expect(await keepUp(service)).toHaveLength(1);
  expect(await leftSeenBy(north)).toEqual([left]);
  const about = { part: 'providers', about: organisation, codes: ['service.at_fault'] };
  expect(await notedIn(programmes[0], north)).toEqual([about]);
  await owned('drop trigger stands_still on provider');
  expect(await keepUp(service)).toEqual([]);
  expect(await isOpen(programmes[0])).toEqual([false]);
  expect(await leftSeenBy(north)).toEqual([]);
});

test('where the clock was set back, the day of a programme is not before its last entry', async () => {
  const staff = await aStaff(service, 'Eastshire Council');
  setDay('2027-07-01');
  const programme = await aPublishedProgramme({ service, staff });
  const harbour = await aStaff(service, 'Open Door');
  await aProvider({ service, programme, staff: harbour, by: staff, expiresOn: '2027-07-31' });
  setDay('2027-08-02');
  const actor = await staff.as('commissioner');
  const input = { programme, organisation: harbour.organisation };
  got(await perform(service, pauseProvider, { actor, input }));
  setDay('2027-07-20');
  expect(await keepUp(service)).toEqual([]);
  const { rows } = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select paused_by from provider where programme = $1', [programme]),
  );
  expect(rows[0]?.paused_by).toEqual(['commissioner', 'condition']);
});

test('one erasure that cannot be finished keeps no other from it', async () => {
  const cast = await aCast(store, northshire, { Westshire: 'commissioner' });
  const { programme } = cast;
  const [stuck, free] = [randomUUID(), randomUUID()];
  for (const id of [stuck, free]) {
    await owned(`insert into participant (programme, id, entered_at, entered_by)
      values ('${programme}', '${id}', '2027-06-01T09:00Z', '${cast.organisation('Westshire')}')`);
  }
  got(await service.keys.makeParticipantKeys(programme, [stuck, free]));
  got(await service.keys.eraseParticipantKeys(programme, [stuck, free]));
  await owned(`create function holds() returns trigger language plpgsql as $$
      begin raise exception 'it holds'; end $$;
    create trigger holds before update on participant for each row
      when (new.id = '${stuck}') execute function holds()`);
  expect(await keepUp(service)).toEqual([`erasures (${stuck}): error: it holds`]);
  const { rows } = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select id from participant where programme = $1 and erased_at is not null', [
      programme,
    ]),
  );
  expect(rows).toEqual([{ id: free }]);
  await owned('drop trigger holds on participant');
  expect(await keepUp(service)).toEqual([]);
});

test('what fails is tried again on its day, and not for ever', async () => {
  const faults: string[] = [];
  await owned(`create function no_sweep() returns trigger language plpgsql as $$
      begin raise exception 'nothing goes'; end $$;
    create trigger no_sweep before delete on once for each statement execute function no_sweep()`);
  setDay('2027-09-01');
  for (const _ of [1, 2, 3, 4, 5]) await keepUpToday(service, (words) => faults.push(words));
  const words = 'The daily upkeep could not do this: answers (all): error: nothing goes';
  expect(faults).toEqual([words, words, words]);
  await owned('drop trigger no_sweep on once');
  setDay('2027-09-02');
  await keepUpToday(service, (each) => faults.push(each));
  expect(faults).toHaveLength(3);
});

async function isOpen(programme: string): Promise<readonly boolean[]> {
  const visitor = { actor: { kind: 'anyone' } as const, input: { programme } };
  const { providers } = got(await perform(service, listPublicProviders, visitor));
  return providers.map((each) => each.isOpen);
}

async function leftSeenBy(staff: Staff) {
  const actor = await staff.as('administrator');
  return got(await perform(service, readLeftUndone, { actor, input: {} })).left;
}

async function notedIn(chain: string, staff: Staff) {
  const actor = await staff.as('commissioner');
  const { entries } = got(await perform(service, readRecord, { actor, input: { chain } }));
  return entries.filter(({ act }) => act === 'record.keep_left_undone').map(({ about }) => about);
}

async function owned(text: string): Promise<void> {
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    await client.query(`set search_path to outturn; ${text}`);
  } finally {
    await client.end();
  }
}
