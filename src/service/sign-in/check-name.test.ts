import { expect, test } from 'vitest';
import { checkName, seenOf } from './check-name.ts';

const saidOf = (name: string) => checkName(name, 'name').map(({ message }) => message);
const words = (character: string) => [
  `There is a character in this name that cannot be seen, ${character}.`,
];

test('a name in any script, and with marks that are seen, stands', () => {
  const names = ['Zoë O’Brien-Łuk', 'עמותת אור', 'مؤسسة', '漢字', ' Sam ', '=1+1 <b>'];
  expect(names.flatMap(saidOf)).toEqual([]);
});

test('a name that would look like another, or turn round what is beside it, does not', () => {
  expect(saidOf('Bright\u200b Futures')).toEqual(words('U+200B'));
  expect(saidOf('Good \u202e00.01£')).toEqual(words('U+202E'));
  expect(saidOf('Two\nlines')).toEqual(words('U+000A'));
  expect(saidOf('Bell\u0007')).toEqual(words('U+0007'));
});

test('a name that another service vouches for is taken as far as it is seen', () => {
  expect(seenOf('Sam\u202eReed\n')).toBe('Sam Reed');
  expect(seenOf('\u200b')).toBe('');
});
