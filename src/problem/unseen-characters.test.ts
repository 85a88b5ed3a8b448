import { expect, test } from 'vitest';
import { characterNumber, unseenCharacter } from './unseen-characters.ts';

test.each([
  ['a control', '\u0000'],
  ['an escape', '\u001b'],
  ['a C1 control', '\u009b'],
  ['a soft hyphen', '\u00ad'],
  ['a combining grapheme joiner', '\u034f'],
  ['a Hangul filler', '\u3164'],
  ['a half-width filler', '\uffa0'],
  ['a space of no width', '\u200b'],
  ['a joiner', '\u200d'],
  ['a mark of direction', '\u202e'],
  ['a line separator', '\u2028'],
  ['a word joiner', '\u2060'],
  ['a variation selector', '\ufe0f'],
  ['a byte-order mark', '\ufeff'],
  ['half a character', '\ud800'],
  ['a tag', '\u{e0041}'],
  ['an empty Braille cell', '\u2800'],
])('%s cannot be seen', (_, character) => {
  expect(unseenCharacter.test(`a${character}b`)).toBe(true);
});

test.each(['\t', '\n', '\r\n', ' ', '\u00a0', 'é', 'e\u0301', '£', 'شركة', '住房', '😀', '\ufffd'])(
  'what can be seen, a tab or a line end is none: %j',
  (text) => {
    expect(unseenCharacter.test(text)).toBe(false);
  },
);

test('a character is named by its number', () => {
  expect([characterNumber('\u200b'), characterNumber('\u{e0041}')]).toEqual(['U+200B', 'U+E0041']);
});
