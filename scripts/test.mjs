// `npm test`: the gate. Sets up what is missing, checks types, tidiness and every test, and ends
// with one closing line that counts them. `--only-tests` leaves out the checks, and so do words,
// which are passed to vitest: `npm test -- src/money`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepare, root } from './prepare.mjs';

const report = join(root, '.cache/vitest.json');
const words = process.argv.slice(2).filter((word) => word !== '--only-tests');
const isWhole = process.argv.length === 2;

prepare();
const counts = { passed: 0, failed: 0, skipped: 0 };
// Said once more at the end: whoever sees only the last lines of a long run sees what failed.
const failures = [];
if (isWhole) {
  // All at once: each waits for a disk or works on one core for much of its time.
  const steps = [
    step('types', [typeChecker(), '-p', '.']),
    step('format and lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
    step('lint with types', ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '.']),
    step('nothing unused', ['knip/bin/knip.js', '--no-progress', '--no-config-hints']),
    step('build', ['../scripts/build.mjs']),
  ];
  for (const each of steps) tell(await each);
}
runTests();
for (const failure of failures) console.log(`\nfailed: ${failure}`);
console.log(closingLine());
process.exitCode = counts.failed === 0 ? 0 : 1;

function step(name, [path, ...rest]) {
  const program = join(root, 'node_modules', path);
  const child = spawn(process.execPath, [program, ...rest], { cwd: root, stdio: 'pipe' });
  const said = [];
  child.stdin.end();
  child.stdout.on('data', (bytes) => said.push(bytes));
  child.stderr.on('data', (bytes) => said.push(bytes));
  return new Promise((done) => {
    child.on('close', (code) => done({ name, passed: code === 0, said: Buffer.concat(said) }));
  });
}

function tell({ name, passed, said }) {
  console.log(`\n— ${name}\n${said}`);
  counts[passed ? 'passed' : 'failed'] += 1;
  if (!passed) failures.push(`the step "${name}": what it found stands above.`);
}

// TypeScript 7 is the faster one, and a program of the machine's own; where it cannot run, 6 can.
function typeChecker() {
  const fast = 'ts7/bin/tsc';
  return run([fast, '--version'], 'ignore') ? fast : 'typescript/bin/tsc';
}

// With more room for what is new it is looked through for garbage less often: of the time of the
// processor that tests of settlement take, a twelfth.
function runTests() {
  console.log('\n— tests');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = ['vitest/vitest.mjs', 'run', ...reporters, ...words];
  const passed = run(vitest, 'inherit', ['--max-semi-space-size=64']);
  const found = countTests();
  for (const key of Object.keys(found)) counts[key] += found[key];
  // A crash, an error outside any test, or no test at all: no test failed, and yet all is not well.
  if (!passed && found.failed === 0) {
    counts.failed += 1;
    failures.push('the run of the tests: an error outside of any of them stands above.');
  }
}

function countTests() {
  const found = { passed: 0, failed: 0, skipped: 0 };
  for (const file of readReport()) {
    failures.push(...failuresOf(file));
    const tests = file.assertionResults;
    if (file.status === 'failed' && tests.length === 0) found.failed += 1;
    for (const { status } of tests) {
      if (status === 'passed' || status === 'failed') found[status] += 1;
      else found.skipped += 1;
    }
  }
  return found;
}

// What failed of one file: its tests, or the file as a whole where it could not be read.
function failuresOf({ name, message, status, assertionResults }) {
  const place = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${place}\n${start(message)}`];
  return failed.map((test) => {
    return `${place}: ${test.fullName}\n${start(test.failureMessages.join('\n'))}`;
  });
}

function start(message) {
  return message.split('\n').slice(0, 12).join('\n');
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    return [];
  }
}

function run([path, ...rest], output = 'inherit', flags = []) {
  const program = join(root, 'node_modules', path);
  const stdio = ['ignore', output, output];
  const all = [...flags, program, ...rest];
  return spawnSync(process.execPath, all, { cwd: root, stdio }).status === 0;
}

function closingLine() {
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return `\n${counts.passed} passed, ${counts.failed} failed${skipped}`;
}
