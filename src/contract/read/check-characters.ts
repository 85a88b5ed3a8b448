import { characterNumber, unseenCharacter } from '../../problem/index.ts';
import { complain, type Reader } from './reader.ts';

/**
 * Nothing on a page may be there without being seen, or look like something else: two pages that
 * look alike would not be the same contract. Line ends, tabs and a byte-order mark at the very
 * start are not part of what is signed.
 */
export function checkCharacters(reader: Pick<Reader, 'source' | 'problems'>): void {
  const { text } = reader.source;
  for (const match of text.matchAll(unseen)) {
    if (match.index === 0 && match[0] === '\uFEFF') continue;
    const at = { from: match.index, to: match.index + match[0].length };
    complain(reader, at, standsUnseen(match[0]));
  }
  checkNormalForm(reader);
  for (const match of text.matchAll(word)) {
    const scripts = scriptsIn(match[0]);
    if (scripts.length < 2) continue;
    const at = { from: match.index, to: match.index + match[0].length };
    complain(reader, at, mixedLetters(match[0], scripts));
  }
}

const unseen = new RegExp(unseenCharacter, 'gu');

function standsUnseen(character: string) {
  return {
    code: 'page.unseen_character',
    message: `Here stands a character that cannot be seen, ${characterNumber(character)}.`,
    help: 'Take it out: delete the words around it and type them again.',
  };
}

/** The first place at which letters and their accents stand apart. */
function checkNormalForm(reader: Pick<Reader, 'source' | 'problems'>): void {
  const { text } = reader.source;
  if (text.normalize('NFC') === text) return;
  for (const match of text.matchAll(/\S+/gu)) {
    const plain = match[0].normalize('NFC');
    if (plain === match[0]) continue;
    const at = { from: match.index, to: match.index + match[0].length };
    complain(reader, at, {
      code: 'page.letters_not_composed',
      message: `"${plain}" has letters and accents that stand apart, and would differ from itself.`,
      help: `Type it again as "${plain}", or let an editor save the page in the form NFC.`,
    });
  }
}

const word = /\p{L}[\p{L}\p{M}\p{N}]*/gu;

const lookAlikes = [
  ['Latin', /\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['full-width', /[\uFF01-\uFF5E]/u],
] as const;

/** The alphabets in a word of those whose letters look like one another's. */
function scriptsIn(text: string): readonly string[] {
  if (!/[^\u0000-\u024F]/u.test(text)) return [];
  return lookAlikes.flatMap(([script, letters]) => (letters.test(text) ? [script] : []));
}

function mixedLetters(text: string, scripts: readonly string[]) {
  return {
    code: 'page.letters_of_two_alphabets',
    message: `"${text}" mixes letters that look alike: ${scripts.join(' and ')}.`,
    help: 'Type it again in one alphabet.',
  };
}
