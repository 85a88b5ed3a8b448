import ts from 'typescript';
import { readProjectFile } from './project-files.ts';

/** A TypeScript file of the project as a syntax tree. */
export function parseSource(path: string): ts.SourceFile {
  return parseText(path, readProjectFile(path));
}

/** TypeScript text as a syntax tree, for trying a rule on a line or two. */
export function parseText(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** Every node of a tree, parents first. */
export function nodesOf(tree: ts.Node): ts.Node[] {
  const nodes = [tree];
  ts.forEachChild(tree, (child) => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
}

/** The line on which a node begins, counted from 1. */
export function lineOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}
