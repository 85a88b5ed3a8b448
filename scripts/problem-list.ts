import ts from 'typescript';
import { sourceFiles } from '../test/support/project-files.ts';
import { nodesOf, parseSource } from '../test/support/syntax.ts';
import { type Words, wordingOf } from './wording-of.ts';

/** A problem as the code words it; `…` stands where a value comes in. */
export type ListedProblem = Readonly<{
  code: string;
  severity: string;
  message: string;
  help: string;
  path: string;
}>;

type Properties = ReadonlyMap<string, ts.Expression>;

/** Every problem that the code can report, found where it is written, in the order of the codes. */
export function listProblems(): readonly ListedProblem[] {
  const paths = sourceFiles({ tests: false });
  const found = paths.flatMap((path) => problemsIn(parseSource(path)));
  return found.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/**
 * The problems written in one file: objects with a `code` of the form `noun.broken_rule`. One
 * that is given its severity elsewhere is an error. An object with a code and other words but no
 * message lends its words to the problem of that file whose code comes from such an object.
 */
export function problemsIn(tree: ts.SourceFile): ListedProblem[] {
  const objects = nodesOf(tree).filter((node) => ts.isObjectLiteralExpression(node));
  const all = objects.map(propertiesOf).filter((properties) => properties.has('code'));
  const pattern = all.find((each) => each.has('message') && codesOf(each).length === 0);
  return all.flatMap((properties) => {
    const worded = properties.has('message') ? properties : pattern;
    if (worded === undefined) return [];
    const words = worded === properties ? new Map() : literalsOf(properties);
    const codes = codesOf(properties);
    return codes.map((code, index) =>
      listed({ code, choice: codes.length > 1 ? index : undefined, worded, words, tree }),
    );
  });
}

type Found = Readonly<{
  code: string;
  choice: number | undefined;
  worded: Properties;
  words: Words;
  tree: ts.SourceFile;
}>;

function listed({ code, choice, worded, words, tree }: Found): ListedProblem {
  const read = (name: string) => {
    const expression = worded.get(name);
    return expression === undefined ? '' : wordingOf(choiceOf(expression, choice), words);
  };
  const severity = read('severity') || 'error';
  return { code, severity, message: read('message'), help: read('help'), path: tree.fileName };
}

// `code: isLate ? 'a.late' : 'a.early'` goes with a message that chooses in the same way.
function codesOf(properties: Properties): string[] {
  const code = properties.get('code');
  if (code === undefined) return [];
  const choices = ts.isConditionalExpression(code) ? [code.whenTrue, code.whenFalse] : [code];
  const texts = choices.flatMap((each) => (ts.isStringLiteralLike(each) ? [each.text] : []));
  return texts.filter((text) => /^[a-z_]+\.[a-z_]+$/.test(text));
}

function choiceOf(expression: ts.Expression, choice: number | undefined): ts.Expression {
  if (choice === undefined || !ts.isConditionalExpression(expression)) return expression;
  return choice === 0 ? expression.whenTrue : expression.whenFalse;
}

function propertiesOf(object: ts.ObjectLiteralExpression): Properties {
  return new Map(
    object.properties.flatMap((each): [string, ts.Expression][] => {
      if (ts.isShorthandPropertyAssignment(each)) return [[each.name.text, each.name]];
      return ts.isPropertyAssignment(each) ? [[each.name.getText(), each.initializer]] : [];
    }),
  );
}

function literalsOf(properties: Properties): Words {
  return new Map(
    [...properties].flatMap(([name, value]): [string, string][] =>
      ts.isStringLiteralLike(value) ? [[name, value.text]] : [],
    ),
  );
}
