import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/project-files.ts';
import { lineOf, nodesOf, parseSource, parseText } from '../support/syntax.ts';

// Folders of src/ in the order of the work. A folder imports itself and folders before it.
const pure = [
  'problem money calendar chance statistics ledger',
  'contract facts settlement cases design simulation evaluation market people publication',
].flatMap((line) => line.split(' '));
const worldly = ['store', 'service', 'http', 'web', 'cli'];
const layers = [...pure, ...worldly];

const worldlyObjects = new Set(['process', 'console', 'performance', 'globalThis']);
const worldlyCalls = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'require']);
const worldlyClasses = new Set(['Date', 'Worker']);

test('a folder imports only itself and folders before it', () => {
  const files = sourceFiles({ tests: true });
  expect(files.length, 'modules seen').toBeGreaterThan(0);
  expect(files.flatMap((path) => wrongImports(parseSource(path)))).toEqual([]);
});

test('above the line nothing touches the world', () => {
  const files = sourceFiles({ tests: false }).filter((path) => !worldly.includes(folderOf(path)));
  expect(files.flatMap((path) => worldlyTouches(parseSource(path)))).toEqual([]);
});

test('an import of a later folder, of an inner file and of an unknown folder are found', () => {
  const text = [
    "import { a } from '../ledger/index.ts';",
    "import { b } from '../contract/index.ts';",
    "export { c } from '../money/allocate.ts';",
    "type D = import('../elsewhere/index.ts').D;",
    "import './open.ts';",
  ].join('\n');
  expect(wrongImports(parseText('src/ledger/entry.ts', text))).toEqual([
    'src/ledger/entry.ts:2 imports ../contract/index.ts, and contract comes after ledger',
    'src/ledger/entry.ts:3 imports ../money/allocate.ts, and not the index.ts of money',
    'src/ledger/entry.ts:4 imports ../elsewhere/index.ts, and elsewhere is no folder of ours',
  ]);
});

test('each way of touching the world is found', () => {
  const text = [
    "import { join } from 'path';",
    'const later = Date.now() + Math.random();',
    'const now = new Date();',
    'console.log(process.env, later, now, join);',
    "await import('node:fs');",
    "void fetch('x'); ({ process: 1, now: data.process });",
  ].join('\n');
  expect(worldlyTouches(parseText('src/money/x.ts', text))).toEqual([
    'src/money/x.ts:1 imports path',
    'src/money/x.ts:2 uses Date.now',
    'src/money/x.ts:2 uses Math.random',
    'src/money/x.ts:3 uses new Date',
    'src/money/x.ts:4 uses console.log',
    'src/money/x.ts:4 uses process.env',
    'src/money/x.ts:5 imports node:fs',
    'src/money/x.ts:6 uses fetch',
  ]);
});

function wrongImports(tree: ts.SourceFile): string[] {
  const path = tree.fileName;
  return importsOf(tree).flatMap(({ from, line }) => {
    const wrong = from.startsWith('.') ? whyWrong(path, from) : undefined;
    return wrong === undefined ? [] : [`${path}:${line} imports ${from}, and ${wrong}`];
  });
}

function whyWrong(path: string, from: string): string | undefined {
  const target = posix.join(posix.dirname(path), from);
  const [here, there] = [folderOf(path), folderOf(target)];
  if (here === there || !target.startsWith('src/')) return undefined;
  if (!layers.includes(there)) return `${there} is no folder of ours`;
  if (here !== '' && !layers.includes(here)) return `${here} is no folder of ours`;
  const isAfter = here === '' ? worldly.includes(there) : comesAfter(there, here);
  if (isAfter) return here === '' ? `${there} is below the line` : `${there} comes after ${here}`;
  const isOpen = isIndexOf(target, there) || /\.test\.tsx?$/.test(path);
  return isOpen ? undefined : `not the index.ts of ${there}`;
}

// Below the line a part of a folder has an index of its own, so that a command which only checks a
// page does not load the database.
function isIndexOf(target: string, folder: string): boolean {
  if (target === `src/${folder}/index.ts`) return true;
  return worldly.includes(folder) && /^src\/[^/]+\/[^/]+\/index\.ts$/.test(target);
}

function comesAfter(there: string, here: string): boolean {
  return layers.indexOf(there) > layers.indexOf(here);
}

function worldlyTouches(tree: ts.SourceFile): string[] {
  const imports = importsOf(tree)
    .filter(({ from }) => isBuiltin(from))
    .map(({ from, line }) => ({ line, words: `imports ${from}` }));
  const uses = nodesOf(tree).flatMap((node) => {
    const words = worldlyUse(node);
    return words === undefined ? [] : [{ line: lineOf(node), words: `uses ${words}` }];
  });
  const found = [...imports, ...uses].toSorted((one, other) => one.line - other.line);
  return found.map(({ line, words }) => `${tree.fileName}:${line} ${words}`);
}

function worldlyUse(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const words = `${node.expression.text}.${node.name.text}`;
    const isWorldly = worldlyObjects.has(node.expression.text);
    return isWorldly || ['Date.now', 'Math.random'].includes(words) ? words : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    return worldlyClasses.has(name) ? `new ${name}` : undefined;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return worldlyCalls.has(node.expression.text) ? node.expression.text : undefined;
  }
  return undefined;
}

// `import`, `export … from`, `import()` and `import('…').Type` all name a module in one string.
function importsOf(tree: ts.SourceFile): { from: string; line: number }[] {
  return nodesOf(tree).flatMap((node) => {
    const name = moduleNameOf(node);
    return name !== undefined && ts.isStringLiteralLike(name)
      ? [{ from: name.text, line: lineOf(node) }]
      : [];
  });
}

function moduleNameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return node.argument.literal;
  }
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? node.arguments[0] : undefined;
}

/** The folder of src/ in which a file stands, '' for src/ itself. */
function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}
