import ts from 'typescript';
import { sourceFiles } from '../test/support/project-files.ts';
import { nodesOf, parseSource } from '../test/support/syntax.ts';

/** A problem as the code words it; `…` stands where a value comes in. */
export type ListedProblem = Readonly<{
  code: string;
  severity: string;
  message: string;
  help: string;
  path: string;
}>;

/** Every problem that the code can report, found where it is written, in the order of the codes. */
export function listProblems(): readonly ListedProblem[] {
  const paths = sourceFiles({ tests: false });
  const found = paths.flatMap((path) => problemsIn(parseSource(path)));
  return found.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/**
 * The problems written in one file: object literals with a `code` of the form `noun.broken_rule`.
 * One that is given its severity elsewhere is an error.
 */
export function problemsIn(tree: ts.SourceFile): ListedProblem[] {
  return nodesOf(tree).flatMap((node) => {
    if (!ts.isObjectLiteralExpression(node)) return [];
    const code = wordingOf(node, 'code');
    if (!/^[a-z_]+\.[a-z_]+$/.test(code)) return [];
    const severity = wordingOf(node, 'severity') || 'error';
    const [message, help] = [wordingOf(node, 'message'), wordingOf(node, 'help')];
    return [{ code, severity, message, help, path: tree.fileName }];
  });
}

function wordingOf(object: ts.ObjectLiteralExpression, name: string): string {
  const property = object.properties.find((each) => each.name?.getText() === name);
  if (property === undefined) return '';
  return ts.isPropertyAssignment(property) ? wording(property.initializer) : '…';
}

function wording(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return wording(node.expression);
  if (ts.isConditionalExpression(node)) {
    return [...new Set([wording(node.whenTrue), wording(node.whenFalse)])].join(' / ');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return wording(node.left) + wording(node.right);
  }
  return '…';
}
