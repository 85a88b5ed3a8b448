import { textOf } from '../page/tokens.ts';
import type { Reading } from './place-type.ts';

/** The words of so many tokens from a place on, for values of several words. */
export function wordsAt(reading: Reading, at: number, count: number): string {
  return textOf(reading.text, reading.tokens.slice(at, at + count));
}
