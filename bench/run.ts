// `npm run bench`: runs every bench/*.bench.ts, or those whose file names hold one of the words
// given to it, prints one table, and keeps the figures in bench/results.json.
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, Row } from './row.ts';

const folder = dirname(fileURLToPath(import.meta.url));

await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<void> {
  const files = readdirSync(folder).filter((name) => isChosen(name, words));
  if (files.length === 0) {
    console.error('There is no bench/*.bench.ts of that name.');
    process.exitCode = 1;
    return;
  }
  const results: { name: string; rows: Row[] }[] = [];
  for (const file of files.toSorted()) {
    const bench: Bench = await import(join(folder, file));
    console.error(`Running ${bench.name}...`);
    results.push({ name: bench.name, rows: await bench.run() });
  }
  console.log(table(results.flatMap(({ rows }) => rows)));
  const machine = { node: process.version, cores: cpus().length, memoryBytes: totalmem() };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
}

function isChosen(name: string, words: readonly string[]): boolean {
  return name.endsWith('.bench.ts') && (words.length === 0 || words.some((w) => name.includes(w)));
}

function table(rows: readonly Row[]): string {
  const cells = [['what', 'ours', 'peer', 'ratio', 'memory'], ...rows.map(cellsOf)];
  const widths = [0, 1, 2, 3, 4].map((at) =>
    Math.max(...cells.map((line) => line[at]?.length ?? 0)),
  );
  const lines = cells.map((line) =>
    line.map((cell, at) => pad(cell, { width: widths[at] ?? 0, isFirst: at === 0 })).join('  '),
  );
  return lines.map((line) => line.trimEnd()).join('\n');
}

function cellsOf({ what, oursMilliseconds, peer, memoryBytesMax }: Row): string[] {
  return [
    what,
    duration(oursMilliseconds),
    peer === undefined ? '' : `${duration(peer.milliseconds)} ${peer.name}`,
    peer === undefined ? '' : `${(peer.milliseconds / oursMilliseconds).toFixed(1)}x`,
    memoryBytesMax === undefined ? '' : `${Math.round(memoryBytesMax / 2 ** 20)} MiB`,
  ];
}

function pad(cell: string, { width, isFirst }: { width: number; isFirst: boolean }): string {
  return isFirst ? cell.padEnd(width) : cell.padStart(width);
}

function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return milliseconds >= 1
    ? `${milliseconds.toFixed(1)} ms`
    : `${(milliseconds * 1000).toFixed(1)} µs`;
}
