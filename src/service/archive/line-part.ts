import { type Day, dayNumber } from '../../calendar/index.ts';
import type { ResultSummary } from '../../settlement/index.ts';
import type { KeptLine } from '../../store/money/index.ts';
import type { ColumnTable } from '../columns/column-table.ts';
import { columnsOfLines } from '../columns/columns-of-lines.ts';

/** So many lines stand in one file. */
export const linesInPart = 50_000;

/** The column besides those of a result: the day on which more was last paid for the line. */
export const paidOnColumn = 'paidOn';

/** No day that anybody writes. */
const noDay = -(2 ** 31);

/** Some lines as a table, with what of each is not paid and when it was paid. */
export function linePart(kept: readonly KeptLine[], about: ResultSummary): ColumnTable {
  const lines = kept.map(({ line }) => line);
  const notPaid = kept.flatMap((each) => each.notPaid);
  const { columns, chunks, ...rest } = columnsOfLines({ ...about, lines, notPaid });
  const paidOn = Int32Array.from(kept, (each) =>
    each.paidOn === null ? noDay : dayNumber(each.paidOn as Day),
  );
  return {
    ...rest,
    columns: [...columns, { name: paidOnColumn, type: { is: 'day' }, absent: noDay }],
    chunks: [...chunks].map((chunk) => ({ ...chunk, columns: [...chunk.columns, paidOn] })),
  };
}
