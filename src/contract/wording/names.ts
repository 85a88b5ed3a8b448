import type { Currency } from '../../money/index.ts';
import { type Token, wordsOf } from '../page/tokens.ts';

/** Names declared on a page, found again by their words, longest first, without regard to case. */
export type NameTable = Readonly<{ byWords: ReadonlyMap<string, string>; wordsMax: number }>;

export function nameTable(names: Iterable<string>): NameTable {
  const byWords = new Map<string, string>();
  let wordsMax = 0;
  for (const name of names) {
    const words = wordsOf(name);
    byWords.set(words.join(' '), name);
    wordsMax = Math.max(wordsMax, words.length);
  }
  return { byWords, wordsMax };
}

/** A name that begins at a token, and the token after it. */
export type Found = Readonly<{ name: string; end: number }>;

/** Every declared name that begins here, the longest first. */
export function namesAt(table: NameTable, tokens: readonly Token[], at: number): Found[] {
  const found: Found[] = [];
  let words = '';
  for (let end = at + 1; end <= Math.min(tokens.length, at + table.wordsMax); end += 1) {
    words = words === '' ? (tokens[at]?.lower ?? '') : `${words} ${tokens[end - 1]?.lower}`;
    const name = table.byWords.get(words);
    if (name !== undefined) found.unshift({ name, end });
  }
  return found;
}

/** What a sentence may refer to: everything the page declares, gathered before it is read. */
export type Names = Readonly<{
  currency: Currency;
  /** The page's word for a participant: person, family, place. */
  unit: string;
  kinds: NameTable;
  scores: NameTable;
  notForPay: NameTable;
  outcomes: NameTable;
  /** Numbers about whole cohorts, which the section Measures defines. */
  measures: NameTable;
  /** What a line of money may be for: outcomes and measures. */
  lines: NameTable;
  groups: NameTable;
  /** Rows of the rate card that hold something other than prices, such as *time in work*. */
  rows: NameTable;
  /** Dated periods, such as a school term. */
  periods: NameTable;
}>;
