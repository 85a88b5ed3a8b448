import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageRules } from '../../test/support/page-rules.ts';
import { formatProblem } from '../problem/index.ts';
import { csvReader } from './csv-reader.ts';
import { closeFactTable, type FactSet, openFactTable } from './fact-table.ts';

function readPieces(pieces: readonly string[], setAside = false): FactSet {
  const table = openFactTable(pageRules);
  const reader = csvReader(table, 'may.csv');
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return closeFactTable(table, { setAside });
}

function read(text: string, setAside = false): FactSet {
  return readPieces([text], setAside);
}

function found(text: string): string[] {
  return read(text).problems.map(
    ({ code, at }) => `${at.line}:${at.column} ${code}${at.field ? ` ${at.field}` : ''}`,
  );
}

const header = 'id,kind,participant,day';

describe('a header', () => {
  test('may name its columns in any order and leave most of them out', () => {
    const { facts, problems } = read('day,participant,kind,id\n2027-05-01,P1,referred,r1\n');
    expect(problems).toEqual([]);
    expect(facts).toMatchObject([{ id: 'r1', kind: 'referred', participant: 'P1' }]);
  });

  test('names no column that the table does not have', () => {
    const [problem] = read('id,kind,particpant\n').problems;
    expect(problem).toMatchObject({ code: 'facts.column_unknown', at: { line: 1, column: 9 } });
    expect(problem?.help).toBe('Did you mean "participant"?');
  });

  test('names no column twice', () => {
    expect(found('id,kind,id\n')).toEqual(['1:9 facts.column_twice id']);
  });

  test('has id and kind', () => {
    expect(found('kind,day\n')).toEqual(['1:1 facts.column_missing']);
  });

  test('is separated by commas', () => {
    expect(found('id;kind;day\n')).toEqual(['1:1 facts.separator']);
    expect(found('id\tkind\tday\n')).toEqual(['1:1 facts.separator']);
  });

  test('is there', () => {
    expect(found('')).toEqual(['0:0 facts.file_empty']);
    expect(read(`${header}\n`)).toMatchObject({ facts: [], unread: [], rows: 0 });
    expect(found(`${header}\n`)).toEqual(['0:0 facts.file_without_rows']);
  });
});

describe('rows', () => {
  test('end in either line ending, or in nothing at the end of the file', () => {
    const { facts, problems } = read(
      `${header}\r\nr1,referred,P1,2027-05-01\r\nr2,referred,P2,2027-05-02`,
    );
    expect(problems).toEqual([]);
    expect(facts.map(({ id }) => id)).toEqual(['r1', 'r2']);
  });

  test('that are blank, as spreadsheets leave them, hold no fact', () => {
    const { facts, problems } = read(`${header}\n\n,,,\nr1,referred,P1,2027-05-01\n\n`);
    expect(problems).toEqual([]);
    expect(facts).toHaveLength(1);
  });

  test('keep their line number after blank lines and notes of several lines', () => {
    const text = `${header},note\n\nr1,referred,P1,2027-05-01,"one\ntwo\n""three"""\nr2,referred,P2,x,\n`;
    expect(found(text)).toEqual(['6:16 fact.day_form day']);
  });

  test('that are cut short or too long are not guessed at', () => {
    expect(found(`${header}\nr1,referred,P1\n`)).toEqual(['2:1 fact.row_length']);
    expect(found(`${header}\nr1,referred,P1,2027-05-01,x\n`)).toEqual(['2:1 fact.row_length']);
  });

  test('with an unclosed quote cost themselves and not the rows after them', () => {
    const text = `${header}\nr1,referred,"P1,2027-05-01\nr2,referred,P2,2027-05-02\n`;
    const { facts, problems } = read(text, true);
    expect(problems).toMatchObject([{ code: 'fact.quote_open', at: { line: 2, column: 13 } }]);
    expect(facts).toMatchObject([{ id: 'r2' }]);
  });

  test('with a quote not doubled are refused', () => {
    expect(found(`${header}\nr1,referred,"P"1",2027-05-01\n`)).toEqual([
      '2:13 fact.quote_stray participant',
    ]);
  });

  test('with a line break in a cell other than note are refused', () => {
    expect(found(`${header}\nr1,referred,"P\n1",2027-05-01\n`)).toEqual([
      '2:13 fact.control_character participant',
    ]);
  });

  test('with two spaces together or a bar in a name are refused, also where all else is plain', () => {
    expect(found(`${header}\nr1,referred,P  1,2027-05-01\nr2,referred,P|1,2027-05-01\n`)).toEqual([
      '2:13 fact.space_form participant',
      '3:13 fact.bar_in_name participant',
    ]);
  });

  test('longer than any fact are passed over without being held', () => {
    const long = `r1,referred,${'x'.repeat(150_000)},2027-05-01`;
    const text = `${header}\n${long}\nr2,referred,P2,2027-05-02\n`;
    const pieces = text.match(/[\s\S]{1,40000}/g) ?? [];
    const { facts, problems } = readPieces(pieces, true);
    expect(problems).toMatchObject([{ code: 'fact.line_too_long', at: { line: 2 } }]);
    expect(facts).toMatchObject([{ id: 'r2' }]);
  });
});

