import { expect, test } from 'vitest';
import type { ResultLine } from '../../settlement/index.ts';
import { linesCsv, linesNdjson, statementCsv } from './line-table.ts';

const line = {
  line: 'Outcomes/Settled|A1|=cmd()|1',
  clause: 'Outcomes/Settled',
  participant: '-1+1',
  provider: '=HYPERLINK("x")',
  payer: '@council',
  payee: 'A, "B"',
  outcome: 'Settled',
  number: 1,
  group: '-5',
  day: '2027-08-08',
  payableOn: '2027-08-08',
  quantity: '1',
  price: '-220',
  gross: '-220.00',
  amount: '-220.00',
  version: 1,
} as unknown as ResultLine;

function rowOf(pieces: Iterable<string>): string {
  return [...pieces][1] ?? '';
}

test('text that a spreadsheet would run as a formula has an apostrophe before it', () => {
  const row = rowOf(linesCsv([line]));
  expect(row).toContain(`"'=HYPERLINK(""x"")",'@council,"A, ""B"""`);
  expect(row).toContain(",'-1+1,");
});

test('numbers are never changed, and text that is a plain number is none of the formulas', () => {
  const row = rowOf(linesCsv([line]));
  expect(row).toContain(',-5,2027-08-08,2027-08-08,,1,-220,-220.00,-220.00,1,\r\n');
});

test('a statement says what of a line is not paid, with the places of its amounts', () => {
  const stated = { ...line, gross: '220.00', amount: '219.95', place: 1 };
  const row = rowOf(statementCsv([{ ...stated, notPaid: 5n, reasons: ['limit'] }]));
  expect(row).toContain(',220.00,0.05,219.95,1,,limit\r\n');
});

test('NDJSON has a line of text for a line', () => {
  expect([...linesNdjson([line, line])].map((row) => JSON.parse(row))).toEqual([line, line]);
});
