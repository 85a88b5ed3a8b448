import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  aCast,
  anUpload,
  aService,
  type Cast,
  codesOf,
  got,
} from '../../../../test/support/made-facts.ts';
import { madeFolder } from '../../../../test/support/made-files.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import type { Actor } from '../../access/index.ts';
import { perform } from '../../act/index.ts';
import { eraseParticipant, lookUpParticipant } from '../../people/index.ts';
import { arrivals } from '../list-arrivals.ts';
import { giveUpFile } from './give-up-file.ts';
import { loadFileJob } from './load-file-job.ts';
import { mapFile } from './map-file.ts';
import { readCells } from './reading.ts';
import { rowsToMend } from './rows-to-mend.ts';
import { fileOfFacts } from './see-files.ts';
import { sendFile } from './send-file.ts';

const store = await aStore();
const { service } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');

let cast: Cast;
let council: Actor;
beforeAll(async () => {
  cast = await aCast(store, page, { Northshire: 'commissioner', 'Bright Futures': 'provider' });
  council = cast.as('Northshire', 'case_worker');
});

const header = 'id,kind,participant,provider,group,day,from,to,value';
const good = [
  'a1,attached,Sam,Bright Futures,leaving,2027-05-04,,,',
  'a2,attached,Kim,Bright Futures,leaving,2027-05-04,,,',
  's1,goals score,Sam,,,2027-05-05,,,12',
];
const csv = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

/** Attachments as Parquet: of each its id, its kind and its day. */
async function parquetOf(rows: readonly string[]): Promise<Uint8Array> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const { path, put } = files;
  put('rows.csv', `id,kind,day\n${rows.join('\n')}\n`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (select id, kind, id || ' person' participant,
      'Bright Futures' provider, 'leaving' as "group", day from read_csv('${path('rows.csv')}'))
    to '${path('rows.parquet')}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(path('rows.parquet'));
}

const files = madeFolder();

/** Sends a file and has it loaded. */
async function send(text: string | Uint8Array, rest: Record<string, string> = {}, actor = council) {
  const upload = await anUpload(service, text);
  const input = { programme: cast.programme, ...upload, ...rest };
  const sent = got(await perform(service, sendFile, { actor, input }));
  if (sent.state === 'waiting') await load(sent.import);
  return sent.import;
}

const load = async (id: string) => loadFileJob(service, { programme: cast.programme, import: id });

const see = async (id: string, actor = council) =>
  perform(service, fileOfFacts, { actor, input: { programme: cast.programme, import: id } });

const countArrivals = async () => {
  const asked = { actor: council, input: { programme: cast.programme } };
  return got(await perform(service, arrivals, asked)).arrivals.length;
};

