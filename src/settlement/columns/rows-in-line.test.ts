import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayCell, numberColumn, putNumber } from '../../facts/index.ts';
import { rowsInLine } from './rows-in-line.ts';

const day = fc.integer({ min: 19_000, max: 19_009 });
const rows = fc.array(fc.record({ day, payableOn: fc.option(day, { nil: undefined }) }));

test('by payable day, what waits last; then by outcome day, then as they came', () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const columns = { day: numberColumn(), payableOn: numberColumn() };
      lines.forEach((line, row) => {
        putNumber(columns.day, row, dayCell(line.day));
        if (line.payableOn !== undefined) {
          putNumber(columns.payableOn, row, dayCell(line.payableOn));
        }
      });
      const all = lines.map((_, row) => row);
      const last = Number.MAX_SAFE_INTEGER;
      const expected = all.toSorted((a, b) => {
        const [one, other] = [lines[a], lines[b]];
        if (one === undefined || other === undefined) return 0;
        return (one.payableOn ?? last) - (other.payableOn ?? last) || one.day - other.day;
      });
      expect([...rowsInLine(columns, Int32Array.from(all))]).toEqual(expected);
    }),
  );
});
