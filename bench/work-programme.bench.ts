import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../test/support/project-files.ts';
import { median } from './median.ts';
import type { Asked, Findings, Row } from './row.ts';
import { type Alone, builtAlone, runAlone } from './run-alone.ts';
import { type Compared, compareLines } from './work-programme/compare-lines.ts';

export const name = 'a programme of Work Programme shape';

const reference = join(root, '../shared/reference/bench');
const generator = join(reference, 'generate.mjs');
const sql = join(reference, 'work-programme.sql');
const page = join(root, 'bench/work-programme/contract.md');

// Objects for every fact take a minute for ten times as many.
const sizeUsual = 20_000;

/** Of the peer's time, at 2,000,000 participants. */
const ratioMost = 0.5;

type Report = Readonly<{
  memoryBytesMax: number;
  parts?: readonly Readonly<{ what: string; milliseconds: number }>[];
}>;

type Pair = Readonly<{ ours: Alone<Report>; peer: Alone<Report>; compared: Compared }>;

/** Settles the national benchmark by SQL on DuckDB and by our page, and compares all lines. */
export async function run({ runs, sizes }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const rows: Row[] = [];
  const differences: string[] = [];
  for (const size of sizes.length > 0 ? sizes : [sizeUsual]) {
    const pairs = await settledBoth(size, runs);
    rows.push(...rowsOf(size, pairs));
    differences.push(...(pairs[0]?.compared.differences ?? []));
  }
  return { rows, differences };
}

async function findHindrance(): Promise<string | undefined> {
  if (!existsSync(sql)) return 'there is no ../shared/reference/bench beside this project.';
  const isThere = await import('@duckdb/node-api').then(
    () => true,
    () => false,
  );
  return isThere
    ? undefined
    : '@duckdb/node-api is not installed; `npm install @duckdb/node-api` gets it.';
}

/** Makes the facts once, and settles them as often as is asked, both ways each time. */
async function settledBoth(size: number, runs: number): Promise<readonly Pair[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-bench-'));
  try {
    execFileSync(process.execPath, [generator, String(size), folder], { cwd: root });
    const byPage = await builtAlone('work-programme/settle-by-page.ts');
    const bySql = await builtAlone('work-programme/settle-by-sql.ts');
    const pairs: Pair[] = [];
    for (let count = 0; count < runs; count += 1) {
      const peer = await runAlone<Report>({ path: bySql, words: [sql], folder });
      const ours = await runAlone<Report>({ path: byPage, words: [page], folder });
      pairs.push({ ours, peer, compared: await comparedIn(folder) });
    }
    return pairs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function comparedIn(folder: string): Promise<Compared> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = { ours: join(folder, 'ours.parquet'), peer: join(folder, 'lines.parquet') };
  const compared = await compareLines(connection, files);
  connection.closeSync();
  instance.closeSync();
  return compared;
}

function rowsOf(size: number, pairs: readonly Pair[]): readonly Row[] {
  const [first] = pairs;
  if (first === undefined) return [];
  const { lines, pence } = first.compared;
  const count = (number: number | bigint) => number.toLocaleString('en-GB');
  const what =
    `${count(size)} participants, ${count(size * 16)} facts, ` +
    `${count(lines)} lines, £${count(pence / 100n)}`;
  const most = (side: 'ours' | 'peer') =>
    Math.max(...pairs.map((pair) => pair[side].report.memoryBytesMax));
  const times = (side: 'ours' | 'peer') => median(pairs.map((pair) => pair[side].milliseconds));
  const whole: Row = {
    what,
    oursMilliseconds: times('ours'),
    memoryBytesMax: most('ours'),
    peer: { name: 'DuckDB', milliseconds: times('peer'), memoryBytesMax: most('peer') },
    target: { ratioMost },
    runs: pairs.map(({ ours, peer }) => {
      return { oursMilliseconds: ours.milliseconds, peerMilliseconds: peer.milliseconds };
    }),
  };
  return [whole, ...partsOf(pairs)];
}

function partsOf(pairs: readonly Pair[]): readonly Row[] {
  const parts = pairs[0]?.ours.report.parts ?? [];
  return parts.map(({ what }, at) => {
    const times = pairs.map(({ ours }) => ours.report.parts?.[at]?.milliseconds ?? Number.NaN);
    return { what: `  of which ${what}`, oursMilliseconds: median(times) };
  });
}
