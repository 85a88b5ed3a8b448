import { expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import { achieved, attachedAtFirst, saying } from '../../../test/support/makers/many.ts';
import type { Due } from '../due/due.ts';
import { settle } from '../settle.ts';
import { putAmount } from './amount-column.ts';
import { assertWholeRows } from './assert-whole.ts';
import { addLine, lineColumns, putAmounts } from './line-columns.ts';

/** The lines of Ann, who achieved something so many times. */
function linesOfAnn(times: number): readonly Due[] {
  const plan = saying({}, undefined, {});
  const facts = Array.from({ length: times }, (_, at) =>
    achieved('Ann', `2027-06-0${at + 1}` as '2027-06-01'),
  );
  const basis = { plan, facts: [...attachedAtFirst('Ann'), ...facts], asAt: asAt('2027-12-31') };
  return settle(basis, { onParticipant: () => undefined }).lines.map(({ due }) => due);
}

function added(dues: readonly Due[]) {
  const columns = lineColumns(false);
  for (const due of dues) addLine(columns, { due });
  return { columns, lines: { dues, first: 0 } };
}

test('lines that are apart, and rows that hold what they come to, are whole', () => {
  const { columns, lines } = added(linesOfAnn(3));
  expect(columns.rows).toBe(3);
  assertWholeRows(columns, lines);
});

test('two lines of one identity are a fault, however many there are', () => {
  const [line] = linesOfAnn(1) as [Due];
  for (const count of [2, 40]) {
    const { columns, lines } = added(Array.from({ length: count }, () => line));
    expect(() => assertWholeRows(columns, lines)).toThrow('no two lines have one identity');
  }
});

test('a row that holds another amount than its line, or none at all, is a fault', () => {
  const { columns, lines } = added(linesOfAnn(2));
  const [due] = lines.dues as [Due];
  putAmounts(columns, 1, { ...due, gross: due.gross + 1n });
  expect(() => assertWholeRows(columns, lines)).toThrow('holds its gross amount');
  const fewer = added(lines.dues.slice(1));
  expect(() => assertWholeRows(fewer.columns, lines)).toThrow('every line');
});

test('what is not paid of a row without a reason, or of several beside it, is a fault', () => {
  const dues = linesOfAnn(1);
  const bare = added(dues);
  putAmount(bare.columns.unpaidAmount, 0, 1n);
  expect(() => assertWholeRows(bare.columns, bare.lines)).toThrow('add up');
  const { columns, lines } = added(dues);
  const part = { reason: 'limit', amount: 100n, clause: 'Limits/1' } as const;
  putAmounts(columns, 0, { ...(dues[0] as Due), unpaid: [part, { ...part, clause: 'Limits/2' }] });
  assertWholeRows(columns, lines);
  putAmount(columns.unpaidAmount, 0, 199n);
  expect(() => assertWholeRows(columns, lines)).toThrow('add up');
});
