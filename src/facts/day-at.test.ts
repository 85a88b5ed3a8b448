import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, earliestDay, latestDay, parseDay } from '../calendar/index.ts';
import { dayAt, notDay } from './day-at.ts';
import { textUnits, useText } from './text-units.ts';

function dayIn(text: string): number {
  const holder = textUnits();
  useText(holder, `,${text}\n`);
  return dayAt(holder.units, 1);
}

const pieces = fc.constantFrom('0', '1', '2', '3', '9', '-', '02', '29', '31', '00', 'é', ' ');
const nearly = fc.array(pieces, { minLength: 10, maxLength: 10 }).map((all) => all.join(''));
const written = fc.tuple(fc.nat(2300), fc.nat(14), fc.nat(33)).map((parts) => {
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
});

test('a day among code units is the day that its text is, and no other text is one', () => {
  fc.assert(
    fc.property(fc.oneof(nearly, written), (text) => {
      expect(dayIn(text)).toBe(parseDay(text.slice(0, 10)) ?? notDay);
    }),
    { numRuns: 2000 },
  );
});

test('the first and the last day that files may write are days', () => {
  for (const day of [earliestDay, latestDay]) expect(dayIn(dayOf(day))).toBe(day);
  expect([dayIn('1899-12-31'), dayIn('2200-01-01'), dayIn('1900-02-29')]).toEqual([
    notDay,
    notDay,
    notDay,
  ]);
});
