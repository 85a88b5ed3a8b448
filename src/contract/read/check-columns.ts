import type { Block } from '../page/blocks.ts';
import { cellText } from './cell-text.ts';
import { complain, type Reader } from './reader.ts';

type Table = Extract<Block, { is: 'table' }>;

/** A table has the columns that its section reads, in their order, and no others. */
export function checkColumns(reader: Reader, table: Table, columns: readonly string[]): void {
  const { text } = reader.source;
  const heading = table.header.map((cell) => cellText(cell, text));
  if (heading.join('|').toLowerCase() !== columns.join('|')) {
    complain(reader, table.header[0] ?? table, {
      code: 'table.columns_not_as_expected',
      message: `The columns here are ${columns.join(', ')}, and not ${heading.join(', ')}.`,
      help: `Begin the table with | ${columns.join(' | ')} |.`,
    });
  }
  for (const row of table.rows) {
    const given = row.cells.length;
    if (given <= columns.length) continue;
    complain(reader, row.cells[columns.length] ?? row, {
      code: 'table.cells_over',
      message: `This row has ${given} cells, and the table has ${columns.length} columns.`,
      help: 'Take out what stands in the cells that are over.',
    });
  }
}
