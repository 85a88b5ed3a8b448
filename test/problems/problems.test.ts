import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listProblems } from '../../scripts/problem-list.ts';
import { readContract } from '../../src/contract/index.ts';
import { formatProblems } from '../../src/problem/index.ts';
import { readProjectFile, root } from '../support/project-files.ts';

// Each folder has a page that provokes the problem after which it is named, and the exact text
// that is shown for the page. `UPDATE=1` writes the text: read the difference.
const folder = 'test/problems';
const codes = readdirSync(join(root, folder), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, folder, entry.name, 'page.md')))
  .map(({ name }) => name);

test.each(codes)('%s is shown as it should be', (code) => {
  const { problems } = readContract(readProjectFile(`${folder}/${code}/page.md`), 'page.md');
  const shown = `${formatProblems(problems)}\n`;
  const expected = `${folder}/${code}/expected.txt`;
  if (process.env.UPDATE === '1') writeFileSync(join(root, expected), shown);
  expect(shown).toBe(readProjectFile(expected));
  expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code]);
});

test('every problem that reading a page can raise has a page that provokes it', () => {
  const raised = listProblems().filter(({ path }) => path.startsWith('src/contract/'));
  expect([...new Set(raised.map(({ code }) => code))].toSorted()).toEqual(codes.toSorted());
});
