import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import {
  exampleNames,
  examplePath,
  isThere,
  readExample,
} from '../../../test/support/example-folders.ts';
import { madeFolder } from '../../../test/support/made-files.ts';
import { readWorkedPage } from '../../../test/support/settle-example.ts';
import { dayNumber } from '../../calendar/index.ts';
import { builtInKinds, type Fact, factsToCsv, rulesOf } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { canBeCut, standApart } from '../../settlement/index.ts';
import { readFacts } from '../fact-files/read-facts.ts';
import { writeLines } from '../line-files/write-lines.ts';
import { settle } from '../settling/settle.ts';
import { sumsOfResult } from '../settling/settlement-sums.ts';
import { settleToFile } from './settle-to-file.ts';
import { openShardThreads, threadCount } from './shard-threads.ts';

const { path, put } = madeFolder();

async function run(sql: string): Promise<readonly unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(sql);
  connection.closeSync();
  instance.closeSync();
  return read.getRowsJson();
}

/** All in a file but what tells its facts, which is of use to a later settlement alone. */
async function toldIn(file: string): Promise<unknown> {
  const about = await run(`select decode(key), decode(value) from parquet_kv_metadata('${file}')`);
  const [[key, value] = []] = about as [string, string][];
  const { facts: _, ...summary } = JSON.parse(value ?? '');
  const said = [key, JSON.stringify(summary)];
  return [await run(`describe from '${file}'`), await run(`from '${file}'`), about.length, said];
}

/** The facts of an example, and some more, as a Parquet file. */
async function requestFor(
  name: string,
  more: (facts: readonly Fact[]) => readonly Fact[] = () => [],
) {
  const { contract } = readWorkedPage(name);
  const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
  const csv = put(`${name}.csv`, factsToCsv([...more(facts), ...facts]));
  const parquet = path(`${name}.parquet`);
  await run(`copy (from read_csv('${csv}', all_varchar = true)) to '${parquet}' (format parquet)`);
  const { asAt, knownAt } = readExample(name);
  const days = { asAt: dayNumber(asAt), knownAt: dayNumber(knownAt) };
  return { pages: [examplePath(name, 'contract.md')], facts: [parquet], ...days };
}

type Request = Awaited<ReturnType<typeof requestFor>>;

/** Settles both ways, and expects the same of both. */
async function expectAlike(name: string, request: Request, threads: number): Promise<void> {
  const [ours, theirs] = [path(`${name}-ours.parquet`), path(`${name}-theirs.parquet`)];
  const large = await settleToFile({ ...request, threads }, ours);
  const whole = await settle(request);
  if (!large?.ok || !whole.ok) throw new Error(`${name} could not be settled both ways.`);
  const { result, page, ...rest } = whole.value;
  await writeLines(theirs, result);
  expect(await toldIn(ours)).toEqual(await toldIn(theirs));
  const { lines: _, ...withoutLines } = result;
  const { sums, withUnpaid, result: __, page: ___, ...others } = large.value;
  expect(sums).toEqual(sumsOfResult(result, page.read.contract));
  expect(JSON.stringify(withUnpaid())).toBe(JSON.stringify(withoutLines));
  expect(others).toEqual(rest);
}

async function settled(request: Request) {
  const whole = await settle(request);
  if (!whole.ok) throw new Error(whole.problems[0]?.message);
  return whole.value;
}

/** An agreement, an outcome of somebody who never came, and an attachment long before the contract. */
function withoutEffect(facts: readonly Fact[]): readonly Fact[] {
  const attached = facts.find(({ kind }) => kind === 'attached');
  const outcome = facts.find(({ kind }) => !builtInKinds.has(kind));
  assert(attached && outcome, 'somebody came, and something happened');
  const { group: _, ...agreed } = { ...attached, id: 'agreement', kind: 'agreed' };
  const day = dayNumber('1999-01-01');
  return [
    agreed,
    { ...outcome, id: 'stray', participant: 'stray' },
    { ...attached, id: 'early', participant: 'early', day, known: day },
  ];
}

const pages = exampleNames
  .filter((name) => isThere(name, 'facts'))
  .map((name) => readWorkedPage(name));

describe('facts of many participants', () => {
  test.each(pages.filter(({ plan }) => standApart(plan)).map(({ name }) => name))(
    '%s: settled by column it is what it is otherwise',
    async (name) => expectAlike(name, await requestFor(name), 0),
  );

  const [cut = ''] = pages.filter(({ plan }) => canBeCut(plan)).map(({ name }) => name);

  test('settled on two threads they come to the same, and what changes nothing is told', async () => {
    const request = await requestFor(cut, withoutEffect);
    await expectAlike(cut, request, 2);
    const { problems } = (await settled(request)).leftOut;
    expect(problems.map(({ code }) => code)).toEqual([
      'fact.kind_without_effect',
      'fact.participant_never_attached',
      'fact.attached_outside_contract',
    ]);
  });

  test('pages that look at all, and later settlements, are settled otherwise', async () => {
    const together = pages.find(({ plan }) => !standApart(plan))?.name ?? '';
    const file = path('none.parquet');
    expect(await settleToFile(await requestFor(together), file)).toBeUndefined();
    const later = { ...(await requestFor(cut)), previous: 'none' };
    expect(await settleToFile(later, file)).toBeUndefined();
  });
});

describe('threads', () => {
  const work = {
    ground: { contracts: [], asAt: { trueBy: 0, knownBy: 0 }, others: [], pools: {} as never },
    shardCount: 1,
    shardAt: () => ({}) as never,
    onSettled: () => {},
  };

  test.each([
    ['throw new Error("no more memory")', 'was lost: no more memory.'],
    ['process.exit(0)', 'was lost: it ended before its work was done.'],
  ])('one that is lost, as by %s, is a fault', async (program, told) => {
    const file = put(`lost-${program.length}.mjs`, `${program};`);
    const threads = openShardThreads(1, new URL(`file://${file}`));
    await expect(threads.settle(work)).rejects.toThrow(told);
    await threads.close();
  });

  test('are as many as is asked, and eight at most', () => {
    expect([threadCount('1'), threadCount('3'), threadCount('100')]).toEqual([1, 3, 8]);
    for (const asked of ['', '0', 'two', undefined]) {
      expect(threadCount(asked)).toBeGreaterThan(0);
      expect(threadCount(asked)).toBeLessThan(9);
    }
  });
});
