import { expect, test } from 'vitest';
import { dayNumber } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import {
  daysWords,
  dayWords,
  listWords,
  moneyWords,
  ordinalWords,
  quotedWords,
  shareWords,
  timesWords,
} from './words.ts';

test('a day is written out, and what has no end is an open end', () => {
  expect(dayWords(dayNumber('2027-04-01'))).toBe('1 April 2027');
  expect(dayWords(Number.POSITIVE_INFINITY)).toBe('an open end');
  expect([1, 2, 0].map(daysWords)).toEqual(['1 day', '2 days', '0 days']);
});

test('money that does not end is told exactly and nearly', () => {
  expect(moneyWords(22_000n, 'GBP')).toBe('£220');
  expect(moneyWords(fraction(100_000n, 3n), 'GBP')).toBe('£1,000/3, about £333.33');
  expect(moneyWords(fraction(67n, 2n), 'GBP')).toBe('£0.335');
});

test('a share is a percentage where that ends', () => {
  expect(shareWords(fraction(3n, 4n))).toBe('75%');
  expect(shareWords(fraction(5n, 6n))).toBe('5/6');
});

test('of several names the last is joined by a word, the others by commas', () => {
  expect(listWords([])).toBe('');
  expect(listWords(['A'])).toBe('A');
  expect(listWords(['A', 'B'])).toBe('A and B');
  expect(listWords(['A', 'B', 'C'], 'or')).toBe('A, B or C');
  expect(quotedWords(['in jail', 'in custody'], 'or')).toBe('"in jail" or "in custody"');
  expect(quotedWords(['A', 'B'])).toBe('"A" and "B"');
});

test('the how-manieth time; nothing of the first, and a month by its name', () => {
  expect(timesWords(1)).toBe('');
  expect(timesWords(2)).toBe('for the 2nd time');
  expect(timesWords('2027-05')).toBe('for 2027-05');
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [10, '10th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [14, '14th'],
  [21, '21st'],
  [43, '43rd'],
  [101, '101st'],
  [111, '111th'],
  [113, '113th'],
])('%i is the %s', (number, words) => {
  expect(ordinalWords(number)).toBe(words);
});
