import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { readProjectFile } from '../support/project-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallPage } from './small-page.ts';

const { path, put } = madeFolder();

test('a new page has no problems, pays what its examples say, and is paid partly by grant', () => {
  const file = path('mine.md');
  expect(runOutturn(['new', file]).status).toBe(0);
  const checked = JSON.parse(runOutturn(['check', file, '--format', 'json']).stdout);
  expect(checked.problems).toEqual([]);
  expect(runOutturn(['try', file]).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/a year .*as a grant/);
});

test('a new page is written over nothing, unless forced', () => {
  const file = put('there.md', 'mine');
  const refused = runOutturn(['new', file]);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('--force')]);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(runOutturn(['new', file, '--force']).status).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toBe('mine');
});

test('a new page can start from an example', () => {
  const name: string = JSON.parse(readProjectFile('examples/index.json')).demo;
  const { stdout } = runOutturn(['new', '--from', name]);
  expect(stdout).toBe(readProjectFile(`examples/${name}/contract.md`));
  const unknown = runOutturn(['new', '--from', 'nowhere-at-all']);
  expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining(name)]);
});

test('examples on a page are run, and one that pays otherwise is a problem of the page', () => {
  const good = runOutturn(['try', '-'], smallPage);
  expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('pay what they say')]);
  const wrong = smallPage.replace('Pays £660: 3 × £220', 'Pays £690: 3 × £230');
  const bad = runOutturn(['try', '-', '--format', 'json'], wrong);
  expect(bad.status).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    examples: [{ title: 'Sam settles', passed: false, expected: '690.00', actual: '660.00' }],
    problems: [{ code: 'example.pays_otherwise', severity: 'error' }],
  });
});

test('the demonstration comes to the money published, and explains a line', () => {
  const shown = runOutturn(['demo']);
  expect([shown.status, shown.stderr]).toEqual([0, '']);
  expect(shown.stdout).toContain('They agree to the penny.');
  expect(shown.stdout).toContain('npx outturn show');
  const json = JSON.parse(runOutturn(['demo', '--format', 'json']).stdout);
  expect(json.settlement.total).toBe(json.published.amount);
});

test('an example that pays otherwise shows what differs, and everything with --why', () => {
  const wrong = smallPage.replace('and 2028-02-06', 'and 2028-02-07');
  const { stdout } = runOutturn(['try', '-'], wrong);
  expect(stdout).toMatch(/6 February 2028 +Settled/);
  expect(stdout).toContain('for the 3rd time, was achieved on 6 February 2028');
  expect(stdout).not.toContain('8 August 2027');
  expect(stdout).not.toContain('Qualified');
  const all = runOutturn(['try', '-', '--why'], wrong).stdout;
  expect(all).toContain('8 August 2027');
  expect(all).toContain('Qualified');
});
