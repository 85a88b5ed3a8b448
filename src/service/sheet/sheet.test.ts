import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from './runs.ts';
import { sheetOf } from './sheet.ts';
import { sheetHtml } from './sheet-html.ts';
import { tableWidths } from './table-widths.ts';

const seal = { version: 1, commissioner: 'Northshire', contract: 'sha256:1', page: 'sha256:2' };

test('bold, italics and what is to be typed are told from plain words', () => {
  expect(runsOf('**Settled**: in *time* with `outturn check`')).toEqual([
    { text: 'Settled', face: 'bold' },
    { text: ': in ', face: 'plain' },
    { text: 'time', face: 'italic' },
    { text: ' with ', face: 'plain' },
    { text: 'outturn check', face: 'code' },
  ]);
});

test('a star beside a space is a star, and a mark after a backslash is that mark', () => {
  expect(runsOf('3 * 4 and \\*5\\* and \\|')).toEqual([
    { text: '3 * 4 and *5* and |', face: 'plain' },
  ]);
});

test('a line without marks keeps every letter', () => {
  const plain = fc.string().map((text) => text.replace(/[\\`*]/g, ''));
  fc.assert(
    fc.property(plain, (text) => {
      expect(
        runsOf(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('a page is taken apart into its sections, and nothing is left out', () => {
  const { title, parts } = sheetOf(
    [
      '# Leaving care',
      'Northshire buys this.\nWritten in Outturn 1.',
      '> A note\n> that runs on.\n>\n> - and a list',
      '## People',
      '| group | who |\n| ----- | --- |\n| a \\| b | all |',
      '## Prices',
      '- One.\n- Two.',
      '### Sam',
      'Pays nothing.',
    ].join('\n\n'),
  );
  expect(title).toBe('Leaving care');
  expect(parts.map(({ heading }) => heading)).toEqual(['', 'People', 'Prices']);
  const kinds = parts.map(({ blocks }) => blocks.map((block) => block.is));
  expect(kinds).toEqual([
    ['paragraph', 'note'],
    ['table'],
    ['item', 'item', 'heading', 'paragraph'],
  ]);
  expect(parts[0]?.blocks[1]).toMatchObject({
    paragraphs: [[{ text: 'A note that runs on.' }], [{ text: '- and a list' }]],
  });
  expect(parts[1]?.blocks[0]).toMatchObject({ rows: [[[{ text: 'a | b' }], [{ text: 'all' }]]] });
});

test('no text of a page becomes markup in HTML', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const nasty = `<script>${text}</script>"'&`.replaceAll('\n', ' ');
      const html = sheetHtml(sheetOf(`# ${nasty}\n\n- ${nasty}\n\n> ${nasty}`), {
        ...seal,
        commissioner: nasty,
      });
      expect(html).not.toContain('<script');
    }),
  );
});

test('prices take the room that they need, and text takes the rest by its length', () => {
  const table = (text: string) => {
    const block = sheetOf(text).parts[0]?.blocks[0];
    return block?.is === 'table' ? tableWidths(block) : undefined;
  };
  expect(table('| outcome | price |\n| --- | ---: |\n| **A** | £1 |')).toEqual([7, 0]);
  expect(table('| day | what |\n| --- | --- |\n| 2027-01-01 | level 2 |')).toEqual([0, 7]);
});
