import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRules } from '../../../test/support/page-rules.ts';
import type { FactSet } from '../../facts/index.ts';
import { openFactTable } from '../../facts/index.ts';
import { utf8Text } from '../files/utf8-text.ts';
import { type FactProgress, type ReadFactsOptions, readFacts } from './read-facts.ts';
import { readParquet } from './read-parquet.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'outturn-facts-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const header = 'id,kind,participant,day\n';

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function read(paths: readonly string[], options: ReadFactsOptions = {}): Promise<FactSet> {
  return readFacts(paths, pageRules, options);
}

function codes({ problems }: FactSet): string[] {
  return problems.map(({ code, at }) => `${code} ${at.source.slice(folder.length + 1)}`.trim());
}

function row(id: string): string {
  return `${id},referred,P1,2027-05-01\n`;
}

async function* input(...pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

describe('paths', () => {
  test('a folder is read in full, in the order of names, and other files are a warning', async () => {
    write('whole/b.csv', header + row('b'));
    write('whole/a/z.ndjson', '{"id":"z","kind":"referred","participant":"P1","day":"2027-05-01"}');
    write('whole/c.JSONL', '{"id":"c","kind":"referred","participant":"P1","day":"2027-05-01"}\n');
    write('whole/readme.md', 'About these facts.');
    write('whole/.hidden', '');
    const set = await read([join(folder, 'whole')]);
    expect(codes(set)).toEqual(['facts.file_passed_over whole/readme.md']);
    expect(set.facts.map(({ id }) => id)).toEqual(['z', 'b', 'c']);
  });

  test('a path that is not there is a problem', async () => {
    expect(codes(await read([join(folder, 'nowhere.csv')]))).toEqual([
      'facts.path_missing nowhere.csv',
    ]);
  });

  test('a folder without facts is a problem', async () => {
    mkdirSync(join(folder, 'bare/inner'), { recursive: true });
    expect(codes(await read([join(folder, 'bare')]))).toEqual(['facts.folder_empty bare']);
  });

  test('a file of another type is a problem when it is named', async () => {
    const path = write('facts.xlsx', 'PK');
    expect(codes(await read([path]))).toEqual(['facts.file_type facts.xlsx']);
  });

  test('a folder that leads back into itself is a problem', async () => {
    write('loop/a.csv', header + row('a'));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop/round'));
    symlinkSync('self', join(folder, 'loop/self'));
    const set = await read([join(folder, 'loop')], { setAside: true });
    expect(codes(set)).toEqual(['facts.folder_loop loop/round', 'facts.folder_loop loop/self']);
    expect(set.facts).toHaveLength(1);
  });

  test('a file given twice is a problem, and read once', async () => {
    const path = write('twice/a.csv', header + row('a'));
    expect(codes(await read([path, join(folder, 'twice')]))).toEqual([
      'facts.file_twice twice/a.csv',
    ]);
  });

  test('"-" is standard input, in CSV or NDJSON as its first byte says', async () => {
    const csv = await read(['-'], {
      input: input(header, row('a').slice(0, 5), row('a').slice(5)),
    });
    expect(csv.facts.map(({ id }) => id)).toEqual(['a']);
    const json = '{"id":"b","kind":"referred","participant":"P1","day":"2027-05-01"}';
    const ndjson = await read(['-'], { input: input(json) });
    expect(ndjson.facts.map(({ id }) => id)).toEqual(['b']);
    expect(codes(await read(['-'], { input: input('PAR1') }))).toEqual([
      'facts.parquet_from_input',
    ]);
    expect(codes(await read(['-'], { input: input() }))).toEqual(['facts.file_empty']);
  });

  test('facts of several files are one set', async () => {
    const one = write('set/one.csv', header + row('a'));
    const two = write('set/two.csv', header + row('b') + row('a'));
    const { problems } = await read([one, two]);
    expect(problems).toMatchObject([{ code: 'fact.id_twice', at: { source: two, line: 3 } }]);
    expect(problems[0]?.message).toContain(`${one}, line 2`);
  });
});

describe('bytes', () => {
  test('a byte-order mark is a problem', async () => {
    const path = write('mark.csv', Buffer.from(`\ufeff${header}${row('a')}`));
    expect(codes(await read([path]))).toEqual(['facts.byte_order_mark mark.csv']);
  });

  test('UTF-16 is a problem', async () => {
    const path = write('wide.csv', Buffer.from(`\ufeff${header}`, 'utf16le'));
    expect(codes(await read([path]))).toEqual(['facts.other_encoding wide.csv']);
  });

  test('a file that is something else is one problem, not one for each of its lines', async () => {
    const page = `# Leaving care\n\n${'## People\n\n| a | b |\n'.repeat(50)}`;
    const csv = header + row('a') + row('b');
    const given: readonly (readonly [string, string | Uint8Array, string, string])[] = [
      ['other.csv', gzipSync(csv), 'facts.other_file', 'Unpack it'],
      ['sheet.csv', 'PK\x03\x04\x14\0[Content_Types].xml\n1\n2', 'facts.other_file', 'as CSV'],
      ['paper.csv', '%PDF-1.7\n1\n2\n3', 'facts.other_file', 'Save the facts as CSV'],
      ['web.csv', '<html>\n<table>\n', 'facts.other_file', 'Save the facts as CSV'],
      ['page.csv', page, 'facts.other_file', 'before --facts'],
      ['wide.ndjson', Buffer.from(csv, 'utf16le'), 'facts.other_encoding', 'UTF-8'],
      ['old.csv', csv.replaceAll('\n', '\r'), 'facts.line_ends', 'Macintosh'],
      ['json.csv', '{"id":"a","kind":"referred"}\n'.repeat(9), 'facts.named_otherwise', '.ndjson'],
      ['cells.ndjson', csv, 'facts.named_otherwise', '.csv'],
      ['columns.csv', 'PAR1\x15\0', 'facts.named_otherwise', '.parquet'],
    ];
    for (const [name, content, code, help] of given) {
      const set = await read([write(name, content)]);
      expect(codes(set)).toEqual([`${code} ${name}`]);
      expect(set.problems[0]?.help).toContain(help);
      expect(set.unread).toHaveLength(1);
    }
  });

  test('a file of another type by its name says what to do with it', async () => {
    const helps = await Promise.all(
      ['a.xlsx', 'b.md', 'c.txt'].map(async (name) => (await read([write(name, '')])).problems[0]),
    );
    expect(helps.map((problem) => problem?.help)).toEqual([
      expect.stringContaining('save the sheet'),
      expect.stringContaining('before --facts'),
      expect.stringContaining('one of these'),
    ]);
  });

  test('a header without rows is a warning, and the other files stand', async () => {
    const bare = write('bare.csv', `${header}\n,,,\n`);
    const set = await read([bare, write('full.csv', header + row('a'))]);
    expect(set.problems).toMatchObject([
      { code: 'facts.file_without_rows', severity: 'warning', at: { source: bare } },
    ]);
    expect([set.facts.length, set.unread]).toEqual([1, []]);
  });

  test('a byte that is not UTF-8 is a problem at its row and column', async () => {
    const path = write(
      'latin.csv',
      Buffer.from(`${header}a,referred,Andr\xe9,2027-05-01\n`, 'latin1'),
    );
    const { problems } = await read([path]);
    expect(problems).toMatchObject([
      { code: 'fact.lost_character', at: { line: 2, column: 12, field: 'participant' } },
    ]);
  });

  test('a character split between two pieces stays whole', async () => {
    const bytes = Buffer.from(`${header}a,referred,Zoë 🙂,2027-05-01\n`);
    for (let at = 1; at < bytes.length; at += 1) {
      const pieces = input(bytes.subarray(0, at), bytes.subarray(at));
      const { facts } = await read(['-'], { input: pieces });
      expect(facts[0]?.participant).toBe('Zoë 🙂');
    }
  });

  test('text in pieces is the text decoded whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, at) => {
        const text = utf8Text();
        const decoded =
          text.push(bytes.subarray(0, at)) + text.push(bytes.subarray(at)) + text.end();
        expect(decoded).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test('no bytes stop the reading, and every problem has a place', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ maxLength: 40 }).map((end) => Buffer.concat([Buffer.from(header), end])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(80), async (all, at) => {
        const pieces = input(all.subarray(0, at), all.subarray(at));
        for (const { at: place } of (await read(['-'], { input: pieces })).problems) {
          expect(place.source).toBe('-');
          expect(place.line).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('progress tells bytes, all bytes and rows', async () => {
  const path = write(
    'long.csv',
    header + Array.from({ length: 50_000 }, (_, n) => row(`r${n}`)).join(''),
  );
  const told: FactProgress[] = [];
  const { rows } = await read([path], { onProgress: (progress) => told.push(progress) });
  expect(rows).toBe(50_000);
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toMatchObject({ source: path, rows: 50_000 });
  expect(told.at(-1)?.bytes).toBe(told.at(-1)?.bytesTotal);
});

describe('Parquet', () => {
  async function parquet(name: string, select: string): Promise<string> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const path = join(folder, name);
    await connection.run(`copy (${select}) to '${path}' (format parquet)`);
    connection.closeSync();
    instance.closeSync();
    return path;
  }

  test('days may be DATE or text and numbers are exact', async () => {
    const path = await parquet(
      'exact [1].parquet',
      `select 's1' id, 'goals' kind, 'P1' participant, date '2027-06-01' as day,
        12.3456789::decimal(20,7) as value, '2027-06-02' known, 'free text' note,
        null::double low`,
    );
    const { facts, problems, rows } = await read([path]);
    expect(problems).toEqual([]);
    expect(rows).toBe(1);
    expect(facts[0]?.value).toEqual({ numerator: 123456789n, denominator: 10_000_000n });
    expect(facts[0]).toMatchObject({ id: 's1', day: 20970, known: 20971 });
  });

  test('a problem names the row and the column', async () => {
    const path = await parquet(
      'rows.parquet',
      `select 'r' || n as id, 'referred' kind, 'P1' participant,
        case when n = 3 then 'soon' else '2027-05-01' end as day, 'SECRET' note
        from range(1, 6) as numbers(n)`,
    );
    const { problems } = await read([path]);
    expect(problems).toMatchObject([
      { code: 'fact.day_form', at: { line: 3, field: 'day', excerpt: 'r3,referred,P1,soon' } },
    ]);
  });

  test('columns that facts do not have, and types that are not exact, are problems', async () => {
    const columns = await parquet('columns.parquet', "select 'a' id, 'b' knd");
    expect(codes(await read([columns]))).toEqual([
      'facts.column_unknown columns.parquet',
      'facts.column_missing columns.parquet',
    ]);
    const types = await parquet(
      'types.parquet',
      "select 'a' id, 'goals' kind, 0.1::double as value, timestamp '2027-01-01 00:00:00' as day",
    );
    const set = await read([types]);
    expect(set.problems.map(({ code, at }) => `${code} ${at.field}`)).toEqual([
      'facts.parquet_type value',
      'facts.parquet_type day',
    ]);
  });

  test('a file that is none is a problem', async () => {
    const path = write('none.parquet', 'not at all');
    expect(codes(await read([path]))).toEqual(['facts.parquet_unreadable none.parquet']);
  });

  test('where DuckDB is not installed a problem says how to get it', async () => {
    const table = openFactTable(pageRules);
    const load = () => Promise.reject(new Error('not found'));
    await readParquet(table, { path: 'a.parquet', onRows: () => undefined, load });
    expect(table.problems.kept).toMatchObject([{ code: 'facts.parquet_reader_missing' }]);
    expect(table.problems.kept[0]?.help).toContain('npm install @duckdb/node-api');
  });
});
