import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallPage } from './small-page.ts';

const { path, put } = madeFolder();
const page = put('contract.md', smallPage);

test('the tidy page is shown as text, and reads back as the same contract', () => {
  const { status, stdout } = runOutturn(['show', page]);
  expect(status).toBe(0);
  const again = runOutturn(['show', '-'], stdout);
  expect(again.stdout).toBe(stdout);
  const hashes = (text: string) => runOutturn(['check', '-', '--format', 'json'], text).stdout;
  expect(hashes(stdout)).toBe(hashes(smallPage));
});

test('HTML needs nothing beside it, runs nothing, and holds both hashes', () => {
  const file = path('contract.html');
  expect(runOutturn(['show', page, '--out', file]).status).toBe(0);
  const html = readFileSync(file, 'utf8');
  const { contract, page: whole } = JSON.parse(
    runOutturn(['check', page, '--format', 'json']).stdout,
  );
  expect(html).toContain(contract);
  expect(html).toContain(whole);
  expect(html).not.toMatch(/<script|src=|href=|url\(|@import|https?:/);
  expect(html).toContain('<strong>Settled</strong>: in settled housing for 13 weeks');
});

test('what stands on a page is text in HTML and in PDF, never markup', () => {
  const note = '> 5 < 6 & 7 > 2 #eval("1") $x$ [link](javascript:alert(1)) \\u{0}';
  const nasty = put('nasty.md', smallPage.replace('## People', `${note}\n\n## People`));
  const html = runOutturn(['show', nasty, '--format', 'html']).stdout;
  expect(html).toContain('5 &lt; 6 &amp; 7 &gt; 2 #eval(');
  expect(html).not.toMatch(/<img|<a /);
  const { status } = runOutturn(['show', nasty, '--out', path('nasty.pdf')]);
  expect([status, existsSync(path('nasty.pdf'))]).toEqual([0, true]);
});

test('a short page is one sheet without a warning, a long one is a warning that says so', () => {
  const short = runOutturn(['show', page, '--out', path('short.pdf')]);
  expect([short.status, short.stderr]).toEqual([0, expect.not.stringContaining('warning')]);
  const notes = `${'> A note that goes on and on, so that the page grows long.\n\n'.repeat(400)}`;
  const long = put('long.md', smallPage.replace('## People', `${notes}## People`));
  const shown = runOutturn(['show', long, '--out', path('long.pdf'), '--format', 'json']);
  expect(shown.status).toBe(0);
  expect(JSON.parse(shown.stdout).problems).toMatchObject([
    {
      code: 'page.over_one_sheet',
      severity: 'warning',
      message: expect.stringMatching(/\d sides/),
    },
  ]);
});

test('a PDF is the same for the same page', () => {
  const bytes = [1, 2].map(() => {
    runOutturn(['show', page, '--out', path('same.pdf')]);
    return readFileSync(path('same.pdf')).toString('latin1');
  });
  expect(bytes[0] === bytes[1]).toBe(true);
});

test('a file that cannot be written leaves nothing behind, and says why', () => {
  const file = path('nowhere/contract.pdf');
  const { status, stderr } = runOutturn(['show', page, '--out', file]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('its folder is not there')]);
  expect(readdirSync(dirname(page)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a page with an error is not shown', () => {
  const bad = put('bad.md', smallPage.replace('13 weeks', '13 weaks'));
  const { status, stdout } = runOutturn(['show', bad]);
  expect([status, stdout]).toEqual([1, '']);
});

test('the contract as data is what its schema says', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: true } });
  const isValid = ajv.compile(JSON.parse(runOutturn(['schema', 'page']).stdout));
  const { terms } = JSON.parse(runOutturn(['show', page, '--format', 'json']).stdout);
  expect([isValid(terms), isValid.errors]).toEqual([true, null]);
});
