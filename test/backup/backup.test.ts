// A programme with months of money, copied while facts come in, and put back elsewhere.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Day } from '../../src/calendar/index.ts';
import { perform, type Service } from '../../src/service/act/index.ts';
import { findBrokenOff, makeBackup } from '../../src/service/backup/index.ts';
import { arrivals, files, loadFacts, sendFile } from '../../src/service/facts-in/index.ts';
import { listOfStatements } from '../../src/service/money/index.ts';
import { eraseParticipant } from '../../src/service/people/index.ts';
import { migrationNames } from '../../src/store/backup/index.ts';
import { type Connection, openStore } from '../../src/store/index.ts';
import { openKeys } from '../../src/store/keys/index.ts';
import { backedUp, backupFolders, openedAgain, putBack } from '../support/made-backups.ts';
import { anUpload, aService, type Cast, codesOf, got } from '../support/made-facts.ts';
import { financeOf, type Stage, sendFacts } from '../support/made-settlements.ts';
import { playNorthshire } from '../support/northshire.ts';
import { aDatabase, aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay, folder } = await aService(store, '2027-04-01');
const path = backupFolders();
const places = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(async () => aDatabase()));
const source = { service, folder };

let stage: Stage;
let cast: Cast;
let whole: Awaited<ReturnType<typeof backedUp>>;

const settledOn: readonly Day[] = ['2027-06-30', '2027-09-30', '2027-12-31'];

beforeAll(async () => {
  ({ stage } = await playNorthshire({ store, service, setDay }, { settledOn }));
  ({ cast } = stage);
  const actor = cast.as('Northshire Council', 'case_worker');
  const sent = await anUpload(service, 'id,kind,participant,day\nx1,referred,P-900,2028-01-01\n');
  const input = { programme: cast.programme, ...sent };
  got(await perform(service, sendFile, { actor, input }));
  await keepPaymentOfBefore();
  whole = await backedUp(source, path('whole'));
});

// Of what a bank told, rows that no statement is for were kept before 0067, and stay.
async function keepPaymentOfBefore(): Promise<void> {
  const owner = new pg.Client(store.owner);
  await owner.connect();
  const rule = 'payment_of_a_statement';
  const { rows } = await owner.query<{ said: string }>(
    'select pg_get_constraintdef(oid) as said from pg_constraint where conname = $1',
    [rule],
  );
  await owner.query(`alter table outturn.payment drop constraint ${rule};
    insert into outturn.payment (programme, id, payer, payee, bank_reference, statement_reference,
      amount_units, currency, day, recorded_by, recorded_at)
    select '${cast.programme}', gen_random_uuid(), 'Northshire Council', 'Stationers', 'B-1', '',
      4200, 'GBP', '2027-07-01', id, '2027-07-02T09:00Z' from outturn.account limit 1;
    alter table outturn.payment add constraint ${rule} ${rows[0]?.said}`);
  await owner.end();
}

function place(at: number) {
  return { folder: path(`place-${at}`), owner: places[at] as Connection };
}

test('restored elsewhere, every settlement comes out again, every chain holds', async () => {
  const there = place(0);
  const restored = got(await putBack(whole, there));
  expect(restored.checked).toMatchObject({ settlements: 3 });
  expect(restored.checked.entries).toBeGreaterThan(6);
  expect(restored.erased).toBe(0);
  expect(await contentsOf(there.owner)).toEqual(await contentsOf(store.owner));
  const again = await openedAgain(there, service.clock);
  const { one: actor } = financeOf(stage);
  const asked = { actor, input: { programme: cast.programme } };
  expect(await perform(again, listOfStatements, asked)).toEqual(
    await perform(service, listOfStatements, asked),
  );
});

test('what waited in the queue waits there too, and its file can be read', async () => {
  const owner = new pg.Client(place(0).owner);
  await owner.connect();
  const { rows } = await owner.query<{ task: string; key: string }>(
    'select task_identifier as task, key from graphile_worker.jobs',
  );
  await owner.end();
  expect(rows).toMatchObject([{ task: 'load_facts_file' }]);
  const again = await openedAgain(place(0), service.clock);
  const { loadFileJob } = await import('../../src/service/facts-in/index.ts');
  const [, id] = rows[0]?.key.split('/') ?? [];
  await loadFileJob(again, { programme: cast.programme, import: id });
  const actor = cast.as('Northshire Council', 'case_worker');
  const listed = got(await perform(again, files, { actor, input: { programme: cast.programme } }));
  expect(JSON.stringify(listed)).toContain('"done"');
});

