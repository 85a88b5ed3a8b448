import { compareTexts } from '../../facts/index.ts';
import { keyNamer } from './key-namer.ts';

/** New keys for old ones, as `keyNamer` names them. */
export function keysFor(old: Iterable<string>, letter: string): ReadonlyMap<string, string> {
  const sorted = [...new Set(old)].sort(compareTexts);
  const name = keyNamer(letter, sorted.length);
  return new Map(sorted.map((each) => [each, name(each)] as const));
}
