import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

test('rows that are written are read again as they were', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', ' ', 'é', "'") });
  const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (table) => {
      expect(readCsv(writeCsv(table))).toEqual(table);
    }),
  );
});