test('new rows are numbered after those that were restored', async () => {
  const owner = new pg.Client(place(0).owner);
  await owner.connect();
  const { rows } = await owner.query<{ max: bigint; next: bigint }>(
    `select max(number) as max, nextval('outturn.fact_number_seq') as next from outturn.fact`,
  );
  await owner.end();
  expect(Number(rows[0]?.next)).toBeGreaterThan(Number(rows[0]?.max));
});

test('a backup is of one moment, whatever comes in while it is made', async () => {
  let isDone = false;
  const actor = cast.as('Northshire Council', 'case_worker');
  const sending = (async () => {
    for (let count = 0; !isDone; count += 1) {
      const fact = {
        id: `b${count}`,
        kind: 'referred',
        participant: `Q-${count}`,
        day: '2027-07-01',
      };
      const input = { programme: cast.programme, facts: [fact] };
      got(await perform(service, sendFacts, { actor, input }));
    }
  })();
  const meanwhile = await backedUp(source, path('meanwhile'));
  isDone = true;
  await sending;
  const there = place(1);
  got(await putBack(meanwhile, there));
  const [facts, arrived] = await counts(there.owner);
  expect(facts).toBe(arrived);
  expect(facts).toBeLessThan((await counts(store.owner))[0] ?? 0);
  const again = await openedAgain(there, service.clock);
  const listed = await perform(again, arrivals, { actor, input: { programme: cast.programme } });
  expect(listed.ok).toBe(true);
});

test('those erased since stay erased when an older backup is restored with newer keys', async () => {
  const gone = await oneSettledAndOneNot();
  expect(gone).toHaveLength(2);
  const actor = cast.as('Northshire Council', 'commissioner');
  for (const participant of gone) {
    const input = { programme: cast.programme, participant, why: 'asked by them' as const };
    got(await perform(service, eraseParticipant, { actor, input }));
  }
  const newer = path('newer-keys');
  got(await service.keys.copyTo(newer));
  const there = place(2);
  const restored = got(await putBack({ ...whole, keys: newer }, there));
  expect(restored).toMatchObject({ erased: 2, checked: { settlements: 3 } });
  const again = await openedAgain(there, service.clock);
  const read = await again.store.read({ reach: 'upkeep' }, async (tx) =>
    got(await loadFacts({ service: again, tx }, cast.programme)),
  );
  expect(read.erased).toEqual(gone.toSorted());
  expect(read.facts.filter(({ participant = '' }) => gone.includes(participant))).toEqual([]);
});

