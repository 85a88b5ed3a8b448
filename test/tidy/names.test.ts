import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectFiles, readProjectFile, sourceFiles } from '../support/project-files.ts';
import { lineOf, nodesOf, parseSource, parseText } from '../support/syntax.ts';

// Words for a place where anything may be put. If code has no home, the domain lacks a word.
const homeless = new Set(
  ['util', 'helper', 'common', 'shared', 'lib', 'misc', 'manager'].flatMap((w) => [w, `${w}s`]),
);

const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X'.repeat(3)].join('|')})\\b`);

// Programmes and vendors are data. Each is looked for in the words that a name is made of.
const programmeNames = [
  'work programme|work and health|job ?path|dwp|dfe|hmpps|delius|denver|troubled famil(y|ies)',
  'reboot|i ?aspire|innovation fund|fair chance|serco|ingeus|seetec|a4e|g4s|maximus|turas',
].join('|');
const programmes = new RegExp(`\\b(${programmeNames})\\b`);

test('code files are named in kebab-case', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
  expect(codeFiles().filter((path) => !kebab.test(posix.basename(path)))).toEqual([]);
});

test('no folder or file is a place for anything', () => {
  const wordsOf = (path: string) => path.split(/[/.-]/);
  expect(codeFiles().filter((path) => wordsOf(path).some((w) => homeless.has(w)))).toEqual([]);
});

test('nothing is left unfinished in the text', () => {
  const texts = projectFiles().filter((path) => /\.(tsx?|mjs|md|json|sql|css)$/.test(path));
  const found = texts.flatMap((path) => {
    const lines = readProjectFile(path).split('\n');
    return lines.flatMap((line, at) => (unfinished.test(line) ? [`${path}:${at + 1}`] : []));
  });
  expect(found).toEqual([]);
});

test('no name in the code is that of a programme or a vendor', () => {
  const paths = sourceFiles({ tests: false });
  expect(paths.length, 'modules seen').toBeGreaterThan(0);
  expect(paths.flatMap((path) => programmesIn(parseSource(path)))).toEqual([]);
});

test('a programme is found in a name, in a string and in no comment', () => {
  const text = "const dwpRate = 1; // as the DWP pays\nconst a = 'jobpath'; const rebootable = 2;";
  expect(programmesIn(parseText('src/x.ts', text))).toEqual([
    'src/x.ts:1 dwpRate',
    "src/x.ts:2 'jobpath'",
  ]);
});

function codeFiles(): readonly string[] {
  return projectFiles().filter((path) =>
    /^(src|test|scripts|bench|bin)\/.*\.(tsx?|mjs)$/.test(path),
  );
}

function programmesIn(tree: ts.SourceFile): string[] {
  return nodesOf(tree).flatMap((node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
    if (!isText && !ts.isIdentifier(node)) return [];
    const isNamed = programmes.test(spacedWords(node.text));
    return isNamed ? [`${tree.fileName}:${lineOf(node)} ${node.getText(tree)}`] : [];
  });
}

function spacedWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
}
