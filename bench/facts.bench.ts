import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reading } from './facts/read-alone.ts';
import { writeLongReferences } from './facts/write-long-references.ts';
import { factsEach, writeManyFacts } from './facts/write-many-facts.ts';
import { median } from './median.ts';
import type { Asked, Findings, Row } from './row.ts';
import { builtAlone, runAlone } from './run-alone.ts';

export const name = 'reading facts';

const participants = 200_000;
const longBytes = 100_000_000;
const megabytesEachSecond = 60;

/**
 * Reads CSV with every check and every fact kept, each time in a process of its own. The peers do
 * less: papaparse finds cells and drops them, DuckDB keeps them as text in a table of its own.
 */
export async function run({ runs }: Asked): Promise<Findings> {
  const program = await builtAlone('facts/read-alone.ts');
  const folder = mkdtempSync(join(tmpdir(), 'outturn-bench-'));
  const path = join(folder, 'facts.csv');
  const reader = { program, path, runs };
  try {
    await writeManyFacts(path, participants);
    const many = await rowsOf(reader, participants * factsEach);
    await writeLongReferences(path, longBytes);
    const long = await rowsOf(reader);
    const leftOut = many.leftOut ?? long.leftOut;
    const rows = [...many.rows, ...long.rows];
    return leftOut === undefined ? { rows } : { rows, leftOut };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Reader = Readonly<{ program: string; path: string; runs: number }>;

async function rowsOf(reader: Reader, factsWanted?: number): Promise<Findings> {
  const bytes = statSync(reader.path).size;
  const ours = await readAs('ours', reader);
  if (factsWanted !== undefined && ours.rows !== factsWanted) throw new Error('facts are missing');
  const rows: Row[] = [withPeer('papaparse, cells only', await readAs('papaparse', reader))];
  let leftOut: string | undefined;
  try {
    rows.push(withPeer('DuckDB, texts only', await readAs('duckdb', reader)));
  } catch {
    leftOut = 'DuckDB, which is not installed: npm install @duckdb/node-api.';
  }
  return leftOut === undefined ? { rows } : { rows, leftOut };

  function withPeer(peerName: string, peer: Reading): Row {
    const speed = (bytes / 1000 / ours.milliseconds).toFixed(0);
    const megabytes = (bytes / 1_000_000).toFixed(0);
    return {
      what: `${megabytes} MB of CSV to ${ours.rows} checked facts (${speed} MB/s)`,
      oursMilliseconds: ours.milliseconds,
      memoryBytesMax: ours.memoryBytesMax,
      peer: {
        name: peerName,
        milliseconds: peer.milliseconds,
        memoryBytesMax: peer.memoryBytesMax,
      },
      target: { millisecondsMost: bytes / 1000 / megabytesEachSecond },
    };
  }
}

/** The median of several readings, by their time. */
async function readAs(manner: string, { program, path, runs }: Reader): Promise<Reading> {
  const readings: Reading[] = [];
  for (let count = 0; count < runs; count += 1) {
    const words = [manner, path];
    const alone = await runAlone<Reading>({ path: program, words, folder: process.cwd() });
    readings.push(alone.report);
  }
  const middle = median(readings.map(({ milliseconds }) => milliseconds));
  return readings.find(({ milliseconds }) => milliseconds === middle) as Reading;
}
