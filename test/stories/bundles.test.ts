// A settlement with all that it rests on, as one archive: for an auditor who has no service.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factCells, rulesOf } from '../../src/facts/index.ts';
import type { Result } from '../../src/problem/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { type Archive, archiveName, sealedArchive } from '../../src/service/archive/archive.ts';
import { recomputeArchive } from '../../src/service/archive/recompute-archive.ts';
import { readTar, tarEnd, tarFile } from '../../src/service/archive/tar.ts';
import type { Bundle } from '../../src/service/bundle/bundle.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { keepUp } from '../../src/service/jobs/index.ts';
import { lastingJob } from '../../src/service/lasting/index.ts';
import {
  bundleWork,
  giveBundle,
  listOfBundles,
  listOfLines,
  makeSettlementBundle,
  requestBundle,
} from '../../src/service/money/index.ts';
import { pageOf } from '../../src/service/pages/load-pages.ts';
import { eraseParticipant } from '../../src/service/people/index.ts';
import { resultHash } from '../../src/service/stored/result-hash.ts';
import { aService, codesOf, got } from '../support/made-facts.ts';
import { financeOf, type Stage, settled } from '../support/made-settlements.ts';
import { type Played, playNorthshire } from '../support/northshire.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');
const folder = mkdtempSync(join(tmpdir(), 'outturn-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let stage: Stage;
let done: Played['done'];
beforeAll(async () => {
  const settledOn = ['2027-12-31', '2028-03-31'];
  ({ stage, done } = await playNorthshire({ store, service, setDay }, { settledOn }));
});

const of = (at: number) => ({
  programme: stage.cast.programme,
  settlement: done.at(at)?.settlement ?? '',
});

type Asked = ReturnType<typeof of> & Readonly<{ bundle: string }>;

/** Asks for a bundle, and waits until something has come of it. */
async function asked(at: number): Promise<Asked> {
  const input = { ...of(at), recipient: 'National auditor' };
  const { bundle } = got(await perform(service, requestBundle, { actor: auditor(), input }));
  await lastingJob(service, bundleWork, { programme: input.programme, request: bundle });
  return { ...of(at), bundle };
}

const auditor = () => stage.cast.as('Northshire Council', 'auditor');

async function listed({ bundle, ...input }: Asked) {
  const read = got(await perform(service, listOfBundles, { actor: auditor(), input }));
  return read.bundles.find((each) => each.bundle === bundle);
}

async function given(input: Asked): Promise<Result<Buffer>> {
  const file = await perform(service, giveBundle, { actor: auditor(), input });
  if (!file.ok) return file;
  return { ok: true, value: await buffer(file.value.body as Readable) };
}

async function recomputed(content: Buffer) {
  const path = join(folder, 'bundle.tar');
  writeFileSync(path, content);
  return recomputeArchive(path);
}

/** The files of an archive as it lies there, by name. */
async function filesIn(content: Buffer): Promise<Map<string, Buffer>> {
  const path = join(folder, 'files.tar');
  writeFileSync(path, content);
  const handle = await open(path);
  const entries = (await readTar(handle)) ?? [];
  await handle.close();
  return new Map(
    entries.map(({ name, from, bytes }) => [name, content.subarray(from, from + bytes)]),
  );
}

function tarOf(files: ReadonlyMap<string, Buffer>): Buffer {
  return Buffer.concat([...[...files].map(([name, bytes]) => tarFile(name, bytes)), tarEnd()]);
}

/** The archive with its small file changed, and every digest set right again by a forger. */
function forged(
  files: ReadonlyMap<string, Buffer>,
  change: (archive: Archive) => Omit<Archive, 'digest'>,
): Buffer {
  const archive = JSON.parse(String(files.get(archiveName))) as Archive;
  const { digest: _, ...rest } = change(archive) as Archive;
  const digestOfFile = (name: string) =>
    `sha256:${createHash('sha256')
      .update(files.get(name) ?? '')
      .digest('hex')}`;
  const right = (all: Archive['facts']) =>
    all.map((each) => ({ ...each, digest: digestOfFile(each.name) }));
  const { facts, lines, previousLines } = rest;
  const anew = sealedArchive({
    ...rest,
    facts: right(facts),
    lines: right(lines),
    previousLines: right(previousLines),
  });
  return tarOf(new Map([...files, [archiveName, Buffer.from(JSON.stringify(anew))]]));
}

/** A Parquet file with its rows as a query has them. */
async function reworked(content: Buffer, query: (from: string) => string): Promise<Buffer> {
  const [was, now] = [join(folder, 'was.parquet'), join(folder, 'now.parquet')];
  writeFileSync(was, content);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${query(`read_parquet('${was}')`)}) to '${now}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(now);
}

let first: Buffer;
let second: Buffer;

test('an archive comes out the same without the service, also of one after another', async () => {
  const actor = auditor();
  for (const at of [0, 1]) {
    const bundle = await asked(at);
    expect(await listed(bundle)).toMatchObject({ state: 'done', recipient: 'National auditor' });
    const content = got(await given(bundle));
    const again = got(await recomputed(content));
    expect(again).toMatchObject({ total: done[at]?.total });
    [first, second] = at === 0 ? [content, content] : [first, content];
    const { lines } = got(await perform(service, listOfLines, { actor, input: of(at) }));
    expect(content.includes(lines.find(({ participant }) => participant)?.participant ?? '')).toBe(
      false,
    );
  }
});

test('it holds what the same bundle in JSON does', async () => {
  const input = { ...of(1), recipient: 'National auditor' };
  const file = got(await perform(service, makeSettlementBundle, { actor: auditor(), input }));
  const json = JSON.parse(file.body as string) as Bundle;
  const files = await filesIn(second);
  const archive = JSON.parse(String(files.get(archiveName))) as Archive;
  const { lines: _, notPaid: __, changes: ___, outstanding, ...about } = json.result;
  const { outstanding: left, gone, ...said } = archive.result;
  expect(said).toEqual(about);
  expect({ ...left, paid: outstanding?.paid }).toEqual(outstanding);
  expect(gone).toEqual([]);
  expect(archive.pages).toEqual(json.pages);
  expect(archive.resultHash).toBe(resultHash(json.result));
  const path = join(folder, 'facts.parquet');
  writeFileSync(path, files.get('facts-0001.parquet') ?? '');
  const { facts } = await readFacts(
    [path],
    rulesOf([pageOf('page', json.pages[0]?.text ?? '').read.contract]),
  );
  expect(
    facts.map(factCells).toSorted((one, other) => (String(one.id) < String(other.id) ? -1 : 1)),
  ).toEqual(json.facts);
});

test('a byte of any file that is another is found, and so is a file too few or too many', async () => {
  const files = await filesIn(second);
  const codes = async (changed: ReadonlyMap<string, Buffer>) =>
    codesOf(await recomputed(tarOf(changed)));
  expect([...files.keys()]).toEqual([
    'facts-0001.parquet',
    'previous-lines-0001.parquet',
    'lines-0001.parquet',
    archiveName,
  ]);
  for (const [name, content] of files) {
    if (name === archiveName) continue;
    const other = Buffer.from(content);
    other[other.length >> 1] = (other[other.length >> 1] ?? 0) ^ 1;
    expect(await codes(new Map([...files, [name, other]]))).toEqual(['bundle.file_changed']);
    const without = new Map(files);
    without.delete(name);
    expect(await codes(without)).toEqual(['bundle.file_missing']);
  }
  const small = String(files.get(archiveName)).replace('"total":"', '"total":"1');
  expect(await codes(new Map([...files, [archiveName, Buffer.from(small)]]))).toEqual([
    'bundle.file_changed',
  ]);
  expect(await codes(new Map([['more', Buffer.from('1')], ...files]))).toEqual([
    'bundle.file_not_named',
  ]);
  files.delete(archiveName);
  expect(await codes(files)).toEqual(['bundle.not_a_bundle']);
  expect(codesOf(await recomputed(second.subarray(0, 5000)))).toEqual(['bundle.not_a_bundle']);
});

test('a forger who sets every digest right is found by what is worked out', async () => {
  const files = await filesIn(second);
  const codes = async (name: string, content: Buffer, change = (archive: Archive) => archive) =>
    codesOf(await recomputed(forged(new Map([...files, [name, content]]), change)));
  const facts = files.get('facts-0001.parquet') ?? Buffer.alloc(0);
  const lines = files.get('lines-0001.parquet') ?? Buffer.alloc(0);
  const less = (archive: Archive) => ({
    ...archive,
    facts: archive.facts.map((each) => ({ ...each, rows: each.rows - 1 })),
  });
  const without = await reworked(
    facts,
    (from) => `select * from ${from} where id <> (select max(id) from ${from}
      where kind = 'level 2')`,
  );
  expect(await codes('facts-0001.parquet', without)).toEqual(['bundle.not_a_bundle']);
  expect(await codes('facts-0001.parquet', without, less)).toEqual(['bundle.line_differs']);
  const penny = await reworked(
    lines,
    (from) => `select * replace (case when gross > 0 then amount + 0.01 else amount end as amount)
      from ${from}`,
  );
  expect(await codes('lines-0001.parquet', penny)).toEqual(['bundle.line_differs']);
  const total = (archive: Archive) => ({
    ...archive,
    result: { ...archive.result, total: `1${archive.result.total}` },
  });
  expect(await codes('lines-0001.parquet', lines, total)).toEqual(['bundle.result_differs']);
  const notes = await reworked(lines, (from) => `select 1 as one from ${from}`);
  expect(await codes('lines-0001.parquet', notes)).toEqual(['bundle.not_a_bundle']);
});

test('where DuckDB is not installed that is said', async () => {
  const path = join(folder, 'bundle.tar');
  writeFileSync(path, first);
  const none = async () => Promise.reject(new Error('not installed'));
  expect(codesOf(await recomputeArchive(path, none))).toEqual(['bundle.duckdb_missing']);
});

test('what does not come out as it was kept is not given, and is said line by line', async () => {
  const owner = new pg.Client(store.owner);
  await owner.connect();
  await owner.query('set search_path to outturn; set session_replication_role to replica');
  const change = async (sign: string) =>
    owner.query(
      `update settlement_line set gross_units = gross_units ${sign} 1,
        amount_units = amount_units ${sign} 1
      where settlement = $1 and place = 2`,
      [of(1).settlement],
    );
  await change('+');
  const bundle = await asked(1);
  expect(await listed(bundle)).toMatchObject({
    state: 'refused',
    problems: [{ code: 'bundle.not_as_kept' }],
  });
  expect(codesOf(await given(bundle))).toEqual(['bundle.not_there bundle']);
  const input = { ...of(1), recipient: 'National auditor' };
  const json = await perform(service, makeSettlementBundle, { actor: auditor(), input });
  expect(codesOf(json)).toEqual(['bundle.not_as_kept']);
  await change('-');
  await owner.end();
});

test('it is kept for a day, and until somebody is erased; then their lines enter as settled', async () => {
  const old = await asked(0);
  setDay('2028-04-02');
  expect(await listed(old)).toMatchObject({ state: 'gone' });
  expect(codesOf(await given(old))).toEqual(['bundle.not_there bundle']);
  expect(await keepUp(service)).toEqual([]);
  expect(got(await service.keys.personKeys([old.bundle])).get(old.bundle)).toBe('erased');
  const kept = await asked(1);
  const { one: actor } = financeOf(stage);
  const { lines } = got(await perform(service, listOfLines, { actor, input: of(1) }));
  const participant = lines.find(
    ({ amount, outcome }) => outcome === 'Settled' && amount !== '0.00',
  )?.participant;
  const commissioner = stage.cast.as('Northshire Council', 'commissioner');
  const erasure = { programme: kept.programme, participant, why: 'asked by them' };
  got(await perform(service, eraseParticipant, { actor: commissioner, input: erasure }));
  expect(codesOf(await given(kept))).toEqual(['bundle.not_there bundle']);
  expect(await listed(kept)).toMatchObject({ state: 'gone' });
  done.push(await settled(stage, '2028-04-01'));
  expect(await listed(await asked(1))).toMatchObject({
    state: 'refused',
    problems: [{ code: 'bundle.erased_since' }],
  });
  const content = got(await given(await asked(2)));
  expect(got(await recomputed(content))).toMatchObject({ total: done[2]?.total });
  const files = await filesIn(content);
  const archive = JSON.parse(String(files.get(archiveName))) as Archive;
  expect(archive.result.erased).toEqual([expect.stringMatching(/^P\d+$/)]);
});

test('no more than ten of a programme are made or kept at a time', async () => {
  setDay('2028-04-10');
  const input = { ...of(2), recipient: 'National auditor' };
  const ask = async () => perform(service, requestBundle, { actor: auditor(), input });
  const asking = await Promise.all(Array.from({ length: 12 }, ask));
  expect(asking.flatMap(codesOf)).toEqual(['bundle.too_many', 'bundle.too_many']);
  // It is being made until it is kept; a day later it is neither.
  const [first] = asking.filter(({ ok }) => ok).map(got);
  const request = first?.bundle ?? '';
  await lastingJob(service, bundleWork, { programme: of(2).programme, request });
  expect(codesOf(await ask())).toEqual(['bundle.too_many']);
  setDay('2028-04-12');
  expect([await ask(), await ask()].map(codesOf)).toEqual([[], ['bundle.too_many']]);
});