describe('a file', () => {
  test('is loaded whole, and what it held is forgotten', async () => {
    const id = await send(csv(...good));
    expect(got(await see(id))).toMatchObject({ state: 'done', added: 3, rowsRead: 3 });
    expect(await countArrivals()).toBe(1);
    await load(id);
    expect(await countArrivals()).toBe(1);
  });

  test('sent again changes nothing', async () => {
    const id = await send(csv(...good));
    expect(got(await see(id))).toMatchObject({ state: 'done', added: 0, sentBefore: 3 });
    expect(await countArrivals()).toBe(1);
  });

  test('with anything wrong is refused, each row and column named, and is mended by its rows at fault', async () => {
    const id = await send(
      csv(
        'b1,attached,Lou,Bright Futures,leaving,2027-05-04,,,',
        'b2,atached,Max,Bright Futures,leaving,2027-05-04,,,',
        'b3,attached,Joe,Bright Futures,leaving,2027-07-04,,,',
      ),
    );
    const refused = got(await see(id));
    expect(refused).toMatchObject({ state: 'refused', problems: 2 });
    expect(refused.found.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['fact.kind_unknown', 3, 'kind'],
      ['fact.known_after_today', 4, 'day'],
    ]);
    const input = { programme: cast.programme, import: id };
    const given = got(await perform(service, rowsToMend, { actor: council, input })) as {
      body: string;
    };
    const mended = given.body.replace('atached', 'attached').replace('2027-07-04', '2027-05-05');
    expect(given.body.split('\n')).toHaveLength(4);
    const second = await send(mended, { mends: id });
    expect(got(await see(second))).toMatchObject({ state: 'done', added: 3 });
    const third = await send(mended);
    expect(got(await see(third))).toMatchObject({ state: 'done', added: 0, sentBefore: 2 });
  });

  test('in Parquet is mended as CSV is, and its place here is told to nobody', async () => {
    const rows = ['p1,attached,2027-05-04', 'p2,atached,2027-05-04', 'p3,attached,2027-05-06'];
    const id = await send(await parquetOf(rows));
    const refused = got(await see(id));
    expect(refused.found.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['fact.kind_unknown', 2, 'kind'],
    ]);
    const input = { programme: cast.programme, import: id };
    const asked = { actor: council, input };
    const { body } = got(await perform(service, rowsToMend, asked)) as { body: string };
    expect(body.split('\n')[1]).toMatch(/^p2,atached,p2 person,/);
    const second = await send(body.replace('atached', 'attached'), { mends: id });
    expect(got(await see(second))).toMatchObject({ state: 'done', added: 3 });
    const junk = got(await see(await send('PAR1 and no more of it PAR1')));
    expect(junk.found.map(({ code }) => code)).toEqual(['facts.parquet_unreadable']);
    expect(JSON.stringify(junk)).not.toMatch(/proc|tmp/);
  });

  test('of a sender’s own columns is mapped once, and loads as it is the second time', async () => {
    const own = 'Ref;Client;Event;Date\r\nx1;Sam;Qualified at 2;20/05/2027\r\n';
    const first = await send(own);
    const shown = got(await see(first));
    expect(shown).toMatchObject({ state: 'unmapped', header: ['Ref', 'Client', 'Event', 'Date'] });
    const reading = {
      separator: ';',
      columns: { Ref: 'id', Client: 'participant', Event: 'kind', Date: 'day' },
      kinds: { 'Qualified at 2': 'level 2' },
      fixed: {},
      days: 'day/month/year',
    };
    const input = { programme: cast.programme, import: first };
    const map = async (changed: object) =>
      perform(service, mapFile, {
        actor: council,
        input: { ...input, reading: { ...reading, ...changed } },
      });
    expect(
      codesOf(await map({ kinds: { x: 'level 9' }, columns: { Ref: 'id', Client: 'id' } })),
    ).toEqual(['mapping.column_twice id', 'mapping.without_column kind', 'mapping.kind_unknown x']);
    got(await map({}));
    await load(first);
    expect(got(await see(first))).toMatchObject({ state: 'done', added: 1 });
    const second = await send(own.replace('x1', 'x2').replace('20/05', '21/05'));
    expect(got(await see(second))).toMatchObject({ state: 'done', added: 1 });
  });

  test('may hold what every object has by that name: it is what stands there', async () => {
    const id = await send(csv('c1,constructor,toString,,,2027-05-04,,,', ...good.slice(1)));
    const actor = council;
    const input = { programme: cast.programme, import: id };
    const { body } = got(await perform(service, rowsToMend, { actor, input })) as { body: string };
    expect(body).toContain('c1,constructor,toString,');
    const mapped = { columns: { What: 'kind' }, kinds: {}, fixed: {} };
    const reading = { ...mapped, separator: ',', days: 'year-month-day' } as const;
    const { kind } = readCells(reading, ['What', 'constructor'], ['__proto__', 'x']);
    expect(kind).toBe('__proto__');
  });

  test('of more columns than anybody would say the meaning of is refused', async () => {
    const wide = Array.from({ length: 501 }, (_, at) => `column ${at}`).join(',');
    const upload = await anUpload(service, `${wide}\n`);
    const input = { programme: cast.programme, ...upload };
    const sent = await perform(service, sendFile, { actor: council, input });
    expect(codesOf(sent)).toEqual(['facts_file.columns_too_many']);
  });

  test('that is given up is unreadable', async () => {
    const id = await send(csv('c1,attached,Ann,Bright Futures,leaving,,,,'));
    const input = { programme: cast.programme, import: id };
    got(await perform(service, giveUpFile, { actor: council, input }));
    expect(codesOf(await perform(service, rowsToMend, { actor: council, input }))).toEqual([
      'facts_file.other_state import',
    ]);
    expect(got(await see(id)).found).toEqual([]);
  });

  test('that waits while somebody is erased is given up, also where it is being loaded', async () => {
    await send(csv('e1,attached,Eve,Bright Futures,leaving,2027-05-04,,,'));
    const commissioner = cast.as('Northshire', 'commissioner');
    const { programme } = cast;
    const named = { programme, reference: 'Eve' };
    const { participant } = got(
      await perform(service, lookUpParticipant, { actor: council, input: named }),
    );
    const rows = csv('e2,goals score,Eve,,,2027-05-05,,,12', 'e3,goals score,Sam,,,2027-05-06,,,9');
    const input = { programme, ...(await anUpload(service, rows)) };
    const { import: id } = got(await perform(service, sendFile, { actor: council, input }));
    let isErased = false;
    const onStep = async () => {
      if (isErased) return;
      isErased = true;
      const why = { programme, participant, why: 'asked by them' };
      got(await perform(service, eraseParticipant, { actor: commissioner, input: why }));
    };
    await loadFileJob(service, { programme, import: id }, { onStep });
    expect([isErased, got(await see(id)).state]).toEqual([true, 'given up']);
  });

  test('of another organisation is not there', async () => {
    const id = await send(csv(...good));
    const bright = cast.as('Bright Futures', 'provider_staff');
    expect(codesOf(await see(id, bright))).toEqual(['facts_file.not_there import']);
  });

  test('of people of whom nobody was told comes in, and that is said, with none of its words', async () => {
    const met = got(await see(await send(csv('n0,level 2,Sam,,,2027-05-06,,,'))));
    expect(met).toMatchObject({ state: 'done', added: 1, found: [] });
    const rows = ['Zed', 'Ann Example', 'Yve'].map(
      (who, at) => `n${at + 1},level 2,${who},,,2027-05-06,,,`,
    );
    const told = got(
      await see(await send(csv('n4,attached,Una,Bright Futures,leaving,2027-05-06,,,', ...rows))),
    );
    expect(told).toMatchObject({ state: 'done', added: 4, problems: 0 });
    expect(told.found.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['participant.named_as_person', 4, 'participant'],
      ['participant.not_met', 3, 'participant'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Zed|Example|Yve|Una/);
  });
});

