import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem, formatProblems } from './format-problem.ts';
import { noPlace, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import { shownText, shownWidth } from './shown-text.ts';

function aPlace(excerpt: string, words: string): Place {
  const column = excerpt.indexOf(words) + 1;
  const endColumn = column + words.length;
  return { source: 'contract.md', line: 14, column, endColumn, excerpt };
}

function aProblem(at: Place): Problem {
  return {
    code: 'rate_card.shares_over_whole',
    severity: 'error',
    at,
    message: 'The shares of this outcome add up to 110%, and must add up to 100%.',
    help: 'Lower one share, or write "the rest" for the last one.',
  };
}

function excerptLines(excerpt: string, words: string): string[] {
  return formatProblem(aProblem(aPlace(excerpt, words)))
    .split('\n')
    .slice(1, 3);
}

test('a problem is shown as place and code, excerpt, underline, message and help', () => {
  expect(formatProblem(aProblem(aPlace('  pay 60% at start, 50% later', '60% at start')))).toBe(
    [
      'contract.md:14:7  rate_card.shares_over_whole',
      '  14 |   pay 60% at start, 50% later',
      '     |       ^^^^^^^^^^^^',
      'The shares of this outcome add up to 110%, and must add up to 100%.',
      'Lower one share, or write "the rest" for the last one.',
    ].join('\n'),
  );
});

test('a problem of a whole file is shown without a line', () => {
  expect(
    formatProblem(aProblem(noPlace('contract.md')))
      .split('\n')
      .slice(0, 2),
  ).toEqual([
    'contract.md  rate_card.shares_over_whole',
    'The shares of this outcome add up to 110%, and must add up to 100%.',
  ]);
});

test('a problem of no file and no line is shown by its code', () => {
  expect(formatProblem(aProblem(noPlace())).split('\n')[0]).toBe('rate_card.shares_over_whole');
});

test('a warning says that it is one', () => {
  const warning = { ...aProblem(noPlace('contract.md')), severity: 'warning' as const };
  expect(formatProblem(warning)).toMatch(
    /^contract\.md {2}rate_card\.shares_over_whole \(warning\)/,
  );
});

test('the field is named where one is meant', () => {
  const at = { ...aPlace('a,b', 'b'), field: 'day' };
  expect(formatProblem(aProblem(at))).toMatch(/^contract\.md:14:3 \(day\) {2}rate_card/);
});

test('the underline stands under the words after a tab', () => {
  expect(excerptLines('\tpay\t60%', '60%')).toEqual(['  14 |     pay 60%', '     |         ^^^']);
});

test('the underline stands under the words after letters of more than one byte', () => {
  expect(excerptLines('pay £60 in Zürich', 'Zürich')).toEqual([
    '  14 | pay £60 in Zürich',
    '     |            ^^^^^^',
  ]);
});

test('a wide letter is underlined by two marks and takes two columns', () => {
  expect(excerptLines('支払 60% 👍 now', '60% 👍')).toEqual([
    '  14 | 支払 60% 👍 now',
    '     |      ^^^^^^',
  ]);
});

test('an accent written as its own letter takes no column', () => {
  expect(excerptLines('cafe\u0301 60%', '60%')[1]).toBe('     |      ^^^');
});

test('an empty place is marked once, also behind the end of the line', () => {
  const at = { source: 'a.md', line: 2, column: 6, endColumn: 6, excerpt: 'short' };
  expect(formatProblem(aProblem(at)).split('\n')[2]).toBe('    |      ^');
});

test('characters that move the cursor or turn the writing direction are made visible', () => {
  const at = {
    ...noPlace('a\u202eb'),
    line: 1,
    column: 1,
    endColumn: 2,
    excerpt: '\u001b[2J\u202ex',
  };
  const shown = formatProblem({ ...aProblem(at), message: 'No \u0007 such.' });
  expect(shown).toContain('  1 | ␛[2J\ufffdx');
  expect(shown).toContain('No ␇ such.');
  for (const hidden of ['\u001b', '\u202e', '\u0007']) expect(shown).not.toContain(hidden);
});

test('a byte-order mark and a space without width are made visible', () => {
  expect(excerptLines('\ufeffday\u200b,kind', 'kind')).toEqual([
    '  14 | \ufffdday\ufffd,kind',
    '     |       ^^^^',
  ]);
});

test('a very long line is shown around the words at fault only', () => {
  const [line = '', marks = ''] = excerptLines(
    `${'a'.repeat(500)}WORDS${'b'.repeat(500)}`,
    'WORDS',
  );
  expect(line).toMatch(/^ {2}14 \| …a+WORDSb+…$/);
  expect(line.length).toBeLessThanOrEqual(167);
  expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('WORDS');
});

test('several problems are parted by an empty line', () => {
  const problem = aProblem(noPlace());
  expect(formatProblems([problem, problem])).toBe(
    `${formatProblem(problem)}\n\n${formatProblem(problem)}`,
  );
});

test('whatever the line holds, the underline starts under the words and no control is shown', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(
      text,
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
      (before, words) => {
        const excerpt = before + words;
        const column = before.length + 1;
        const at = { source: 'a.md', line: 1, column, endColumn: excerpt.length + 1, excerpt };
        const [, , marks = ''] = formatProblem(aProblem(at)).split('\n');
        expect(marks.indexOf('^')).toBe(6 + shownWidth(shownText(before)));
        expect(/\p{Cc}/u.test(formatProblem(aProblem(at)).replaceAll('\n', ''))).toBe(false);
      },
    ),
  );
});

test('whatever the columns say, a problem can be shown', () => {
  const column = fc.integer({ min: -5, max: 50 });
  fc.assert(
    fc.property(fc.string(), column, column, (excerpt, from, to) => {
      const at = { source: '', line: 3, column: from, endColumn: to, excerpt };
      expect(formatProblem(aProblem(at))).toContain('add up to 110%');
    }),
  );
});
