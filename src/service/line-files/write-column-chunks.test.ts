import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { madeFolder } from '../../../test/support/made-files.ts';
import { addReference, referenceColumn } from '../../facts/index.ts';
import type { ColumnChunk, ColumnTable, TableColumn } from '../columns/column-table.ts';
import { writeColumnChunks } from './write-column-chunks.ts';

const { path } = madeFolder();

async function rowsOf(query: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(query)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

function wholeTable(values: Float64Array): ColumnTable {
  const columns: readonly TableColumn[] = [{ name: 'number', type: { is: 'whole' } }];
  return { columns, chunks: [{ length: values.length, columns: [values] }] };
}

test('each type of column is written as what it is, and what is absent is empty', async () => {
  const file = path('types.parquet');
  const columns: readonly TableColumn[] = [
    { name: 'day', type: { is: 'day' }, absent: 99_999 },
    { name: 'whole', type: { is: 'whole' }, absent: 255 },
    { name: 'pounds', type: { is: 'decimal', places: 2 }, absent: -1 },
    { name: 'text', type: { is: 'text' } },
    { name: 'group', type: { is: 'pooled', texts: ['leaving', 'ältere'] }, absent: 255 },
    { name: 'none', type: { is: 'pooled', texts: [] }, absent: 255 },
  ];
  const chunk: ColumnChunk = {
    length: 3,
    columns: [
      Int32Array.of(0, -1, 99_999),
      Uint8Array.of(1, 255, 7),
      Float64Array.of(12_345, -1, -9_007_199_254_740_991),
      ["it's", undefined, ''],
      Uint8Array.of(1, 0, 255),
      Uint8Array.of(255, 255, 255),
    ],
  };
  expect(await writeColumnChunks(file, { columns, chunks: [chunk] })).toEqual({
    ok: true,
    value: file,
  });
  expect(await rowsOf(`from '${file}'`)).toEqual([
    ['1970-01-01', 1, '123.45', "it's", 'ältere', null],
    ['1969-12-31', null, null, null, 'leaving', null],
    [null, 7, '-90071992547409.91', '', null, null],
  ]);
  const types = await rowsOf(`describe from '${file}'`);
  expect(types.map(([, type]) => type)).toEqual([
    'DATE',
    'INTEGER',
    'DECIMAL(18,2)',
    'VARCHAR',
    'VARCHAR',
    'VARCHAR',
  ]);
});

/** Texts of all lengths about that of a record, a few of them with signs of several bytes. */
const textOf = (number: number): string =>
  [
    `P${number}`,
    `a reference of ${number} – längere`,
    `${number}`.padStart(12, 'x'),
    `${number}`.padStart(13, 'x'),
    `é${number}`,
    `${number}`.padStart(11, '-é'),
  ][number % 6] ?? '';

const textsOf = (length: number) => Array.from({ length }, (_, number) => textOf(number));

/** Every row says its number, and the text of that number but for each third. */
function* uneven(lengths: readonly number[]): Generator<ColumnChunk> {
  const numbers = new Int32Array(Math.max(...lengths));
  const named = new Int32Array(numbers.length);
  let next = 0;
  for (const length of lengths) {
    for (let at = 0; at < length; at += 1, next += 1) {
      numbers[at] = next;
      named[at] = next % 3 ? next : -1;
    }
    yield { length, columns: [numbers, named] };
  }
}

test('chunks of any length come out in order, each row with the text of its own', async () => {
  const file = path('order.parquet');
  const lengths = [1, 0, 2047, 5000, 2048, 3];
  const rows = lengths.reduce((sum, length) => sum + length, 0);
  const texts = textsOf(rows);
  const columns: readonly TableColumn[] = [
    { name: 'number', type: { is: 'whole' } },
    { name: 'text', type: { is: 'pooled', texts }, absent: -1 },
  ];
  await writeColumnChunks(file, { columns, chunks: uneven(lengths) });
  expect(await rowsOf(`from '${file}'`)).toEqual(
    texts.map((text, number) => [number, number % 3 ? text : null]),
  );
});

test('texts of other columns are joined, and in rows that have a text of their own it stands', async () => {
  const file = path('joined.parquet');
  const columns: readonly TableColumn[] = [
    { name: 'clause', type: { is: 'pooled', texts: ['Outcomes/Job', 'Outcomes/Höhe'] } },
    { name: 'place "one"', type: { is: 'pooled', texts: textsOf(1500) }, absent: -1 },
    { name: 'own', type: { is: 'pooled', texts: ['a grant'] }, absent: -1 },
  ];
  const chunk: ColumnChunk = {
    length: 3,
    columns: [Uint8Array.of(0, 1, 0), Int32Array.of(1, 1498, -1), Int32Array.of(-1, -1, 0)],
  };
  const line = { name: 'line', of: ['clause', 'place "one"'], by: '|', unless: 'own' };
  await writeColumnChunks(file, { columns, chunks: [chunk], written: [line, 'clause'] });
  expect(await rowsOf(`from '${file}'`)).toEqual([
    [`Outcomes/Job|${textOf(1)}`, 'Outcomes/Job'],
    [`Outcomes/Höhe|${textOf(1498)}`, 'Outcomes/Höhe'],
    ['a grant', 'Outcomes/Job'],
  ]);
});

test('a column that no row has a text of its own for is what it is joined of, or empty', async () => {
  const file = path('made.parquet');
  const columns: readonly TableColumn[] = [
    { name: 'clause', type: { is: 'pooled', texts: ['Outcomes/Job', 'Outcomes/Höhe'] } },
    { name: 'place', type: { is: 'pooled', texts: textsOf(1500) } },
  ];
  const chunk = { length: 2, columns: [Uint8Array.of(0, 1), Int32Array.of(1, 1498)] };
  const written = [
    { name: 'line', of: ['clause', 'place'], by: '|' },
    { name: 'the same', of: ['clause'], by: '|' },
    { name: 'no text', empty: 'text' },
    { name: 'no day', empty: 'day' },
  ] as const;
  await writeColumnChunks(file, { columns, chunks: [chunk], written });
  expect(await rowsOf(`from '${file}'`)).toEqual([
    [`Outcomes/Job|${textOf(1)}`, 'Outcomes/Job', null, null],
    [`Outcomes/Höhe|${textOf(1498)}`, 'Outcomes/Höhe', null, null],
  ]);
  const types = await rowsOf(`describe from '${file}'`);
  expect(types.map(([, type]) => type)).toEqual(['VARCHAR', 'VARCHAR', 'VARCHAR', 'DATE']);
});

test('references are written as they are, whether each is a stem and a number or not', async () => {
  const file = path('references.parquet');
  const others = ['', 'nobody', 'somebody else altogether', 'Ärztin 7'];
  const stems = ['WP-', '', 'F0', 'Fälle/', 'a long stem of its own ', 'only this', '-'];
  const texts = Array.from({ length: 3000 }, (_, at) => {
    const number = (at * 7_654_321) % 10 ** (1 + (at % 9));
    const stem = stems[at % stems.length] as string;
    return stem === 'only this' ? `${stem} ${at} time` : `${stem}${number}`;
  });
  const references = referenceColumn();
  for (const text of texts) addReference(references, text);
  const all = [...texts, ...others];
  const pool = { references, others, [Symbol.iterator]: () => all[Symbol.iterator]() };
  const columns: readonly TableColumn[] = [{ name: 'text', type: { is: 'pooled', texts: pool } }];
  const values = Int32Array.from(all, (_, at) => all.length - 1 - at);
  await writeColumnChunks(file, { columns, chunks: [{ length: all.length, columns: [values] }] });
  expect(await rowsOf(`from '${file}'`)).toEqual(all.toReversed().map((text) => [text]));
});

test('a table of no rows is a file that has its columns', async () => {
  const file = path('none.parquet');
  await writeColumnChunks(file, wholeTable(new Float64Array(0)));
  expect(await rowsOf(`select count(*), count(number) from '${file}'`)).toEqual([['0', '0']]);
});

test('what goes wrong while rows are made is thrown as it is, and the old file stays', async () => {
  const file = path('old.parquet');
  writeFileSync(file, 'old');
  const broken = new Error('a fault of ours');
  const chunks = (function* (): Generator<ColumnChunk> {
    yield { length: 1, columns: [Float64Array.of(1)] };
    throw broken;
  })();
  const table = { ...wholeTable(new Float64Array(0)), chunks };
  await expect(writeColumnChunks(file, table)).rejects.toBe(broken);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test.each([
  ['a half', { is: 'whole' }, 0.5],
  ['more than 32 bits', { is: 'day' }, 2 ** 31],
  ['beyond exact amounts', { is: 'decimal', places: 2 }, 2 ** 53],
  ['no text of a few', { is: 'pooled', texts: ['one'] }, 1],
  ['no text of many', { is: 'pooled', texts: Array.from({ length: 1001 }, String) }, 1001],
] as const)('a number that its column cannot hold is a fault: %s', async (_, type, number) => {
  const columns: readonly TableColumn[] = [{ name: 'number', type }];
  const chunks = [{ length: 1, columns: [Float64Array.of(number)] }];
  await expect(writeColumnChunks(path('fault.parquet'), { columns, chunks })).rejects.toThrow(
    'every number of the column number is one of its type',
  );
});

test('a folder that is not there is a problem', async () => {
  const file = path('nowhere/lines.parquet');
  expect(await writeColumnChunks(file, wholeTable(Float64Array.of(1)))).toMatchObject({
    ok: false,
    problems: [{ code: 'output.unwritable', message: expect.stringContaining('not there') }],
  });
});
