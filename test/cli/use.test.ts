import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verbs } from '../../src/cli/verbs/index.ts';
import { madeFolder } from '../support/made-files.ts';
import { readProjectFile, root } from '../support/project-files.ts';
import { runOutturn } from '../support/run-outturn.ts';

const { path, put } = madeFolder();
let at = 0;

const settling = ['settle', 'x', '--facts', 'y', '--as-at', '2027-09-30'];
const program = join(root, 'bin/outturn.mjs');

test.each([
  [[], 'No verb was given.'],
  [['setle'], 'Did you mean "settle"?'],
  [['settle', '--fact', 'x'], 'Did you mean --facts?'],
  [['check'], '`outturn check` needs PAGE.'],
  [['check', 'x', '--format'], 'The option --format needs a value after it.'],
  [['check', 'x', '--format', 'yaml'], 'It takes text, json.'],
  [['schema', 'world'], 'It takes page, facts, results, bundle.'],
  [['schema', 'page', 'facts'], 'was given more than it takes'],
  [['settle', 'x', '--as-at', '2027-09-30'], 'needs the option --facts'],
  [['settle', 'x', '--facts', 'y'], 'needs the option --as-at'],
  [['settle', 'x', '--facts', 'y', '--as-at', '30/09/2027'], '2027-09-30: year, month, day'],
  [['settle', '-', '--facts', '-', '--as-at', '2027-09-30'], 'can be read only once'],
  [['why', 'x', '--facts', 'y', '--as-at', '2027-09-30'], 'either --line or --participant'],
  [[...settling, '--as-at', '2027-10-31'], 'The option --as-at was given twice'],
  [
    [...settling, '--known-at', '2028-01-01', '--known-at=2028-02-01'],
    '--known-at was given twice',
  ],
  [[...settling, '--lines', 'a.csv', '--lines', 'b.csv'], '--lines was given twice'],
  [['show', 'x', '--out', 'a.pdf', '--out', 'b.pdf'], '--out was given twice'],
  [['check', 'x', '--format', 'text', '--format', 'text'], '--format was given twice'],
])('outturn %j is wrong use, and says what would be right', (words, said) => {
  const { status, stdout, stderr } = runOutturn(words);
  expect(stderr).toContain(said);
  expect([status, stdout]).toEqual([2, '']);
});

test('wrong use is JSON where JSON was asked for', () => {
  const { status, stdout } = runOutturn(['check', '--format', 'json', '--fast']);
  expect(status).toBe(2);
  expect(JSON.parse(stdout).problems).toMatchObject([
    { code: 'command.option_unknown', severity: 'error', line: 0 },
  ]);
});

test('an option of many values may be given again', () => {
  const { stderr } = runOutturn([...settling, '--facts', 'z', '--set-aside', '--set-aside']);
  expect(stderr).not.toContain('given twice');
});

test('a fault is said in words and, where JSON was asked for, as JSON', () => {
  const broken = put(
    'broken.cjs',
    `require('node:fs/promises').stat = async () => { throw new Error('the stair is broken'); };`,
  );
  const run = (words: readonly string[]) =>
    spawnSync(process.execPath, ['--require', broken, join(root, 'dist/outturn.cjs'), ...words], {
      cwd: root,
      encoding: 'utf8',
    });
  const inWords = run(['check', 'examples/northshire']);
  expect([inWords.status, inWords.stdout]).toEqual([3, '']);
  expect(inWords.stderr).toContain('the stair is broken');
  const inJson = run(['check', 'examples/northshire', '--format', 'json']);
  expect(inJson.status).toBe(3);
  expect(JSON.parse(inJson.stdout)).toEqual({ problems: [], fault: 'the stair is broken' });
  expect(inJson.stderr).toBe(inWords.stderr.replace('northshire\n', 'northshire --format json\n'));
});

test('help is a result, and not wrong use', () => {
  for (const words of [['--help'], ['help', 'settle'], ['settle', '--help'], ['--version']]) {
    const { status, stdout, stderr } = runOutturn(words);
    expect([words, status, stderr]).toEqual([words, 0, '']);
    expect(stdout).not.toBe('');
  }
});

test('every example in the help of a verb can be typed as it is', () => {
  // What serves goes on until it is stopped: serve.test.ts starts it and stops it. What copies its
  // data and puts them back is tried in test/backup, what asks a service in client.test.ts, and what
  // reads a record of one in verify.test.ts.
  const others = ['serve', 'backup', 'restore', 'found', 'way-back', 'call', 'send', 'verify'];
  const ending = verbs.filter(({ name }) => !others.includes(name));
  for (const example of ending.flatMap((verb) => verb.examples)) {
    const [line = '', from] = example.split(' < ');
    const typed = [...(line.split(' > ')[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].slice(1);
    const words = typed.map(([, quoted, plain = '']) => quoted ?? inTemporaryFolder(plain));
    const { status, stderr } = runOutturn(words, from ? readProjectFile(from) : '');
    expect([example, status, stderr.includes('problem')]).toEqual([example, 0, false]);
  }
  expect(verbs.filter((verb) => verb.examples.length === 0)).toEqual([]);
});

function inTemporaryFolder(word: string): string {
  return /^[a-z]+\.[a-z]+$/.test(word) ? path(`${at++}-${word}`) : word;
}

test('docs/cli.md names every verb and every option', () => {
  const page = readProjectFile('docs/cli.md');
  for (const { name } of verbs) {
    const { stdout } = runOutturn([name, '--help']);
    const options = [...stdout.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    const own = options.filter((option) => !['--help', '--format'].includes(option));
    const missing = own.filter((option) => !page.includes(option));
    expect([name, page.includes(`outturn ${name}`), missing]).toEqual([name, true, []]);
  }
});

test('nothing is in colour where nobody looks, and NO_COLOR is kept', () => {
  const look = (env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, [program, 'check', 'examples/northshire'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    }).stdout;
  expect(look({ FORCE_COLOR: undefined })).not.toContain('\u001b');
  expect(look({ FORCE_COLOR: '1', NO_COLOR: undefined })).toContain('\u001b[32m');
  expect(look({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b');
});

test('a reader that goes away early is no fault', () => {
  const words = `${process.execPath} ${program} schema page | head -c 10`;
  const { stderr, stdout } = spawnSync('sh', ['-c', words], { cwd: root, encoding: 'utf8' });
  expect([stdout.length, stderr]).toEqual([10, '']);
});
