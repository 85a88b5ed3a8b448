import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FactFiles } from '../examples/generate/making/recorder.ts';
import { factsToCsv } from '../src/facts/index.ts';

/**
 * Writes the made-up facts of every example, or of those named: `npx tsx scripts/examples.ts NAME`.
 * Each module of examples/generate is one example, and gives the same facts whenever it is asked.
 */
const folder = join(import.meta.dirname, '..', 'examples');
const wanted = process.argv.slice(2);
const modules = readdirSync(join(folder, 'generate')).filter((file) => file.endsWith('.ts'));

for (const file of modules) {
  const name = file.replace(/\.ts$/, '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const url = pathToFileURL(join(folder, 'generate', file)).href;
  const { factFiles } = (await import(url)) as { factFiles: () => FactFiles };
  mkdirSync(join(folder, name, 'facts'), { recursive: true });
  for (const [csv, facts] of factFiles()) {
    writeFileSync(join(folder, name, 'facts', csv), factsToCsv(facts));
    process.stdout.write(`examples/${name}/facts/${csv}: ${facts.length} facts\n`);
  }
}
