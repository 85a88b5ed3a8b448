import { unseenCharacter } from '../problem/index.ts';

const shownLengthMax = 40;

/** A value from a file as it may stand in a message: in quotes, on one line, not too long. */
export function shownValue(value: string): string {
  const cut = value.length > shownLengthMax ? `${value.slice(0, shownLengthMax)}…` : value;
  return `"${cut.replace(unseen, escaped)}"`;
}

/** Also tabs, line ends and spaces of other kinds, which must be told from plain spaces. */
const unseen = new RegExp(`${unseenCharacter.source}|[\\t\\r\\n]|(?! )\\p{Zs}`, 'gu');

function escaped(letter: string): string {
  const number = letter.codePointAt(0) ?? 0;
  if (letter === '\t') return '\\t';
  return `\\u${number.toString(16).padStart(4, '0')}`;
}

/** "a, b or c". */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