test('each part that was changed is found, and nothing is restored', async () => {
  const there = place(3);
  for (const name of ['tables/fact.copy.gz', 'files.txt', 'manifest.json', aFileIn(whole.to)]) {
    const file = join(whole.to, name);
    const before = readFileSync(file);
    const changed = Buffer.from(before);
    const at = Math.floor(changed.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect([name, ...codesOf(await putBack(whole, there))]).toEqual([name, 'backup.damaged']);
    writeFileSync(file, before);
  }
  expect(await hasTables(there.owner)).toBe(false);
  const digest = 'f'.repeat(64);
  const other = await putBack(whole, there, { digest });
  expect(codesOf(other)).toEqual(['backup.other_digest']);
});

test('keys of other data, and a folder without any, are said plainly; the right ones then do', async () => {
  const there = place(3);
  const others = path('other-keys');
  const keys = got(await openKeys(others, {}));
  got(await keys.makePersonKeys(['0b5f3c1e-5a87-4a53-9d26-0f4b2b3a9a11']));
  expect(codesOf(await putBack({ ...whole, keys: others }, there))).toEqual(['keys.missing']);
  expect(codesOf(await putBack({ ...whole, keys: path('nowhere') }, there))).toEqual([
    'backup.keys_not_there',
  ]);
  expect(findBrokenOff(there.folder)).toBeUndefined();
  const digest = whole.manifest.digest;
  expect(got(await putBack(whole, there, { digest })).checked.settlements).toBe(3);
});

test('a backup is put into an empty place alone, and written into one', async () => {
  expect(codesOf(await putBack(whole, place(3)))).toEqual(['restore.place_not_empty']);
  const elsewhere = { ...place(3), folder: path('another') };
  expect(codesOf(await putBack(whole, elsewhere))).toEqual(['restore.place_not_empty']);
  const to = { owner: store.owner, folder, version: '0', onProgress: () => {} };
  const keys = async () => ({ ok: true, value: service.keys }) as const;
  const again = await makeBackup({ ...to, openKeys: keys, to: whole.to });
  expect(codesOf(again)).toEqual(['backup.place_not_empty']);
  const inside = { ...to, openKeys: keys, to: path('out'), keysTo: path('out/keys') };
  expect(codesOf(await makeBackup(inside))).toEqual(['backup.keys_together']);
  const without = got(await makeBackup({ ...to, openKeys: keys, to: path('without') }));
  expect(without.warnings.map(({ code }) => code)).toEqual(['backup.without_keys']);
});

test('what was broken off is no backup, and a database without our tables has none', async () => {
  expect(codesOf(await putBack({ ...whole, to: whole.keys }, place(4)))).toEqual([
    'backup.not_whole',
  ]);
  const nothing = await makeBackup({
    owner: place(4).owner,
    openKeys: async () => ({ ok: true, value: service.keys }),
    folder: path('none'),
    to: path('of-nothing'),
    version: '0',
    onProgress: () => {},
  });
  expect(codesOf(nothing)).toEqual(['backup.nothing_there']);
});

test('changes of a settlement that is not there are not put back', async () => {
  const owner = new pg.Client(store.owner);
  await owner.connect();
  const strange = 'aaaaaaaa-0000-4000-8000-000000000000';
  await owner.query(`alter table outturn.settlement_change disable trigger user;
    insert into outturn.settlement_change (programme, settlement, place, line, clause, outcome,
      provider, payee, taken_back_units, paid_units, payers, cause)
    values ('${cast.programme}', '${strange}', 1, 'a line', 'a clause', 'an outcome', 'Bright Futures',
      'Bright Futures', 0, 0, '[]', '{}')`);
  const damaged = await backedUp(source, path('strange'));
  await owner.query(`delete from outturn.settlement_change where settlement = '${strange}';
    alter table outturn.settlement_change enable trigger user`);
  await owner.end();
  const there = { folder: path('place-strange'), owner: await aDatabase() };
  expect(codesOf(await putBack(damaged, there))).toEqual(['restore.refused']);
});

test('a backup of an earlier version is brought up to date', async () => {
  const there = place(4);
  const migrations = migrationNames().slice(0, 5);
  const earlier = got(await openStore({ owner: there.owner, migrations }));
  await earlier.close();
  const owner = new pg.Client(there.owner);
  await owner.connect();
  await owner.query(`insert into outturn.organisation
    values ('6f0d8a52-7c1d-4c55-8f0d-2f6c1a7e9b10', 'Northshire Council', null, null, now())`);
  await owner.end();
  const opened = { ...service, store: { ...store, owner: there.owner } } satisfies Service;
  const old = await backedUp({ service: opened, folder: path('none') }, path('old'));
  expect(old.manifest.migrations).toEqual(migrations);
  const now = place(5);
  got(await putBack(old, now));
  const client = new pg.Client(now.owner);
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select name from outturn.migration');
  const { rows: kept } = await client.query('select name from outturn.organisation');
  await client.end();
  expect(rows.map(({ name }) => name).toSorted()).toEqual(migrationNames());
  expect(kept).toEqual([{ name: 'Northshire Council' }]);
});

async function oneSettledAndOneNot(): Promise<readonly string[]> {
  const client = new pg.Client(store.owner);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `(select id from outturn.participant where id in
        (select participant from outturn.settlement_line) order by id limit 1)
      union all
      (select participant from outturn.fact where known < '2027-12-01' and participant not in
        (select participant from outturn.settlement_line where participant is not null)
        and participant in (select id from outturn.participant) order by 1 limit 1)`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}

function aFileIn(backup: string): string {
  const inner = readdirSync(join(backup, 'files'), { recursive: true, encoding: 'utf8' });
  const [name = ''] = inner.filter((each) => /[0-9a-f]{64}$/.test(each));
  return join('files', name);
}

async function contentsOf(connection: Connection): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'outturn'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const text = `select count(*) || ' ' || coalesce(md5(string_agg(row_text, '' order by row_text)),
      '') as all from (select t::text as row_text from outturn."${name}" t) rows`;
    const { rows: all } = await client.query<{ all: string }>(text);
    found[name] = all[0]?.all ?? '';
  }
  await client.end();
  return found;
}

async function counts(connection: Connection): Promise<readonly number[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ facts: string; arrived: string }>(
    `select (select count(*) from outturn.fact)::text as facts,
      (select sum(facts) from outturn.arrival)::text as arrived`,
  );
  await client.end();
  return [Number(rows[0]?.facts), Number(rows[0]?.arrived)];
}

async function hasTables(connection: Connection): Promise<boolean> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rowCount } = await client.query("select from pg_namespace where nspname = 'outturn'");
  await client.end();
  return rowCount !== 0;
}
