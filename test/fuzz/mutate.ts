import type { Chance } from '../../src/chance/index.ts';

// What tends to break readers: marks of Markdown, halves of characters, white space of every sort,
// marks that are not seen, digits of other scripts, very long words.
const odd = [
  '|',
  '**',
  '*',
  '`',
  '```',
  '\\',
  '>',
  '#',
  '##',
  '- ',
  '1. ',
  '<!--',
  '-->',
  '<b>',
  '[a](b)',
  '&amp;',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u00a0',
  '\r',
  '\r\n',
  '\t',
  '    ',
  '٣',
  '½',
  '😀',
  'e\u0301',
  '£',
  '-',
  ',',
  '.',
  ':',
  '€9,99',
  '0x10',
  '1e9',
  '99999999999999999999',
  'NaN',
  'constructor',
  '__proto__',
  'toString',
  'x'.repeat(300),
  ' and'.repeat(60),
  '- a\n'.repeat(40),
  '>'.repeat(60),
  '| '.repeat(80),
];

type Change = (chance: Chance, parts: string[]) => void;

const changes: readonly Change[] = [
  (chance, parts) => parts.splice(at(chance, parts), 1 + chance.whole(0, 2)),
  (chance, parts) => parts.splice(at(chance, parts), 0, chance.pick(parts.length ? parts : [''])),
  (chance, parts) => {
    const [one, other] = [at(chance, parts), at(chance, parts)];
    [parts[one], parts[other]] = [parts[other] ?? '', parts[one] ?? ''];
  },
  (chance, parts) => parts.splice(at(chance, parts), 0, chance.pick(odd)),
  (chance, parts) => parts.splice(at(chance, parts), 1, chance.pick(odd)),
];

function at(chance: Chance, parts: readonly string[]): number {
  return chance.whole(0, Math.max(0, parts.length - 1));
}

// Lines, words with the space after them, and characters as they are stored.
const units: readonly RegExp[] = [/(?<=\n)/, /(?<=\s)(?=\S)/, /(?:)/];

/** A text with a few changes: lines, words or characters gone, doubled, exchanged or made odd. */
export function mutate(text: string, chance: Chance): string {
  let changed = text;
  for (let count = chance.whole(1, 4); count > 0; count -= 1) {
    const parts = changed.split(chance.pick(units));
    chance.pick(changes)(chance, parts);
    changed = parts.join('');
  }
  return changed;
}

/** A text of odd pieces, of words of the language, and of nothing in particular. */
export function babble(chance: Chance, words: readonly string[]): string {
  const pieces = Array.from({ length: chance.whole(0, 80) }, () => {
    if (chance.happens(0.2)) return '\n';
    if (chance.happens(0.2)) return chance.pick(odd);
    if (chance.happens(0.1)) return String.fromCharCode(chance.whole(0, 0xffff));
    return `${chance.pick(words)} `;
  });
  return pieces.join('');
}
