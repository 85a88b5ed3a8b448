import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { pageRules } from '../../test/support/page-rules.ts';
import { noPlace } from '../problem/index.ts';
import { checkRow } from './check-row.ts';
import { type Column, columns } from './columns.ts';
import { csvReader } from './csv-reader.ts';
import { closeFactTable, type FactSet, openFactTable } from './fact-table.ts';
import { rowMemory } from './row-memory.ts';

// Rows like those before them are read a quick way. Whatever the text, it must come out as it does
// where nothing is remembered, and every row is checked with care.

function read(pieces: readonly string[], memory = rowMemory()): FactSet {
  const table = { ...openFactTable(pageRules), memory };
  const reader = csvReader(table, 'may.csv');
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return closeFactTable(table, { setAside: true });
}

const references = fc.constantFrom('P1', 'P2', 'p 1', 'P  1', 'Zoë', 'Zoe\u0308', 'P|1', '', 'Q\t');
const days = fc.constantFrom('2027-05-01', '2027-05-09', '2027-06-30', '2027-02-30', '1/5/27', '');
const numbers = fc.constantFrom('12', '12.5', '-1', '101', '1e3', '9'.repeat(201), '£4', '');
const empty = fc.constant('');

const cells: Record<Column, fc.Arbitrary<string>> = {
  id: fc.oneof(
    fc.nat(10_000).map((n) => `r${n}`),
    fc.constantFrom('', '=1', '-1', 'r,1', 'é'),
  ),
  kind: fc.constantFrom(
    'referred',
    'attached',
    'in settled housing',
    'goals',
    'withdrawn',
    'refered',
  ),
  participant: references,
  cohort: fc.oneof({ weight: 9, arbitrary: empty }, fc.constantFrom('2027', 'late')),
  provider: fc.constantFrom('Hub', 'hub', 'Bright Futures', 'Hub ', ''),
  group: fc.constantFrom('leaving', 'staying', 'other', ''),
  with: fc.constantFrom('', '', 'area=Leeds', 'aera=Leeds', 'area=', 'area=Leeds;stage=2'),
  day: days,
  from: days,
  to: days,
  value: numbers,
  low: fc.oneof({ weight: 9, arbitrary: empty }, numbers),
  high: fc.oneof({ weight: 9, arbitrary: empty }, numbers),
  about: fc.constantFrom('', '', 'Settled', 'settled'),
  source: fc.constantFrom('', 'housing team', 'landlord', 'a friend'),
  method: fc.constantFrom('', '', 'M1', '@x'),
  known: days,
  state: fc.constantFrom('', 'verified', 'waiting', 'sure'),
  replaces: fc.oneof(
    { weight: 5, arbitrary: empty },
    fc.nat(20).map((n) => `r${n}`),
  ),
  signer: fc.constantFrom('', '', 'S1'),
  note: fc.constantFrom('', 'a note', 'a, "b"', 'one\ntwo', '\ufffd', 'x'.repeat(300), '\r', '\0'),
};

type Cells = Partial<Record<Column, string>>;

/** Rows that are mostly right, so that the rows after them have something to be like. */
const right: readonly Cells[] = [
  { kind: 'referred', day: '2027-05-01' },
  { kind: 'referred', day: '2027-05-01', known: '2027-05-09', note: 'a, "b"' },
  { kind: 'attached', provider: 'Hub', group: 'leaving', day: '2027-05-09', state: 'verified' },
  { kind: 'in settled housing', from: '2027-05-09', to: '2027-06-30', source: 'housing team' },
  { kind: 'in settled housing', from: '2027-05-01', known: '2027-06-30' },
  { kind: 'goals', day: '2027-05-09', value: '12.5', with: 'area=Leeds' },
  { kind: 'goals', day: '2027-05-09', value: '12', known: '2027-06-30' },
  { kind: 'referred', day: '2027-05-09', source: 'a friend' },
  { kind: 'in settled housing', from: '2027-05-01', to: '2027-05-09', source: 'landlord' },
];

const rows: fc.Arbitrary<Cells> = fc
  .tuple(
    fc.constantFrom(...right),
    fc.nat(10_000),
    fc.constantFrom('P1', 'P2', 'P3'),
    fc.record(cells),
    fc.subarray([...columns], { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([like, number, participant, odd, changed, isRight]) => {
    const row: Cells = { participant, ...like, id: `r${number}` };
    for (const column of isRight ? [] : changed) row[column] = odd[column];
    return row;
  });

const headers = fc
  .subarray([...columns], { minLength: 6 })
  .map((chosen) => [...new Set<Column>(['id', 'kind', ...chosen])])
  .chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length }));

