import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { madeFolder } from '../../../test/support/made-files.ts';
import { root } from '../../../test/support/project-files.ts';
import { dayNumber } from '../../calendar/index.ts';
import { type Fact, factsToCsv } from '../../facts/index.ts';
import { sinceLines } from '../../settlement/index.ts';
import { type SinceRequest, settleSince } from '../previous/settle-since.ts';
import { settle } from '../settling/settle.ts';
import { settleLargeFacts } from './settle-large.ts';
import { settleToFile } from './settle-to-file.ts';

const { path, put } = madeFolder();

/** More than are worked on in one batch. */
const participants = 1_500;

const [firstOn, laterOn] = [dayNumber('2013-04-01'), dayNumber('2013-05-01')];

/** Each was attached and in work; of every third one this is taken back between the two days. */
const facts = Array.from({ length: participants }, (_, at): readonly Fact[] => {
  const number = String(at).padStart(6, '0');
  const [participant, work] = [`P${number}`, `W${number}`];
  const day = dayNumber('2011-07-01') + (at % 300);
  const attached = { kind: 'attached', day, provider: `Provider ${at % 7}`, group: 'group 3' };
  const worked = { kind: 'in work', from: day + 10, to: day + 10 + (at % 200), known: day + 220 };
  const back = { kind: 'withdrawn', day: laterOn - 3, known: laterOn - 3, replaces: work };
  const own = { participant, state: 'verified' } as const;
  return [
    { ...own, ...attached, id: `A${number}`, known: day },
    { ...own, ...worked, id: work },
    ...(at % 3 === 0 ? [{ ...own, ...back, id: `B${number}` }] : []),
  ];
}).flat();

async function factFile(): Promise<string> {
  const [csv, parquet] = [put('facts.csv', factsToCsv(facts)), path('facts.parquet')];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `copy (from read_csv('${csv}', all_varchar = true)) to '${parquet}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return parquet;
}

test('what changed is the same found on threads, in batches, as on one', async () => {
  const pages = [join(root, 'bench/work-programme/contract.md')];
  const about = { pages, facts: [await factFile()] };
  const before = await settle({ ...about, asAt: firstOn, knownAt: firstOn });
  if (!before.ok) throw new Error(before.problems[0]?.message);
  const { result: previous } = before.value;
  const { contract, language } = previous;
  const request = { ...about, asAt: laterOn, knownAt: laterOn, threads: 2 };
  const found = await settleLargeFacts(request, async ({ owed, source, since }) => {
    const settlement = { contract, language };
    const differing = { owed, settlement, rows: owed.inLine(), previous, source, unread: [] };
    return { onThreads: await since(differing), onOne: sinceLines(differing) };
  });
  expect(found?.onThreads.changes.length).toBeGreaterThan(100);
  expect(found?.onThreads).toEqual(found?.onOne);
});

test('those alone who may come to something else are settled on threads as on one', async () => {
  const about = { pages: [join(root, 'bench/work-programme/contract.md')] };
  const now = { ...about, facts: [await factFile()], asAt: laterOn, knownAt: laterOn };
  const previous = path('first.parquet');
  await settleToFile({ ...now, asAt: firstOn, knownAt: firstOn }, previous);
  const since = async (request: Pick<SinceRequest, 'threads' | 'areLinesWanted'>) => {
    const found = await settleSince({ ...now, previous, ...request });
    if (!found.ok) throw new Error(found.problems[0]?.message);
    const { result, sums, owed } = found.value;
    return { told: { result, sums }, ofAll: owed };
  };
  const [onThreads, onOne] = [await since({ threads: 2 }), await since({ threads: 0 })];
  const everybody = await since({ threads: 2, areLinesWanted: true });
  expect(onThreads.told.result.changes?.length).toBeGreaterThan(100);
  expect(onThreads).toEqual(onOne);
  // Of those who were settled alone not all lines are there.
  expect([onThreads.ofAll, everybody.ofAll === undefined]).toEqual([undefined, false]);
  expect(onThreads.told).toEqual(everybody.told);
});
