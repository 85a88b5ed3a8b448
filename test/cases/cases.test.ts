import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tryExamples } from '../../src/cases/index.ts';
import { hashesOf, printContract, readContract } from '../../src/contract/index.ts';
import { formatProblems } from '../../src/problem/index.ts';
import { readProjectFile, root } from '../support/project-files.ts';

// Pages that anyone may reuse to try a reader of the language. A good one stands with its tidy
// page, its contract as JSON and both hashes, which no later version may change; a bad one with
// all that is said of it. `UPDATE=1` writes what is expected: read the difference.
function casesOf(kind: string): string[] {
  const entries = readdirSync(join(root, 'test/cases', kind), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${kind}/${name}`);
}

function expectFile(path: string, text: string): void {
  const whole = `test/cases/${path}`;
  if (process.env.UPDATE === '1') writeFileSync(join(root, whole), text);
  expect(text).toBe(readProjectFile(whole));
}

describe('a good page', () => {
  test.each(casesOf('good'))('%s is read as it was, and printed and hashed as it was', (path) => {
    const { contract, problems } = readContract(readProjectFile(`test/cases/${path}/page.md`));
    expect(formatProblems(problems)).toBe('');
    expectFile(`${path}/tidy.md`, printContract(contract));
    expectFile(`${path}/contract.json`, `${JSON.stringify(contract, null, 2)}\n`);
    expectFile(`${path}/hashes.json`, `${JSON.stringify(hashesOf(contract), null, 2)}\n`);
  });

  test.each(casesOf('good'))('%s, once tidy, is the same contract and stays as it is', (path) => {
    const { contract } = readContract(readProjectFile(`test/cases/${path}/page.md`));
    const tidy = printContract(contract);
    expect(readContract(tidy).contract).toEqual(contract);
    expect(printContract(readContract(tidy).contract)).toBe(tidy);
  });

  test.each(casesOf('good'))('%s pays what its worked examples say', (path) => {
    const page = readContract(readProjectFile(`test/cases/${path}/page.md`));
    const isFirst = page.contract.opening.every(({ form }) => form !== 'version');
    const { problems } = isFirst ? tryExamples([page]) : { problems: [] };
    expect(formatProblems(problems)).toBe('');
  });
});

describe('a bad page', () => {
  test.each(casesOf('bad'))('%s has all its problems shown in one pass', (path) => {
    const { problems, isWhole } = readContract(
      readProjectFile(`test/cases/${path}/page.md`),
      'page.md',
    );
    expect(isWhole).toBe(false);
    expectFile(`${path}/problems.txt`, `${formatProblems(problems)}\n`);
  });
});
