// `npm run bench`: runs every bench/*.bench.ts, or those whose file names hold one of the words
// given to it, prints one table, and keeps the figures in bench/results.json. A number is a size
// and `--runs 5` asks for medians, in those that know of either:
// `npm run bench -- work-programme 200000 --runs 5`. Those of the service stand apart, as they fill
// a database first: `npm run bench -- service import 1000000`, and keep theirs in bench/service/.
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Asked, Bench, Findings } from './row.ts';
import { table } from './table.ts';

const here = dirname(fileURLToPath(import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '1' } },
});

const words = positionals.filter((word) => !isSize(word));
const isOfService = words[0] === 'service';
await main(
  isOfService ? { folder: join(here, 'service'), words: words.slice(1) } : { folder: here, words },
  { runs: Number(values.runs), sizes: positionals.filter(isSize).map(Number) },
);

type Chosen = Readonly<{ folder: string; words: readonly string[] }>;

async function main({ folder, words }: Chosen, asked: Asked): Promise<void> {
  const files = readdirSync(folder).filter((name) => isChosen(name, words));
  if (files.length === 0 || !(asked.runs >= 1)) {
    console.error('There is no such *.bench.ts, or --runs is no number.');
    process.exitCode = 1;
    return;
  }
  const results: (Findings & { name: string })[] = [];
  for (const file of files.toSorted()) {
    const bench: Bench = await import(join(folder, file));
    console.error(`Running ${bench.name}...`);
    const found = await bench.run(asked);
    results.push({ name: bench.name, ...('rows' in found ? found : { rows: found }) });
  }
  const plain = results.flatMap(({ rows, table: own }) => (own === undefined ? rows : []));
  if (plain.length > 0) console.log(table(plain));
  for (const { table: own } of results) if (own !== undefined) console.log(own);
  const machine = machineNow();
  // Those of the service are mostly run one by one: each keeps its own.
  const kept = folder === here ? 'results.json' : ['results', ...words].join('-').concat('.json');
  writeFileSync(join(folder, kept), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  for (const each of results) tellOf(each);
  if (machine.load <= machine.cores + 1) return;
  const busy = `${machine.load.toFixed(1)} programs for ${machine.cores} cores`;
  console.error(`\nThe machine was busy (${busy}): by itself all would have been faster.`);
}

/** What the figures were measured on, and how many programs ran on it of late. */
function machineNow() {
  const [load = 0] = loadavg();
  return { node: process.version, cores: cpus().length, memoryBytes: totalmem(), load };
}

function isSize(word: string): boolean {
  return /^\d+$/.test(word);
}

function isChosen(name: string, words: readonly string[]): boolean {
  return name.endsWith('.bench.ts') && (words.length === 0 || words.some((w) => name.includes(w)));
}

function tellOf({ name, leftOut, differences = [] }: Findings & { name: string }): void {
  if (leftOut !== undefined) console.error(`\nLeft out of ${name}: ${leftOut}`);
  if (differences.length === 0) return;
  console.error(`\n${name}: ours and the peer's DIFFER, so that no figure of it counts.`);
  for (const difference of differences) console.error(`  ${difference}`);
  process.exitCode = 1;
}