describe('a file', () => {
  test('with a byte-order mark is a problem said once, and read on', () => {
    expect(found(`\ufeff${header}\nr1,referred,P1,x\n`)).toEqual([
      '1:1 facts.byte_order_mark',
      '2:16 fact.day_form day',
    ]);
  });

  test('with bytes that were no UTF-8 says where, also in a note', () => {
    const text = `${header},note\nr1,referred,P\ufffd,2027-05-01,\nr2,referred,P2,2027-05-01,\ufffd\n`;
    expect(found(text)).toEqual([
      '2:13 fact.lost_character participant',
      '3:27 fact.lost_character note',
    ]);
  });

  test('with more problems than anyone reads says how many more there are', () => {
    const { problems, unread } = read(`${header}\n${'r1,referred,P1,x\n'.repeat(1500)}`);
    expect(problems).toHaveLength(1001);
    expect(problems[1000]?.message).toBe('There are 500 more problems that are not listed here.');
    expect(unread).toHaveLength(1500);
  });

  test('gives nothing while a row is unread, unless that is set aside', () => {
    const text = `${header}\nr1,referred,P1,2027-05-01\nr2,referred,P2,soon\n`;
    expect(read(text).facts).toEqual([]);
    expect(read(text, true).facts).toMatchObject([{ id: 'r1' }]);
    expect(read(text, true).unread).toMatchObject([
      { id: 'r2', kind: 'referred', participant: 'P2', place: { source: 'may.csv', line: 3 } },
    ]);
  });
});

test('a note never leaves its file, in a fact or in a problem', () => {
  const rows = [
    'r1,SECRET,referred,P1,2027-05-01',
    'r2,SECRET,referred,P1,soon',
    'r3,"SECRET, ""SECRET""",referred,P1,soon',
    'r4,"SECRET,referred,P1,2027-05-01',
    'r5,SECRET,SECRET,referred,P1,2027-05-01',
    'r6,SECRET',
    'r7,"SECRET"SECRET",referred,P1,2027-05-01',
  ];
  const set = read(`id,note,kind,participant,day\n${rows.join('\n')}\n`, true);
  expect(set.problems).toHaveLength(6);
  expect(JSON.stringify([set.facts, set.unread])).not.toContain('SECRET');
  expect(set.problems.map(formatProblem).join('\n')).not.toContain('SECRET');
});

test('the pieces in which a text comes change nothing', () => {
  const text = `${header},note\r\nr1,referred,P1,2027-05-01,"a\r\nb"\r\nr2,refered,"P""2",2027,x\r\n\r\nr3,"a`;
  const whole = read(text, true);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }), (lengths) => {
      const pieces: string[] = [];
      let at = 0;
      for (const length of lengths) {
        pieces.push(text.slice(at, at + length));
        at += length;
      }
      expect(readPieces([...pieces, text.slice(at)], true)).toEqual(whole);
    }),
  );
});

const nasty = fc.array(
  fc.oneof(
    fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'referred', 'P1', '2027-05-01', '\ufeff'),
    fc.constantFrom(header, `${header}\n`, '=1', '\0', '\ud800', 'id', 'kind', ';', ' '),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
  { maxLength: 40 },
);

test('no text stops the reader, and every problem has a place in the file', () => {
  fc.assert(
    fc.property(nasty, fc.boolean(), (parts, hasHeader) => {
      const text = `${hasHeader ? `${header}\n` : ''}${parts.join('')}`;
      const lines = text.split('\n').length;
      for (const { at, message, help } of read(text).problems) {
        expect(at.source).toBe('may.csv');
        expect(at.line).toBeGreaterThanOrEqual(0);
        expect(at.line).toBeLessThanOrEqual(lines);
        expect(at.endColumn).toBeGreaterThanOrEqual(at.column);
        expect(message.endsWith('.')).toBe(true);
        expect(help).not.toBe('');
      }
    }),
    { numRuns: 1000 },
  );
});
