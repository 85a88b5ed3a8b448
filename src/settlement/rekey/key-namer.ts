import { compareTexts } from '../../facts/index.ts';

/**
 * Names keys anew, one after the other in the order of the old ones. New keys say nothing of the
 * old and sort as they do, by themselves and before the bar that follows them in the identity of a
 * line: what two of them decided between equals, the new ones decide alike. So where one begins
 * with the whole of another, its new key does so too. `most` is how many there may be.
 */
export function keyNamer(letter: string, most: number): (old: string) => string {
  const width = String(most).length;
  const root: Node = { old: '', key: letter, children: 0 };
  const path: Node[] = [];
  return (old) => {
    while (path.length > 0 && !old.startsWith((path.at(-1) as Node).old)) path.pop();
    const above = path.at(-1) ?? root;
    above.children += 1;
    const number = String(above.children).padStart(width, '0');
    const key = `${above.key}${markOf(above, old)}${number}`;
    path.push({ old, key, children: 0 });
    return key;
  };
}

type Node = { readonly old: string; readonly key: string; children: number };

/** Whether what follows the key above sorts before or after a bar must stay as it was. */
function markOf(above: Node, old: string): string {
  if (above.old === '') return '';
  return compareTexts(old.slice(above.old.length), '|') < 0 ? '.' : '~';
}
