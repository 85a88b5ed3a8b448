import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageRules } from '../../test/support/page-rules.ts';
import { fraction } from '../money/index.ts';
import { formatProblem } from '../problem/index.ts';
import { closeFactTable, type FactSet, openFactTable } from './fact-table.ts';
import { ndjsonReader } from './ndjson-reader.ts';

function read(text: string, setAside = false): FactSet {
  return readPieces([text], setAside);
}

function readPieces(pieces: readonly string[], setAside = false): FactSet {
  const table = openFactTable(pageRules);
  const reader = ndjsonReader(table, 'may.ndjson');
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return closeFactTable(table, { setAside });
}

function found(text: string): string[] {
  return read(text).problems.map(
    ({ code, at }) => `${at.line}:${at.column} ${code}${at.field ? ` ${at.field}` : ''}`,
  );
}

const scored = '"id":"s1","kind":"goals","participant":"P1","day":"2027-06-01"';

describe('a line', () => {
  test('is one object of texts; numbers are kept to the last digit', () => {
    const { facts, problems } = read(`{${scored},"value":0.1234567890123456789}\n`);
    expect(problems).toEqual([]);
    expect(facts[0]?.value).toEqual(fraction(1234567890123456789n, 10n ** 19n));
  });

  test('may write numbers as texts, empty cells as null or "", and texts with escapes', () => {
    const { facts, problems } = read(
      `{${scored},"value":"12.50","to":null,"about":"","provider":"Caf\\u00e9 \\"Hub\\""}\r\n\n`,
    );
    expect(problems).toEqual([]);
    expect(facts[0]).toMatchObject({ provider: 'Café "Hub"', value: fraction(25, 2) });
    expect(facts[0]).not.toHaveProperty('to');
  });

  test('has no key that is no column', () => {
    expect(found(`{${scored},"value":"1","particpant":"P1"}`)).toEqual(['1:77 fact.key_unknown']);
  });

  test('has no key twice', () => {
    expect(found(`{${scored},"value":"1","day":"2027-06-02"}`)).toEqual([
      '1:77 fact.key_twice day',
    ]);
  });

  test('holds text where text belongs', () => {
    const numbered = scored.replace('"P1"', '17');
    expect(found(`{${numbered},"value":"1"}`)).toEqual(['1:41 fact.json_type participant']);
    expect(found(`{"id":["a1"],${scored}}`)).toEqual(['1:7 fact.json_type id']);
    expect(found(`{${scored},"value":true}`)).toEqual(['1:73 fact.json_type value']);
    expect(found(`{${scored},"value":{"a":1}}`)).toEqual(['1:73 fact.json_type value']);
  });

  test('writes its numbers without a power of ten', () => {
    expect(found(`{${scored},"value":1e3}`)).toEqual(['1:73 fact.number_form value']);
  });

  test('that is no object says where it stops being one', () => {
    expect(found('{"id":"a1" "kind":"goals"}')).toEqual(['1:12 fact.json_form']);
    expect(found('{"id":"a1"')).toEqual(['1:11 fact.json_form']);
    expect(found('"a1"')).toEqual(['1:1 fact.json_form']);
    expect(found('{"id":"a1"} x')).toEqual(['1:13 fact.json_form']);
    expect(found("{'id':'a1'}")).toEqual(['1:2 fact.json_form']);
    expect(found('{"id":"\\x"}')).toEqual(['1:7 fact.json_form']);
  });

  test('longer than any fact is passed over', () => {
    const text = `{"id":"${'x'.repeat(150_000)}"}\n{${scored},"value":"1"}`;
    const { facts, problems } = readPieces(text.match(/[\s\S]{1,40000}/g) ?? [], true);
    expect(problems).toMatchObject([{ code: 'fact.line_too_long', at: { line: 1 } }]);
    expect(facts).toHaveLength(1);
    expect(read(text, true).problems).toMatchObject([{ code: 'fact.line_too_long' }]);
  });
});

describe('a file', () => {
  test('that is one list is said once', () => {
    expect(found('[\n{"id":"a1"},\n{"id":"a2"}\n]')).toEqual(['1:1 facts.json_list']);
  });

  test('that is empty is a problem', () => {
    expect(found('')).toEqual(['0:0 facts.file_empty']);
    expect(found('\n\n')).toEqual(['0:0 facts.file_empty']);
  });

  test('with a byte-order mark is a problem, and read on', () => {
    expect(found(`\ufeff{${scored},"value":"x"}`)).toEqual([
      '1:1 facts.byte_order_mark',
      '1:73 fact.number_form value',
    ]);
  });

  test('with bytes that were no UTF-8 says where, also in a note', () => {
    expect(found(`{${scored},"value":"1","note":"\ufffd"}`)).toEqual([
      '1:84 fact.lost_character note',
    ]);
  });
});

test('a note never leaves its file', () => {
  const lines = [
    `{${scored},"value":"x","note":"SECRET"}`,
    `{"note":"SECRET",${scored},"value" 1}`,
    `{${scored},"value":"1","note":"SECRET`,
    `{${scored},"value":"1","note":["SECRET"]}`,
    `{${scored},"note":"a","note":"SECRET"}`,
  ];
  const set = read(lines.join('\n'), true);
  expect(set.problems.length).toBeGreaterThanOrEqual(5);
  expect(set.problems.map(formatProblem).join('\n')).not.toContain('SECRET');
});

test('the pieces in which a text comes change nothing', () => {
  const text = `{${scored},"value":"1"}\r\n\n{"id":"x",\n{"id":"s2","kind":"goal"}\nnull`;
  const whole = read(text, true);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (length) => {
      const pieces = text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? [];
      expect(readPieces(pieces, true)).toEqual(whole);
    }),
  );
});

const nasty = fc.array(
  fc.oneof(
    fc.constantFrom('{', '}', '"', ':', ',', '\n', '\r', '\\', '\\u12', '[', 'null', '1e9', '-'),
    fc.constantFrom('"id":', '"kind"', '"goals"', '"note"', '\ufeff', '\ufffd', '\ud800', 'true'),
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.json(),
  ),
  { maxLength: 30 },
);

test('no text stops the reader, and every problem has a place in the file', () => {
  fc.assert(
    fc.property(nasty, (parts) => {
      const text = parts.join('');
      const lines = text.split('\n').length;
      for (const { at, message } of read(text).problems) {
        expect(at.source).toBe('may.ndjson');
        expect(at.line).toBeLessThanOrEqual(lines);
        expect(at.endColumn).toBeGreaterThanOrEqual(at.column);
        expect(message.endsWith('.')).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
