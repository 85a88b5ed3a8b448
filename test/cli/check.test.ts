import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallPage } from './small-page.ts';

const { path, put } = madeFolder();
const good = put('good.md', smallPage);
const bad = put('bad.md', smallPage.replace('for 13 weeks', 'for 13 weaks'));
const hash = /^sha256:[0-9a-f]{64}$/;

function checkJson(words: readonly string[], input = '') {
  const { status, stdout } = runOutturn(['check', ...words, '--format', 'json'], input);
  return { status, json: JSON.parse(stdout) };
}

test('a page without problems exits with 0 and gives both hashes', () => {
  const { status, json } = checkJson([good]);
  expect(status).toBe(0);
  expect(Object.keys(json)).toEqual(['contract', 'page', 'problems']);
  expect(json).toEqual({
    contract: expect.stringMatching(hash),
    page: expect.stringMatching(hash),
    problems: [],
  });
});

test('a page with an error exits with 1, has no hashes, and each problem has the fixed keys', () => {
  const { status, json } = checkJson([bad]);
  expect(status).toBe(1);
  expect(json).toMatchObject({ contract: null, page: null });
  expect(json.problems.length).toBeGreaterThan(0);
  for (const problem of json.problems) {
    expect(Object.keys(problem)).toEqual([
      'code',
      'severity',
      'line',
      'column',
      'endColumn',
      'excerpt',
      'message',
      'help',
    ]);
    expect(problem.excerpt).toContain('13 weaks');
    expect(problem.excerpt).toBe(
      smallPage.replace('13 weeks', '13 weaks').split('\n')[problem.line - 1],
    );
  }
});

test('warnings alone exit with 0', () => {
  const withoutExample = smallPage.slice(0, smallPage.indexOf('## Examples'));
  const { status, json } = checkJson(['-'], withoutExample);
  expect(status).toBe(0);
  expect(json.problems.map((each: { severity: string }) => each.severity)).toEqual(['warning']);
  expect(json.contract).toMatch(hash);
});

test('a page from standard input is the same page', () => {
  expect(checkJson(['-'], smallPage).json).toEqual(checkJson([good]).json);
});

test('a folder stands for the versions in it, and a readme is none', () => {
  mkdirSync(path('versions'));
  const first = checkJson([put('versions/contract.md', smallPage)]).json;
  put('versions/README.md', '# Not a page');
  const sentence = `Version 2 counts for outcomes from 1 April 2028 and replaces ${first.contract}.`;
  const second = smallPage
    .replace('Written in Outturn 1.', `Written in Outturn 1. ${sentence}`)
    .replace('£220 |', '£230 |')
    .replace('3 × £220 for Settled on', '£220 for Settled on')
    .replace('Pays £660', 'As at 2027-09-30, pays £220')
    .replace('2027-08-08, 2027-11-07 and 2028-02-06', '2027-08-08');
  put('versions/contract-2.md', second);
  const { status, json } = checkJson([path('versions')]);
  expect(json.problems.filter((each: { severity: string }) => each.severity === 'error')).toEqual(
    [],
  );
  expect(status).toBe(0);
  expect(json.versions.map((each: { source: string }) => each.source)).toEqual([
    path('versions/contract.md'),
    path('versions/contract-2.md'),
  ]);
  expect(json.versions[0].contract).toBe(first.contract);
  expect(json.contract).toBe(json.versions[1].contract);
  expect(json.contract).not.toBe(first.contract);
});

test('what is no page is said in plain words', () => {
  const latin = put('latin.md', Buffer.from('# Caf\xe9\n', 'latin1'));
  mkdirSync(path('empty'));
  for (const [given, words] of [
    [path('god.md'), `Did you mean ${good}?`],
    [latin, 'bytes that are not UTF-8'],
    [path('empty'), 'This folder holds no page.'],
    [`${good}/deeper.md`, 'cannot be read'],
  ] as const) {
    const { status, stdout, stderr } = runOutturn(['check', given]);
    expect([given, status]).toEqual([given, 1]);
    expect(stdout).toContain(words);
    expect(stdout + stderr).not.toMatch(/\n +at |ENO|Error:/);
  }
});

test('a file that is no page at all is one problem', () => {
  for (const [name, content, words] of [
    ['facts.md', 'id,kind,participant\na1,attached,Sam\n'.repeat(9), 'before --facts'],
    ['facts.csv', '{"id":"a1","kind":"attached"}\n'.repeat(9), 'before --facts'],
    ['paper.md', '%PDF-1.7\n%\n1\n2\n', 'Markdown'],
    ['word.docx', 'PK\x03\x04\x14\0word/document.xml\n\n1', 'Markdown'],
    ['wide.md', Buffer.from(smallPage, 'utf16le'), 'UTF-8'],
    ['web.md', '<!doctype html>\n<p>1\n<p>2\n', 'Markdown'],
  ] as const) {
    const { status, json } = checkJson([put(name, content)]);
    expect([name, status]).toEqual([name, 1]);
    expect(json.problems).toMatchObject([
      { code: 'page_file.other_kind', help: expect.stringContaining(words) },
    ]);
  }
});

test('in words, a problem stands with its line underlined, and the errors are counted', () => {
  const { status, stdout } = runOutturn(['check', bad]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/bad\.md:\d+:\d+ {2}\w+\.\w+\n {2}\d+ \| .*13 weaks.*\n.*\^\^/);
  expect(stdout).toMatch(/\d+ errors?\.\n$/);
});
