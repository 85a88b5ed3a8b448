import { expect, test } from 'vitest';
import { assert } from '../problem/index.ts';
import { faultText } from './fault-text.ts';
import { textTable } from './table.ts';
import { wrapped } from './wrapped.ts';

test('columns line up, numbers to the right, and totals stand under a rule', () => {
  const columns = [{ heading: 'who' }, { heading: 'owed', side: 'right' as const }];
  const rows = [
    ['Zoë', '£1.00'],
    ['Bright Futures', '£1,220.00'],
  ];
  expect(textTable({ columns, rows, foot: [['Total', '£1,221.00']] }).split('\n')).toEqual([
    'who                  owed',
    '--------------  ---------',
    'Zoë                 £1.00',
    'Bright Futures  £1,220.00',
    '--------------  ---------',
    'Total           £1,221.00',
  ]);
});

test('what a terminal would obey is made visible in a table', () => {
  const table = textTable({ columns: [{ heading: 'a' }], rows: [['\u001b[2Jgone']] });
  expect(table).not.toContain('\u001b');
});

test('long text is broken between words, and colours take no room', () => {
  const words = `${'word '.repeat(40)}\u001b[31mred\u001b[39m`;
  const lines = wrapped(words);
  expect(lines.every((line) => line.length <= 92 || line.includes('\u001b'))).toBe(true);
  expect(lines.join(' ')).toBe(words);
});

test('a fault says what happened, where, and what to send, without a stack', () => {
  function settleBadly() {
    assert(false, 'debits equal credits');
  }
  let text = '';
  try {
    settleBadly();
  } catch (error) {
    text = faultText(error, ['settle', 'page.md']);
  }
  expect(text).toMatch(/^This is a fault of Outturn/);
  expect(text).toContain('debits equal credits');
  expect(text).toContain('in settleBadly');
  expect(text).toContain('outturn settle page.md');
  expect(text).not.toMatch(/ at |\.ts:/);
});
