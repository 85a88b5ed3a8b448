import type { Range } from './source.ts';

/**
 * A word, a number, or a mark, with its place on the page. `lower` is how it is compared: without
 * regard to case, and with a curly apostrophe as a straight one.
 */
export type Token = Range & Readonly<{ text: string; lower: string }>;

// A word keeps the marks inside it (£1,234.50, 16-24, area=Leeds, sha256:ab12); a mark at its end
// does not belong to it. Anything else that is not a space stands alone.
const inner = "[\\p{L}\\p{N}\\p{M}'’/=_%&+£$€#@-]";
const pattern = new RegExp(`\\*\\*|[\\p{L}\\p{N}£$€#@]${inner}*(?:[.,:]${inner}+)*|\\S`, 'gu');

/** The tokens of a stretch of the page. */
export function tokensOf(text: string, range: Range): readonly Token[] {
  const slice = text.slice(range.from, range.to);
  const tokens: Token[] = [];
  for (const match of slice.matchAll(pattern)) {
    const from = range.from + match.index;
    const word = match[0];
    const lower = word.toLowerCase().replaceAll('’', "'");
    tokens.push({ from, to: from + word.length, text: word, lower });
  }
  return tokens;
}

/** The words of a name or a literal, as they are compared: without regard to case or spacing. */
export function wordsOf(text: string): string[] {
  return tokensOf(text, { from: 0, to: text.length }).map((token) => token.lower);
}

/** The text that a run of tokens covers, with white space folded. */
export function textOf(text: string, tokens: readonly Token[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? text.slice(first.from, last.to).replace(/\s+/g, ' ') : '';
}
