import ts from 'typescript';
import { expect, test } from 'vitest';
import { readProjectFile, sourceFiles } from '../support/project-files.ts';
import { lineOf, nodesOf, parseSource, parseText } from '../support/syntax.ts';

const functionLinesMax = 70;
const fileLinesMax = 500;
const lineColumnsMax = 100;

test(`no function is over ${functionLinesMax} lines`, () => {
  const files = sourceFiles({ tests: false });
  expect(files.length, 'modules seen').toBeGreaterThan(0);
  expect(files.flatMap((path) => longFunctions(parseSource(path)))).toEqual([]);
});

test(`no file is over ${fileLinesMax} lines`, () => {
  const found = writtenByHand().flatMap((path) => {
    const count = linesOf(path).length;
    return count > fileLinesMax ? [`${path}: ${count} lines`] : [];
  });
  expect(found).toEqual([]);
});

test(`no line is over ${lineColumnsMax} columns`, () => {
  const found = writtenByHand().flatMap((path) =>
    linesOf(path).flatMap((line, at) => {
      const columns = [...line].length;
      return columns > lineColumnsMax ? [`${path}:${at + 1}: ${columns} columns`] : [];
    }),
  );
  expect(found).toEqual([]);
});

test('a long function is found whichever way it is written', () => {
  const body = '{\n'.concat('  a();\n'.repeat(functionLinesMax - 1), '}');
  const text = `function one() ${body}\nconst two = () => ${body};\nclass C { three() ${body} }`;
  expect(longFunctions(parseText('src/x.ts', text))).toEqual([
    'src/x.ts:1 one: 71 lines',
    'src/x.ts:72 two: 71 lines',
    'src/x.ts:143 three: 71 lines',
  ]);
});

function longFunctions(tree: ts.SourceFile): string[] {
  return nodesOf(tree)
    .filter((node) => ts.isFunctionLike(node))
    .flatMap((node) => {
      const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
      const count = last - lineOf(node) + 1;
      if (count <= functionLinesMax) return [];
      return [`${tree.fileName}:${lineOf(node)} ${nameOf(node)}: ${count} lines`];
    });
}

function nameOf(node: ts.SignatureDeclaration): string {
  const holder =
    node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return holder?.getText() ?? 'a function without a name';
}

// What a program writes says so in its first line; docs.test.ts holds it to what it is made from.
function writtenByHand(): readonly string[] {
  const files = sourceFiles({ tests: false });
  return files.filter((path) => !readProjectFile(path).startsWith('// Written by `npm run docs`'));
}

function linesOf(path: string): string[] {
  return readProjectFile(path).replace(/\n$/, '').split('\n');
}