// Beyond a million bytes a file is read and sealed on a thread, and sent by the ten thousand.
describe('a large file', () => {
  const padding = 'n'.repeat(60);
  const wide = `${header},known,state,replaces,note`;
  const rowOf = (cells: Readonly<Record<string, string>>) =>
    wide
      .split(',')
      .map((column) => cells[column] ?? (column === 'note' ? padding : ''))
      .join(',');
  const score = (at: number) => ({
    id: `l${at}`,
    kind: 'goals score',
    participant: `Large ${at % 500}`,
    day: '2027-05-20',
    value: String(at % 40),
  });
  const rows = [
    // It takes the place of a fact that comes long after it.
    rowOf({ ...score(9999), id: 'c1', value: '7', replaces: 'l9999' }),
    ...Array.from({ length: 500 }, (_, at) =>
      rowOf({
        id: `la${at}`,
        kind: 'attached',
        participant: `Large ${at}`,
        provider: 'Bright Futures',
        group: 'leaving',
        day: '2027-05-04',
      }),
    ),
    ...Array.from({ length: 12_000 }, (_, at) => rowOf(score(at))),
  ];
  const text = (...lines: readonly string[]) => `${[wide, ...lines].join('\n')}\n`;

  test('is loaded whole, with what replaces a fact that comes after it', async () => {
    expect(text(...rows).length).toBeGreaterThan(1_000_000);
    const id = await send(text(...rows));
    const added = { added: 12_501, rowsRead: 12_501, found: [] };
    expect(got(await see(id))).toMatchObject({ state: 'done', ...added });
  });

  test('sent again with some that are new adds those', async () => {
    const more = rowOf({ ...score(1), id: 'm1', participant: 'Nobody-1' });
    const id = await send(text(...rows, more));
    const { found, ...came } = got(await see(id));
    expect(came).toMatchObject({ state: 'done', added: 1, sentBefore: 12_501 });
    expect(found).toMatchObject([{ code: 'participant.not_met', row: 12_503 }]);
  });

  test('with rows at fault names them, wherever it is found out', async () => {
    const again = rowOf({ ...score(1), id: 'c1', value: '9' });
    const other = rowOf({ ...score(2), value: '9' });
    expect(await faultsOf(text(other, ...rows.slice(1), again))).toEqual([
      ['fact.sent_otherwise', 2, 'id'],
      ['fact.sent_twice', 505, 'id'],
      ['fact.sent_otherwise', 12_503, 'id'],
    ]);
  });

  /** What stands against a file that is refused, by row and column. */
  async function faultsOf(content: string) {
    const found = got(await see(await send(content)));
    expect(found.state).toBe('refused');
    return found.found.map(({ code, row, column }) => [code, row, column]);
  }

  test('and a small one name what is found only once all has come', async () => {
    const unknown = rowOf({ ...score(3), id: 'r1', replaces: 'nothing' });
    expect(await faultsOf(text(rowOf({ ...score(1), id: 'f1' }), unknown))).toEqual([
      ['fact.replaces_nothing', 3, 'replaces'],
    ]);
    const stay = (id: string, day: string) =>
      rowOf({
        id,
        kind: 'attached',
        participant: 'Fresh',
        provider: 'Bright Futures',
        group: 'leaving',
        day,
      });
    expect(await faultsOf(text(stay('t1', '2027-05-04'), stay('t2', '2027-05-06')))).toEqual([
      ['fact.attached_twice', 3, 'day'],
    ]);
    const first = rowOf({ ...score(4), id: 'o1', replaces: 'o2' });
    const second = rowOf({ ...score(4), id: 'o2', replaces: 'o1' });
    expect(await faultsOf(text(first, second))).toEqual([['fact.replaces_circle', 2, 'replaces']]);
  });
});

