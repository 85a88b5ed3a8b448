import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readContract } from '../src/contract/index.ts';
import { median } from './median.ts';
import type { Row } from './row.ts';

// Wanted: 60 ms for the first reading in a new process, 20 ms once warm, so that an editor can
// read the page at each stroke of a key.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'examples/northshire/contract.md');
const linesWanted = 100;
const runs = 15;

export const name = 'reading a page';

/** A page of a hundred lines, checked: cold, warm, and with a sentence being typed. */
export async function run(): Promise<Row[]> {
  const text = hundredLines(readFileSync(page, 'utf8'));
  const half = text.replace('Outcomes are settled monthly', 'Outcomes are setled mon');
  warmUp(text);
  warmUp(half);
  return [
    row('a page of 100 lines checked, first in a new process', median(coldTimes(text))),
    row('a page of 100 lines checked, warm', median(times(text))),
    row('a page of 100 lines checked, warm, a sentence half typed', median(times(half))),
  ];
}

/** The page without its last examples, so that it has about the lines that are wanted. */
function hundredLines(text: string): string {
  const lines = text.split('\n');
  const ends = lines.flatMap((line, at) => (line.startsWith('### ') ? [at] : []));
  const end = ends.findLast((at) => at <= linesWanted + 10) ?? lines.length;
  return lines.slice(0, end).join('\n');
}

function row(what: string, oursMilliseconds: number): Row {
  return { what, oursMilliseconds };
}

function warmUp(text: string): void {
  for (let count = 0; count < 40; count += 1) readContract(text);
}

function times(text: string): number[] {
  return Array.from({ length: runs }, () => timeOf(() => readContract(text)));
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The first reading of each of a few new processes, the loading of the program left out. */
function coldTimes(text: string): number[] {
  const script = join(root, 'bench/contract-cold.ts');
  const words = ['--import', 'tsx', script];
  return Array.from({ length: 5 }, () =>
    Number(spawnSync(process.execPath, words, { cwd: root, input: text }).stdout.toString()),
  );
}
