import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesBetween } from './lines-between.ts';

test('what was taken stands before what was added in its place', () => {
  const lines = linesBetween('# Page\n\nPays £220.\n', '# Page\n\nPays £250.\nTwice.\n');
  expect(lines).toEqual([
    { is: 'same', text: '# Page', before: 1, after: 1 },
    { is: 'same', text: '', before: 2, after: 2 },
    { is: 'taken', text: 'Pays £220.', before: 3 },
    { is: 'added', text: 'Pays £250.', after: 3 },
    { is: 'added', text: 'Twice.', after: 4 },
  ]);
});

test('either text can be read off the lines between them', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (old, now) => {
      const lines = linesBetween(whole(old), whole(now));
      const read = (without: string) =>
        lines.filter(({ is }) => is !== without).map((line) => line.text);
      expect(read('added')).toEqual(old);
      expect(read('taken')).toEqual(now);
    }),
  );
});

function whole(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
