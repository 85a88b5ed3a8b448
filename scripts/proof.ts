// `npm run proof`: what takes too long for `npm test`. Random worlds beyond those of the tests,
// then mutation testing: every piece of money, ledger and settlement is made wrong in turn, and
// some test must notice. `npm run proof -- src/money` does one folder; docs/mutants.md tells more.
// `npm run proof -- kills` kills the service 400 times; docs/kills.md tells more.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/support/project-files.ts';
import { listedIn, type Mutant, mutantsOf, withLines } from './mutants/listed.ts';

const worlds = ['--seed', '11', '--count', '8000'];
const page = join(root, 'docs/mutants.md');
const report = join(root, '.cache/mutants/last.json');
const settlement = 'src/settlement';

/** Tests of settlement that stand elsewhere and take a moment: pages, examples, worlds. */
const throughPages = [
  'test/cases/what-a-page-pays.test.ts',
  'test/cases/must-say.test.ts',
  'test/oracle/together.test.ts',
  'test/examples/alliance.test.ts',
  'test/examples/educate-girls.test.ts',
  'test/examples/relational-grant.test.ts',
  'test/examples/subcontracts.test.ts',
  'test/mutants/bundle.mutants.ts',
  'test/mutants/worlds.mutants.ts',
];

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const [first, ...others] = process.argv.slice(2);
if (first === 'kills') process.exit(run([tsx, 'scripts/kills.ts', ...others]) ? 0 : 1);
const named = first === undefined ? [] : [first, ...others];
const folders = named.length === 0 ? ['src/money', 'src/ledger', ...foldersOfSettlement()] : named;

mkdirSync(join(root, '.cache/mutants'), { recursive: true });
let passed = true;
if (named.length === 0) {
  console.log(
    'Kills, 20 minutes; random worlds, 5; mutants, 2 minutes, and up to 30 a folder of settlement.',
  );
  passed = run([tsx, 'scripts/kills.ts']) && passed;
  passed = run([tsx, 'scripts/worlds.ts', ...worlds]) && passed;
}
const said = folders.map(proved);
for (const line of said) console.log(line);
if (!passed) process.exitCode = 1;

function foldersOfSettlement(): string[] {
  const entries = readdirSync(join(root, settlement), { withFileTypes: true });
  const inner = entries.filter((entry) => entry.isDirectory());
  return [settlement, ...inner.map(({ name }) => `${settlement}/${name}`).toSorted()];
}

/** Mutates one folder, and says how it went and what docs/mutants.md does not say yet. */
function proved(folder: string): string {
  console.log(`\n— ${folder}`);
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const mutate = `${folder}/*.ts,!src/**/*.test.ts,!src/money/currencies.ts`;
  writeFileSync(report, '{"files":{}}');
  const words = [stryker, 'run', '--mutate', mutate];
  const isHighEnough = run(words, { MUTANTS_TESTS: testsFor(folder).join(',') });
  const mutants = mutantsOf(readFileSync(report, 'utf8'));
  const survivors = mutants.filter(({ fate }) => fate === 'survived');
  const killed = mutants.filter(({ fate }) => fate === 'killed').length;
  const inStep = keptInStep(folder, survivors);
  passed &&= isHighEnough && inStep;
  const score = ((100 * killed) / Math.max(1, mutants.length)).toFixed(1);
  return `${folder}: ${killed} killed, ${survivors.length} survived, score ${score}%`;
}

/** Whether the page lists each survivor of the folder and no other; puts moved lines right. */
function keptInStep(folder: string, survivors: readonly Mutant[]): boolean {
  const text = readFileSync(page, 'utf8');
  const { unlisted, gone } = listedIn(text, { folder, survivors });
  for (const line of unlisted) console.log(`not in docs/mutants.md: ${line}`);
  for (const line of gone) console.log(`no longer survives: ${line}`);
  writeFileSync(page, withLines(text, survivors));
  return unlisted.length + gone.length === 0;
}

/** The tests beside, and for settlement those of all of it, of pages, and a few worlds. */
function testsFor(folder: string): string[] {
  const above = folder.startsWith(settlement) ? settlement : folder;
  const paths = readdirSync(join(root, above), { recursive: true, encoding: 'utf8' });
  const tests = paths
    .map((path) => `${above}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => !path.endsWith('.property.test.ts') || isBeside(path, folder));
  const ours = tests.filter((path) => isBeside(path, folder)).toSorted();
  const others = tests.filter((path) => !isBeside(path, folder)).toSorted();
  const some = above === settlement ? throughPages : [];
  return [...ours, ...others, ...some, 'test/mutants/loads.test.ts'];
}

function isBeside(path: string, folder: string): boolean {
  return path.slice(0, path.lastIndexOf('/')) === folder;
}

function run(words: readonly string[], more: Readonly<Record<string, string>> = {}): boolean {
  const env = { ...process.env, ...more };
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env }).status === 0;
}
