import { type DayNumber, dayNumber } from '../../calendar/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import {
  type OwedByColumn,
  type ResultLine,
  type ResultNotPaid,
  seenLineMaker,
} from '../../settlement/index.ts';
import type { KeptLine } from '../../store/money/index.ts';

/** What of two settlements is not alike, and when more was last paid for the earlier lines. */
export type DifferingKept = Readonly<{
  /** Today's lines that are not as they were, in place in line. */
  rows: Int32Array;
  /** The earlier lines that are not so now, and what of them is not paid. */
  lines: readonly ResultLine[];
  notPaid: readonly ResultNotPaid[];
  paidOn: Map<string, DayNumber>;
  /** Earlier lines that something is owed for, without a note of when it was paid. */
  withoutDay: readonly string[];
}>;

/** Earlier lines that are held against today's as they come; those that are alike are let go. */
export type BeforeLines = Readonly<{
  take: (lines: readonly KeptLine[]) => void;
  close: () => DifferingKept;
}>;

export function beforeLines(owed: OwedByColumn): BeforeLines {
  const seenAt = seenLineMaker(owed);
  const rowOf = new Map<string, number>();
  for (const row of owed.rows) rowOf.set(seenAt(row).line.line, row);
  const passed = new Uint8Array(owed.columns.rows);
  const paidOn = new Map<string, DayNumber>();
  const [lines, notPaid, withoutDay] = [[] as ResultLine[], [] as ResultNotPaid[], [] as string[]];
  return {
    take: (kept) => {
      for (const { paidOn: day, ...seen } of kept) {
        const { line } = seen.line;
        const row = rowOf.get(line);
        if (day !== null) paidOn.set(line, dayNumber(day as `${number}-${number}-${number}`));
        else if (unitsOfMajor(seen.line.amount) > 0n) withoutDay.push(line);
        if (row !== undefined && JSON.stringify(seen) === JSON.stringify(seenAt(row))) {
          passed[row] = 1;
          continue;
        }
        lines.push(seen.line);
        for (const each of seen.notPaid) notPaid.push(each);
      }
    },
    close: () => ({
      rows: owed.inLine((row) => passed[row] === 0),
      lines,
      notPaid,
      paidOn,
      withoutDay,
    }),
  };
}
