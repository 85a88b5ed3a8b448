import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { madeFolder } from '../../../test/support/made-files.ts';
import { root } from '../../../test/support/project-files.ts';
import { dayNumber } from '../../calendar/index.ts';
import { type Fact, factsToCsv } from '../../facts/index.ts';
import { settleToFile } from '../shards/settle-to-file.ts';
import { settleSince } from './settle-since.ts';

const { path, put } = madeFolder();

const pages = [join(root, 'bench/work-programme/contract.md')];
const [firstOn, laterOn] = [dayNumber('2013-10-01'), dayNumber('2013-10-20')];

/**
 * Each came and worked, in some cases until after the first day; of some it is not verified, of
 * some it is taken back between the two days, and of some only the window closes.
 */
function factsOf(at: number): readonly Fact[] {
  const number = String(at).padStart(6, '0');
  const day = dayNumber('2011-07-01') + ((at * 37) % 800);
  const works = day + 10 + (at % 90);
  const ends = works + ((at * 53) % 300);
  const own = { participant: `P${number}`, state: 'verified' } as const;
  const attached = {
    kind: 'attached',
    day,
    provider: `Provider ${at % 7}`,
    group: `group ${1 + (at % 9)}`,
  };
  const waits = at % 11 === 0 ? ({ state: 'waiting' } as const) : {};
  const back = { kind: 'withdrawn', day: laterOn - 3, known: laterOn - 3 };
  return [
    { ...own, ...attached, id: `A${number}`, known: day },
    { ...own, id: `W${number}`, kind: 'in work', from: works, to: ends, known: ends + 5, ...waits },
    ...(at % 13 === 0 ? [{ ...own, ...back, id: `B${number}`, replaces: `W${number}` }] : []),
  ];
}

const facts = Array.from({ length: 600 }, (_, at) => factsOf(at)).flat();

