import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../test/support/project-files.ts';
import { median } from './median.ts';
import type { Asked, Findings, Row } from './row.ts';
import { type Alone, builtAlone, runAlone } from './run-alone.ts';
import { changeFacts } from './work-programme/change-facts.ts';
import { type Compared, compareLines } from './work-programme/compare-lines.ts';
import { pageInLine } from './work-programme/page-in-line.ts';

export const name = 'a programme of Work Programme shape';

const reference = join(root, '../shared/reference/bench');
const generator = join(reference, 'generate.mjs');
const sql = join(reference, 'work-programme.sql');
const page = join(root, 'bench/work-programme/contract.md');
const inLine = join(root, 'bench/work-programme/contract-in-line.md');

// Ten times as many take minutes, of which the facts to be made take most.
const sizeUsual = 200_000;

/** Of the peer's time, at 2,000,000 participants. */
const ratioMost = 0.5;

/** Of the time without, where a first-come limit and a volume band look at all lines in line. */
const ratioMostInLine = 1.5;

/** Two threads against one, in what is settled, where reading and writing are left out. */
const ratioMostOnTwo = 1 / 1.5;

/** Of the first settlement's, where one fact in a hundred has changed since. */
const ratioMostLater = 1;

/** As at which days the two settlements are; the facts changed on the second. */
const [firstOn, laterOn] = ['2016-04-01', '2016-04-15'] as const;

type Report = Readonly<{
  memoryBytesMax: number;
  processorMilliseconds?: number;
  parts?: readonly Readonly<{ what: string; milliseconds: number }>[];
}>;

type Pair = Readonly<{
  ours: Alone<Report>;
  /** Ours on one thread. */
  onOne: Alone<Report>;
  inLine: Alone<Report>;
  peer: Alone<Report>;
  /** A settlement of which the lines are kept, and the one that follows it. */
  first: Alone<Report>;
  later: Alone<Report>;
  compared: Compared;
}>;

type Side = Exclude<keyof Pair, 'compared'>;

/**
 * Settles the national benchmark by SQL on DuckDB and by our page, and compares all lines; and by
 * our page with a first-come limit and a volume band, which is held against the one without.
 */
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
    const since = await builtAlone('work-programme/settle-since.ts');
    writeFileSync(join(folder, 'in-line.md'), pageInLine(inLine, size));
    await changeFacts({
      facts: join(folder, 'facts.parquet'),
      changed: join(folder, 'changed.parquet'),
      knownBy: firstOn,
      changedOn: laterOn,
    });
    const pairs: Pair[] = [];
    for (let count = 0; count < runs; count += 1) {
      const peer = await runAlone<Report>({ path: bySql, words: [sql], folder });
      // Both write the same file, and it is that of the plain page which is compared.
      const line = await runAlone<Report>({ path: byPage, words: ['in-line.md', '2'], folder });
      const onOne = await runAlone<Report>({ path: byPage, words: [page, '1'], folder });
      const ours = await runAlone<Report>({ path: byPage, words: [page, '2'], folder });
      const first = await runAlone<Report>({
        path: since,
        words: [page, 'facts.parquet', firstOn, 'first'],
        folder,
      });
      const later = await runAlone<Report>({
        path: since,
        words: [page, 'changed.parquet', laterOn, 'later'],
        folder,
      });
      const compared = await comparedIn(folder);
      pairs.push({ ours, onOne, inLine: line, peer, first, later, compared });
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
  const people = `${count(size)} participants`;
  const plain = `${people}, ${count(size * 16)} facts, ${count(lines)} lines, £${count(pence / 100n)}`;
  const ordered = `${people}, with a first-come limit and a volume band`;
  return [
    rowOf(pairs, { what: plain, side: 'ours', peer: 'peer', peerName: 'DuckDB', ratioMost }),
    ...partsOf(pairs, 'ours'),
    settlingOf(pairs),
    rowOf(pairs, {
      what: ordered,
      side: 'inLine',
      peer: 'ours',
      peerName: 'without',
      ratioMost: ratioMostInLine,
    }),
    ...partsOf(pairs, 'inLine'),
    rowOf(pairs, {
      what: `${people}, a later settlement, 1% of facts changed`,
      side: 'later',
      peer: 'first',
      peerName: 'the first',
      ratioMost: ratioMostLater,
    }),
    processorOf(pairs),
  ];
}

type Held = Readonly<{
  what: string;
  side: Side;
  peer: Side;
  peerName: string;
  ratioMost: number;
}>;

/** One side of the pairs held against another. */
function rowOf(pairs: readonly Pair[], { what, side, peer, peerName, ratioMost }: Held): Row {
  const most = (of: Side) => Math.max(...pairs.map((pair) => pair[of].report.memoryBytesMax));
  const times = (of: Side) => median(pairs.map((pair) => pair[of].milliseconds));
  return {
    what,
    oursMilliseconds: times(side),
    memoryBytesMax: most(side),
    peer: { name: peerName, milliseconds: times(peer), memoryBytesMax: most(peer) },
    target: { ratioMost },
    runs: pairs.map((pair) => {
      return {
        oursMilliseconds: pair[side].milliseconds,
        peerMilliseconds: pair[peer].milliseconds,
      };
    }),
  };
}

/** What is settled on two threads held against the same on one. */
function settlingOf(pairs: readonly Pair[]): Row {
  const times = pairs.map(({ ours, onOne }) => {
    const [two, one] = [ours, onOne].map(({ report }) => {
      return report.parts?.find(({ what }) => what === 'settling')?.milliseconds ?? Number.NaN;
    });
    return { oursMilliseconds: two ?? Number.NaN, peerMilliseconds: one ?? Number.NaN };
  });
  return {
    what: '  settling, on two threads',
    oursMilliseconds: median(times.map(({ oursMilliseconds }) => oursMilliseconds)),
    peer: {
      name: 'one thread',
      milliseconds: median(times.map(({ peerMilliseconds }) => peerMilliseconds)),
    },
    target: { ratioMost: ratioMostOnTwo },
    runs: times,
  };
}

/** The same by the time of the processor, which says more where others are at work. */
function processorOf(pairs: readonly Pair[]): Row {
  const times = (side: Side) =>
    median(pairs.map((pair) => pair[side].report.processorMilliseconds ?? Number.NaN));
  return {
    what: '  of the processor',
    oursMilliseconds: times('later'),
    peer: { name: 'the first', milliseconds: times('first') },
  };
}

function partsOf(pairs: readonly Pair[], side: Side): readonly Row[] {
  const parts = pairs[0]?.[side].report.parts ?? [];
  return parts.map(({ what }, at) => {
    const times = pairs.map((pair) => pair[side].report.parts?.[at]?.milliseconds ?? Number.NaN);
    return { what: `  of which ${what}`, oursMilliseconds: median(times) };
  });
}
