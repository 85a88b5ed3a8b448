import { shownText } from '../problem/index.ts';

/** Lines of which a terminal obeys nothing. */
export function shownLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => shownText(line))
    .join('\n');
}
