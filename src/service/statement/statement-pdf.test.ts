import { expect, test } from 'vitest';
import { examplePath } from '../../../test/support/example-folders.ts';
import { dayNumber } from '../../calendar/index.ts';
import { showStatements } from './show-statements.ts';
import { type Statements, stateOwed } from './state-owed.ts';
import { notPrinted, statementPdf } from './statement-pdf.ts';

/** A statement of an example, with its first line so many times. */
async function statementOf(lines: number): Promise<Statements> {
  const stated = await stateOwed({
    pages: [examplePath('northshire', 'contract.md')],
    facts: [examplePath('northshire', 'facts')],
    asAt: dayNumber('2028-08-31'),
    knownAt: dayNumber('2028-08-31'),
    provider: 'Bright Futures',
  });
  if (!stated.ok) throw new Error(stated.problems[0]?.message);
  const [own] = stated.value.statements;
  const [line] = own?.lines ?? [];
  if (own === undefined || line === undefined) throw new Error('nothing is owed');
  const many = Array.from({ length: lines }, (_, at) => ({ ...line, place: at + 1 }));
  return { ...stated.value, statements: [{ ...own, lines: many }] };
}

async function sidesOf(statements: Statements): Promise<number> {
  const set = await statementPdf(statements);
  return set.ok ? set.value.sides : 0;
}

test('1,000 lines are printed, and of 1,001 how many are left out, on a sheet or two', async () => {
  expect(await sidesOf(await statementOf(1000))).toBeGreaterThan(15);
  expect(await sidesOf(await statementOf(1001))).toBeLessThanOrEqual(2);
});

test('a name without a space is broken into lines, and does not leave the sheet', async () => {
  const named = async (provider: string) => {
    const { statements, ...rest } = await statementOf(1);
    return sidesOf({ ...rest, statements: statements.map((each) => ({ ...each, provider })) });
  };
  expect(await named('Bright Futures')).toBe(1);
  expect(await named('W'.repeat(1500))).toBeGreaterThan(1);
});

test('what is left out is counted, and said to be in the table, which has every line', async () => {
  expect(notPrinted(1000)).toBe('');
  expect(notPrinted(31_204)).toBe(
    'All 31,204 lines are left out here: where there are more than 1,000, none is printed. ' +
      'Each of them stands in the table (CSV) of this statement.',
  );
  const csv = await showStatements(await statementOf(1001), 'csv');
  expect(csv.ok && String(csv.value).trimEnd().split('\n').length).toBe(1002);
});
