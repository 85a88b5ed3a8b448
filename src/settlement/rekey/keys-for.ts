import { compareTexts } from '../../facts/index.ts';

/**
 * New keys for old ones that say nothing of them and sort as they do, by themselves and before the
 * bar that follows them in the identity of a line: what two of them decided between equals, the new
 * ones decide alike. So where one begins with the whole of another, its new key does so too.
 */
export function keysFor(old: Iterable<string>, letter: string): ReadonlyMap<string, string> {
  const sorted = [...new Set(old)].sort(compareTexts);
  const root: Node = { old: '', key: letter, children: [] };
  const path: Node[] = [];
  for (const each of sorted) {
    while (!each.startsWith((path.at(-1) ?? root).old)) path.pop();
    const node: Node = { old: each, key: '', children: [] };
    (path.at(-1) ?? root).children.push(node);
    path.push(node);
  }
  const keys = new Map<string, string>();
  name(root, keys);
  return keys;
}

type Node = { readonly old: string; key: string; readonly children: Node[] };

function name(node: Node, keys: Map<string, string>): void {
  const width = String(node.children.length).length;
  for (const [at, child] of node.children.entries()) {
    const number = String(at + 1).padStart(width, '0');
    child.key = `${node.key}${markOf(node, child)}${number}`;
    keys.set(child.old, child.key);
    name(child, keys);
  }
}

/** Whether what follows the key above sorts before or after a bar must stay as it was. */
function markOf(node: Node, child: Node): string {
  if (node.old === '') return '';
  return compareTexts(child.old.slice(node.old.length), '|') < 0 ? '.' : '~';
}