describe('a file of many rows', () => {
  const row = (id: number) => `row ${id},goals score,Many,,,2027-05-05,,,12`;
  const rows = Array.from({ length: 3000 }, (_, at) => row(at));

  test('sent again at the same moment, or backwards, is kept once', async () => {
    await send(csv('many,attached,Many,Bright Futures,leaving,2027-05-04,,,'));
    const texts = [csv(...rows), csv(...rows), csv(...rows.toReversed())];
    const ids = await Promise.all(texts.map(async (text) => send(text)));
    const ends = await Promise.all(ids.map(async (id) => got(await see(id))));
    // Where two wait for each other, one is refused, and told to send it again.
    const done = ends.filter(({ state }) => state === 'done');
    expect(done.map(({ added }) => added).toSorted()).toEqual([
      ...done.slice(1).map(() => 0),
      3000,
    ]);
    for (const { added = 0, sentBefore = 0 } of done) expect(added + sentBefore).toBe(3000);
  });

  test('of which one stands there twice adds none', async () => {
    const others = rows.map((_, at) => row(at + 5000));
    const id = await send(csv(...others, row(5001)));
    const { state, found } = got(await see(id));
    expect([state, found?.map(({ code, row: at }) => `${code} ${at}`)]).toEqual([
      'refused',
      ['fact.sent_twice 3002'],
    ]);
    const again = got(await see(await send(csv(...others))));
    expect([again.state, again.added]).toEqual(['done', 3000]);
  });
});
