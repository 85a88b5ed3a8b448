import type { Range } from '../page/source.ts';
import { tokensOf } from '../page/tokens.ts';
import { complain, type Reader } from './reader.ts';

// A name stands in sentences, lists and tables, so it holds no mark to which any of these gives a
// meaning. Marks inside a word, as in £1,631 or 1.5, are part of the word.
const marksNowhere = /[*|`<>\\[\]_#~="]|&(?=#|\p{L}+;)/u;
const marksBetweenWords = /^[,.:;]$/;
const beginsAsWord = /^[\p{L}\p{N}£$€]/u;
const beginsAsListItem = /^\d+[).](\s|$)/;

/** Whether a name declared here can be used in sentences; complains where it cannot. */
export function checkName(reader: Reader, at: Range, name: string): boolean {
  const fault = findFault(name);
  if (fault === undefined) return true;
  complain(reader, at, {
    code: 'name.not_plain',
    message: `"${name}" cannot be a name, because it ${fault}.`,
    help: 'Write it with letters, digits, spaces, hyphens, apostrophes, slashes and brackets.',
  });
  return false;
}

function findFault(name: string): string | undefined {
  const nowhere = marksNowhere.exec(name)?.[0];
  if (nowhere !== undefined) return `holds the mark ${nowhere}`;
  const tokens = tokensOf(name, { from: 0, to: name.length });
  const between = tokens.find(({ text }) => marksBetweenWords.test(text));
  if (between) return `holds the mark ${between.text} between words`;
  if (!beginsAsWord.test(name)) return 'begins with a mark';
  if (beginsAsListItem.test(name)) return 'begins like an item of a list';
  if (/ or above$/i.test(name)) return 'ends in "or above"';
  return / claimed$/i.test(name) ? 'ends like a claim in a worked example' : undefined;
}
