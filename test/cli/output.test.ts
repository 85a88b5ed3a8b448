import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { root } from '../support/project-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { path, put } = madeFolder();
const page = put('contract.md', smallPage);
const facts = put('facts.csv', smallFacts);
const ground = [page, '--facts', facts, '--as-at', '2028-12-31'];
const program = join(root, 'bin/outturn.mjs');

const writers: readonly (readonly [string, (file: string) => readonly string[]])[] = [
  ['settle', (file) => ['settle', ...ground, '--lines', file]],
  ['statement', (file) => ['statement', ...ground, '--out', file]],
];

test.each(writers)('%s never writes over its facts, by whatever name, even forced', (_, words) => {
  symlinkSync(facts, path('soft.csv'));
  linkSync(facts, path('hard.csv'));
  for (const file of [facts, path('soft.csv'), path('hard.csv'), path('./x/../facts.csv')]) {
    for (const force of [[], ['--force']]) {
      const { status, stderr } = runOutturn([...words(file), ...force]);
      expect([status, stderr]).toEqual([1, expect.stringContaining('read as a page or as facts')]);
    }
  }
  expect(readFileSync(facts, 'utf8')).toBe(smallFacts);
  for (const name of ['soft.csv', 'hard.csv']) rmSync(path(name));
});

test('show never writes over its page', () => {
  const { status, stderr } = runOutturn(['show', page, '--out', page, '--force']);
  expect([status, stderr]).toEqual([1, expect.stringContaining('read as a page or as facts')]);
  expect(readFileSync(page, 'utf8')).toBe(smallPage);
});

test('a file that is there is written over only when that is said', () => {
  const earlier = put('earlier.csv', 'last month\n');
  const words = ['settle', ...ground, '--lines', earlier];
  const refused = runOutturn(words);
  expect([refused.status, refused.stdout, refused.stderr]).toEqual([
    1,
    '',
    expect.stringMatching(/There is a file of this name already[\s\S]*--force/),
  ]);
  expect(readFileSync(earlier, 'utf8')).toBe('last month\n');
  expect(runOutturn([...words, '--force']).status).toBe(0);
  expect(readFileSync(earlier, 'utf8')).toContain('Outcomes/Settled');
});

test('forced through a link, what it leads to is written over and the link stays', () => {
  const earlier = put('real.csv', 'last month\n');
  symlinkSync(earlier, path('link.csv'));
  runOutturn(['settle', ...ground, '--lines', path('link.csv'), '--force']);
  expect(readFileSync(earlier, 'utf8')).toContain('Outcomes/Settled');
});

test('nothing is written into a folder of facts, where it would be read as facts', () => {
  mkdirSync(path('all/deep'), { recursive: true });
  put('all/facts.csv', smallFacts);
  const words = ['settle', page, '--facts', path('all'), '--as-at', '2028-12-31', '--lines'];
  for (const name of ['all/lines.csv', 'all/deep/lines.ndjson']) {
    const { status, stderr } = runOutturn([...words, path(name)]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('in a folder of facts')]);
    expect(existsSync(path(name))).toBe(false);
  }
  expect(runOutturn([...words, path('lines-beside.csv')]).status).toBe(0);
});

test.each([
  [['show', page, '--out', path('h.csv')], '.md, .txt, .html, .pdf or .json'],
  [['show', page, '--out', path('h.docx')], '.md, .txt, .html, .pdf or .json'],
  [['show', page, '--out', path('h')], '.md, .txt, .html, .pdf or .json'],
  [['statement', ...ground, '--out', path('h.html')], '.txt, .csv, .pdf or .json'],
  [['settle', ...ground, '--lines', path('h.xlsx')], '.ndjson, .csv or .parquet'],
])('an ending that is none of ours is refused before any work: %j', (words, said) => {
  const { status, stdout, stderr } = runOutturn(words);
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining(said)]);
  expect(existsSync(words.at(-1) ?? '')).toBe(false);
});

test('an ending and a format that differ are refused', () => {
  const words = ['statement', ...ground, '--format', 'csv', '--out', path('h.pdf')];
  const { status, stderr } = runOutturn(words);
  expect([status, stderr]).toEqual([1, expect.stringContaining('The format csv was asked for')]);
  const html = runOutturn(['show', page, '--format', 'html', '--out', path('h.md')]);
  expect([html.status, existsSync(path('h.md'))]).toEqual([1, false]);
});

test('the ending .json writes JSON, and .txt every line of a statement', () => {
  runOutturn(['show', page, '--out', path('page.json')]);
  expect(JSON.parse(readFileSync(path('page.json'), 'utf8'))).toMatchObject({
    text: runOutturn(['show', page]).stdout,
    problems: [],
  });
  runOutturn(['statement', ...ground, '--out', path('statement.json')]);
  expect(JSON.parse(readFileSync(path('statement.json'), 'utf8')).statements).toHaveLength(2);
  runOutturn(['statement', ...ground, '--out', path('statement.txt')]);
  expect(readFileSync(path('statement.txt'), 'utf8')).toContain('Statement for Bright Futures');
});

test('what is no ordinary file is not written over', () => {
  execFileSync('sh', ['-c', `mkfifo '${path('pipe.csv')}'`]);
  const { status, stderr } = runOutturn(['settle', ...ground, '--lines', path('pipe.csv')]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('no ordinary file')]);
  expect(statSync(path('pipe.csv')).isFIFO()).toBe(true);
});

test.skipIf(!existsSync('/dev/full'))('a full disk is told as such, and is no fault', () => {
  for (const words of [
    ['schema', 'page'],
    ['show', page],
    ['check', page, '--format', 'json'],
  ]) {
    const line = [process.execPath, program, ...words, '> /dev/full'].join(' ');
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('(the disk is full)')]);
    expect(stderr).not.toContain('fault of Outturn');
  }
});
