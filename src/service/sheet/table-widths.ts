import type { Run } from './runs.ts';
import type { SheetBlock } from './sheet.ts';

type Table = Extract<SheetBlock, { is: 'table' }>;

const textMax = 45;
const wordMin = 5;

/**
 * How wide the columns of a table are, as shares of the room; 0 means as wide as what it holds.
 * Text takes room by its length; where there are many prices each column holds its longest word.
 */
export function tableWidths({ header, rows, right }: Table): readonly number[] {
  const columns = header.map((cell, at) => [cell, ...rows.map((row) => row[at] ?? [])].map(textOf));
  const isCrowded = columns.length > 5;
  return columns.map((cells, at) => {
    if (right[at] === true && !isCrowded) return 0;
    if (right[at] === true) return Math.max(wordMin, ...cells.map(longestWord));
    const longest = Math.max(...cells.map((cell) => cell.length));
    if (columns.length === 2 && at === 0 && right[1] !== true) return longest > textMax ? 1 : 0;
    return Math.min(textMax, isCrowded ? Math.ceil(longest / 2) : longest);
  });
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(' ').map((word) => word.length));
}