const styles = fc.record({ isQuoted: fc.boolean(), lineEnd: fc.constantFrom('\n', '\r\n') });

/** Text as another program writes it, with quotes where they are needed or around every cell. */
const written = fc
  .tuple(headers, fc.array(rows, { minLength: 1, maxLength: 30 }), styles)
  .map(([header, list, { isQuoted, lineEnd }]) => {
    const data = list.map((row) => header.map((column) => row[column] ?? ''));
    const options = { quotes: isQuoted, newline: lineEnd };
    return { header, data, text: Papa.unparse([[...header], ...data], options) };
  });

const slips = fc.constantFrom(
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  ',,,\n',
  '\ufeff',
  ' ',
  '\n\n',
  '\ufffd',
);

/** The same with slips in it: quotes gone wrong, rows cut short or too long, blank lines, marks. */
const slipped = fc
  .tuple(written, fc.array(fc.tuple(fc.nat(3000), slips), { maxLength: 4 }))
  .map(([{ text }, changes]) =>
    changes.reduce((whole, [place, slip]) => {
      const at = place % (whole.length + 1);
      return whole.slice(0, at) + slip + whole.slice(at);
    }, text),
  );

describe('a text in which rows are like those before them', () => {
  test('comes out as if every row were checked with care', () => {
    fc.assert(
      fc.property(slipped, fc.nat(3000), (text, at) => {
        const careful = read([text], rowMemory(0));
        expect(read([text])).toEqual(careful);
        expect(read([text.slice(0, at), text.slice(at)])).toEqual(careful);
      }),
      { numRuns: 2000 },
    );
  });

  test('has the cells that the parser finds in it, checked one row at a time', () => {
    fc.assert(
      fc.property(written, ({ header, text }) => {
        const { data } = Papa.parse<string[]>(text, { delimiter: ',' });
        const checked = data.slice(1).map((row) => {
          const named = header.map((column, index) => [column, row[index] ?? '']);
          return checkRow(Object.fromEntries(named), noPlace('may.csv'), pageRules);
        });
        const facts = checked.flatMap((each) => (each.ok ? [each.value] : []));
        const table = openFactTable(pageRules);
        const reader = csvReader(table, 'may.csv');
        reader.push(text);
        reader.end();
        const isLost = text.includes('\ufffd');
        if (!isLost) expect(table.list.facts).toEqual(facts);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a row like those before it is still held against its kind', () => {
  const text = [
    'id,kind,participant,day,from,to,value,source,known',
    'r1,goals,P1,2027-05-09,,,12,a friend,2027-06-30',
    'r2,in settled housing,P1,,2027-05-01,2027-05-09,,landlord,2027-06-30',
    'r3,goals,P1,2027-05-09,,,12,a friend,2027-05-01',
    'r4,goals,P1,2027-05-09,,,101,a friend,2027-06-30',
    'r5,in settled housing,P1,,2027-05-01,2027-05-09,,a friend,2027-06-30',
    'r6,in settled housing,P1,,2027-05-09,2027-05-01,,landlord,2027-06-30',
    'r7,in settled housing,P1,,2027-05-01,2027-05-09,,landlord,2027-05-01',
    'r8,goals,P1,2027-02-30,,,12,a friend,2027-06-30',
    '',
  ].join('\n');
  expect(read([text]).problems.map(({ code, at }) => `${at.line} ${code}`)).toEqual([
    '4 fact.known_too_early',
    '5 fact.value_out_of_bounds',
    '6 fact.source_unknown',
    '7 fact.to_before_from',
    '8 fact.known_too_early',
    '9 fact.no_such_day',
  ]);
});

test('most rows of a file are like those before them', () => {
  const line = (n: number) => `r${n},attached,P${n % 50},Hub,leaving,2027-05-${10 + (n % 20)}\n`;
  const lines = Array.from({ length: 500 }, (_, n) => line(n));
  const text = `id,kind,participant,provider,group,day\n${lines.join('')}`;
  let checked = 0;
  const opened = openFactTable(pageRules);
  const check: typeof opened.check = (row) => {
    checked += 1;
    return opened.check(row);
  };
  const reader = csvReader({ ...opened, check }, 'may.csv');
  reader.push(text);
  reader.end();
  expect(opened.list.facts).toHaveLength(500);
  expect(checked).toBe(1);
});
