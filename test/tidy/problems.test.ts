import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listProblems, problemsIn } from '../../scripts/problem-list.ts';
import { readProjectFile, root, sourceFiles } from '../support/project-files.ts';
import { parseText } from '../support/syntax.ts';

const page = 'docs/problems.md';
const isWritten = existsSync(join(root, page));

test.skipIf(!isWritten)('every problem in the code is on the page, and the reverse', () => {
  const lines = sourceFiles({ tests: false }).flatMap((path) => readProjectFile(path).split('\n'));
  const literals = lines
    .filter((line) => /\bcode:/.test(line))
    .flatMap((line) => matches(line, /'([a-z_]+\.[a-z_]+)'/g));
  const listed = matches(readProjectFile(page), /^\| `([^`]+)`/gm);
  expect(new Set(listed)).toEqual(new Set(literals));
});

test('one problem, one code, one wording, everywhere', () => {
  const wordings = new Map<string, string>();
  const others = listProblems().flatMap(({ code, path, ...wording }) => {
    const text = JSON.stringify(wording);
    const first = wordings.get(code) ?? text;
    wordings.set(code, first);
    return first === text ? [] : [`${path} words ${code} in another way`];
  });
  expect(others).toEqual([]);
});

test('every problem says what is wrong in a sentence and what to do', () => {
  const short = listProblems().filter(
    ({ severity, message, help }) =>
      !['error', 'warning'].includes(severity) || !isSentence(message) || !isSentence(help),
  );
  expect(short.map(({ path, code }) => `${path} ${code}`)).toEqual([]);
});

test('a problem is read with its wording, whatever its wording is made of', () => {
  const text = `
    const a = { code: 'rate_card.over_whole', severity: 'error', at,
      message: \`The shares add up to \${percent}%,\` + ' not 100%.',
      help: isLast ? 'Lower one.' : \`Lower \${name}.\` };
    const b = { code: 'GBP' };
    const c = { code: isLate ? 'day.late' : 'day.early', severity: 'warning',
      message: isLate ? 'Too late.' : 'Too early.', help: 'Mend it.' };
  `;
  const late = { severity: 'warning', help: 'Mend it.', path: 'src/x.ts' };
  expect(problemsIn(parseText('src/x.ts', text))).toEqual([
    {
      code: 'rate_card.over_whole',
      severity: 'error',
      message: 'The shares add up to …%, not 100%.',
      help: 'Lower one. / Lower ….',
      path: 'src/x.ts',
    },
    { ...late, code: 'day.late', message: 'Too late.' },
    { ...late, code: 'day.early', message: 'Too early.' },
  ]);
});

test('an object with a code and no message lends its words to the message of its file', () => {
  const text = `
    const kind = { what: 'kind', code: 'kind.unknown', declare: 'Declare it.' };
    const group = { what: 'group', code: 'group.unknown', declare: 'Add it.' };
    const made = { code: word.code, message: \`No \${word.what} \${name}.\`, help: word.declare };
  `;
  const shown = problemsIn(parseText('src/x.ts', text));
  expect(shown.map(({ code, message, help }) => [code, message, help])).toEqual([
    ['kind.unknown', 'No kind ….', 'Declare it.'],
    ['group.unknown', 'No group ….', 'Add it.'],
  ]);
});

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function isSentence(text: string): boolean {
  return /^[\p{Lu}…"‘“'`\d].*[.?:"”]$/su.test(text) && !text.includes('!');
}
