import type { Span } from '../../calendar/index.ts';
import { dayWords } from '../why/words.ts';

/** "1 April 2027 to 30 June 2027". */
export function spanWords({ first, last }: Span): string {
  return `${dayWords(first)} to ${dayWords(last)}`;
}
