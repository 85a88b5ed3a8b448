import type { Result } from '../../problem/index.ts';
import { findWrong } from '../previous/parse-result.ts';
import type { Bundle } from './bundle.ts';
import { notABundle } from './problems.ts';
import { type Data, isDay, isListOf, isObject, parseJson } from './read-json.ts';

/** Reads a bundle back from its text, and says what it is not where it is none. */
export function parseBundle(path: string, text: string): Result<Bundle> {
  const data = parseJson(text);
  const no = (what: string): Result<Bundle> => {
    return { ok: false, problems: [notABundle(path, what)] };
  };
  if (!isObject(data) || data.bundle !== 1) return no('it is not JSON with "bundle": 1');
  const { asAt, knownAt, pages, facts, digest, previous, result } = data;
  if (!isDay(asAt) || !isDay(knownAt)) return no('its days are not days');
  if (typeof digest !== 'string') return no('it has no "digest"');
  const isPage = (page: Data) => typeof page.name === 'string' && typeof page.text === 'string';
  if (!isListOf(pages, isPage) || pages.length === 0) return no('it has no pages');
  if (!isListOf(facts, () => true)) return no('it has no facts');
  const results = { result, ...(previous === 'none' ? {} : { previous }) };
  for (const [name, each] of Object.entries(results)) {
    if (each === undefined && name === 'previous') continue;
    const wrong = findWrong(each);
    if (wrong !== undefined) return no(`of its "${name}", ${wrong}`);
  }
  // Every key that is read of it has been looked at.
  return { ok: true, value: data as unknown as Bundle };
}