async function fileOf(name: string, all: readonly Fact[]): Promise<string> {
  const [csv, parquet] = [put(`${name}.csv`, factsToCsv(all)), path(`${name}.parquet`)];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `copy (from read_csv('${csv}', all_varchar = true)) to '${parquet}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return parquet;
}

async function settledFirst(all: readonly Fact[]): Promise<string> {
  const file = path('first.parquet');
  const request = { pages, facts: [await fileOf('first', all)], asAt: firstOn, knownAt: firstOn };
  const written = await settleToFile({ ...request, threads: 0 }, file);
  if (!written?.ok) throw new Error('The first settlement is one by column.');
  return file;
}

/** What is told of the later settlement, and whether everybody was settled for it. */
async function later(previous: string, now: string, areLinesWanted: boolean) {
  const days = { asAt: laterOn, knownAt: laterOn };
  const found = await settleSince({ pages, facts: [now], ...days, previous, areLinesWanted });
  if (!found.ok) throw new Error(found.problems[0]?.message);
  const { owed, page: _, ...told } = found.value;
  return { isOfAll: owed !== undefined, told };
}

test('of whom nothing can have changed nobody is settled, and all comes to the same', async () => {
  const [previous, now] = [await settledFirst(facts), await fileOf('now', facts)];
  const some = await later(previous, now, false);
  const all = await later(previous, now, true);
  expect([some.isOfAll, all.isOfAll]).toEqual([false, true]);
  expect(some.told).toEqual(all.told);
  const { changes = [], statuses } = some.told.result;
  expect(new Set(changes.map(({ cause }) => cause.is))).toEqual(new Set(['facts']));
  expect(changes.length).toBeGreaterThan(40);
  expect(Math.min(...Object.values(statuses).slice(0, 4))).toBeGreaterThan(10);
  expect(some.told.sums.notPaid.length).toBeGreaterThan(0);
});

test('where other facts were given for the days before, everybody is settled', async () => {
  const gone = facts.findIndex(({ id }) => id === 'W000002');
  const previous = await settledFirst(facts.toSpliced(gone, 1));
  const found = await later(previous, await fileOf('now', facts), false);
  expect(found.isOfAll).toBe(true);
  const causes = (found.told.result.changes ?? []).map(({ cause }) => cause.is);
  expect(causes).toContain('facts given');
});

/** The lines of a file with other cells, and as much more in all. */
async function altered(previous: string, cells: string, plus: number): Promise<string> {
  const other = path('other.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const about = await connection.runAndReadAll(
    `select decode(value) from parquet_kv_metadata('${previous}') where decode(key) = 'outturn'`,
  );
  const [text] = about.getRows()[0] ?? [];
  const { total, ...rest } = JSON.parse(String(text));
  const said = JSON.stringify({ ...rest, total: String((Number(total) + plus).toFixed(2)) });
  await connection.run(`
    copy (select * replace (${cells}) from '${previous}')
      to '${other}' (format parquet, kv_metadata {outturn: '${said.replaceAll("'", "''")}'})`);
  connection.closeSync();
  instance.closeSync();
  return other;
}

function asAmount(cell: string): string {
  return `(${cell})::decimal(18, 2) as amount`;
}

test('where the lines of the file are others than were settled, everybody is settled', async () => {
  const previous = await settledFirst(facts);
  const one = `(select min(line) from '${previous}' where amount > 0)`;
  const other = await altered(
    previous,
    asAmount(`case when line = ${one} then amount + 1 else amount end`),
    1,
  );
  const found = await later(other, await fileOf('now', facts), false);
  expect(found.isOfAll).toBe(true);
});

test('lines of who is settled again that were not settled so are told, and why', async () => {
  const previous = await settledFirst(facts);
  // Something of theirs is taken back between the days.
  const whose = facts.flatMap(({ kind, participant }) => (kind === 'withdrawn' ? participant : []));
  const own = `select %(line) from '${previous}' where amount > 1 and gross = amount
    and participant in ('${whose.join("', '")}')`;
  const [least, most] = ['min', 'max'].map((each) => `(${own.replace('%', each)})`);
  const amount = `case line when ${least} then amount + 1 when ${most} then amount - 1
    else amount end`;
  const [other, now] = [await altered(previous, asAmount(amount), 0), await fileOf('now', facts)];
  const some = await later(other, now, false);
  const all = await later(other, now, true);
  expect([some.isOfAll, all.isOfAll]).toEqual([false, true]);
  expect(some.told).toEqual(all.told);
  const causes = (some.told.result.changes ?? []).map(({ cause }) => cause.is);
  expect(causes).toContain('facts given');
  expect(some.told.leftOut.problems.length).toBeGreaterThan(0);
});

test('lines of who is settled again that were paid to somebody else are told, and why', async () => {
  const previous = await settledFirst(facts);
  const whose = facts.flatMap(({ kind, participant }) => (kind === 'withdrawn' ? participant : []));
  const own = `select min(line) from '${previous}' where amount > 1 and gross = amount
    and participant in ('${whose.join("', '")}')`;
  const cells = ['provider', 'payee'].map(
    (cell) => `case line when (${own}) then 'Somebody else' else ${cell} end as ${cell}`,
  );
  const now = await fileOf('now', facts);
  const other = await altered(previous, cells.join(', '), 0);
  const some = await later(other, now, false);
  expect(some.told).toEqual((await later(other, now, true)).told);
  expect(some.told.leftOut.problems.length).toBeGreaterThan(0);
});

test('where facts adjust sums, everybody is settled: an adjustment is nobody’s line', async () => {
  const adjusted = (id: string, provider: string, pounds: bigint): Fact => {
    const day = firstOn - 9;
    const value = { numerator: pounds, denominator: 1n };
    return { id, kind: 'adjustment', provider, day, known: day, state: 'verified', value };
  };
  const more = [adjusted('X1', 'Provider 1', 100n), adjusted('X2', 'Provider 2', -100n)];
  const previous = await settledFirst([...facts, ...more]);
  const now = await fileOf('now', [...facts, ...more]);
  const some = await later(previous, now, false);
  expect(some.isOfAll).toBe(true);
  expect(some.told).toEqual((await later(previous, now, true)).told);
});
