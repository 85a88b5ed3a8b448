import { languageReference } from '../src/contract/language-reference.ts';
import { apiDescription } from './api-description.ts';
import { type ListedProblem, listProblems } from './problem-list.ts';

/** The files that are written from the code: each path with the text it must hold. */
export async function generatedDocs(): Promise<ReadonlyMap<string, string>> {
  const docs = new Map([['docs/problems.md', problemsPage(listProblems())]]);
  docs.set('docs/language.md', languageReference());
  for (const [path, text] of await apiDescription()) docs.set(path, text);
  return docs;
}

function problemsPage(problems: readonly ListedProblem[]): string {
  const rows = problems.map(({ code, severity, message, help }) =>
    row(`\`${code}\``, severity, message, help),
  );
  return [
    '# Problems',
    '',
    'Everything that Outturn may ask somebody to put right. `…` stands where a value comes in.',
    'This page is written from the code by `npm run docs`.',
    '',
    row('code', 'severity', 'message', 'what to do'),
    row('---', '---', '---', '---'),
    ...new Set(rows),
    '',
  ].join('\n');
}

function row(...cells: readonly string[]): string {
  const shown = cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '));
  return `| ${shown.join(' | ')} |`;
}
