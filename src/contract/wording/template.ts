import { assert } from '../../problem/index.ts';
import { wordsOf } from '../page/tokens.ts';

/**
 * A wording, taken apart. In a wording, `{name:type}` is a typed place, `{name:this|that}` a choice
 * of words, and `[…]` a part that may be left out; anything else stands as it is.
 */
export type Part =
  | Readonly<{ is: 'literal'; text: string; words: readonly string[] }>
  | Readonly<{ is: 'place'; name: string; type: string }>
  | Readonly<{ is: 'choice'; name: string; options: readonly Option[] }>
  | Readonly<{ is: 'optional'; parts: readonly Part[] }>;

type Option = Readonly<{ text: string; words: readonly string[] }>;

export function partsOf(wording: string): readonly Part[] {
  const parts: Part[] = [];
  for (const piece of spacedInside(wording).split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    if (piece.startsWith('[')) parts.push({ is: 'optional', parts: partsOf(piece.slice(1, -1)) });
    else if (piece.startsWith('{')) parts.push(placePart(piece.slice(1, -1)));
    else if (piece !== '') parts.push({ is: 'literal', text: piece, words: wordsOf(piece) });
  }
  return parts;
}

/** The space before a part that may be left out goes with it, and none stands before a comma. */
function spacedInside(wording: string): string {
  return wording.replace(/ \[(?=[,;:.])/g, '[').replace(/ \[(?! )/g, '[ ');
}

function placePart(inside: string): Part {
  const colon = inside.indexOf(':');
  assert(colon > 0, `a place in a wording has a name and a type: {${inside}}`);
  const name = inside.slice(0, colon);
  const type = inside.slice(colon + 1);
  if (!type.includes('|')) return { is: 'place', name, type };
  const choices = type.split('|').filter((text) => text !== '');
  const options = choices.map((text) => ({ text, words: wordsOf(text) }));
  return { is: 'choice', name, options };
}
