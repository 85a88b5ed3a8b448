import type { Range } from '../page/source.ts';

/** The words of a cell or a heading, with white space folded. */
export function cellText(cell: Range | undefined, text: string): string {
  return cell ? text.slice(cell.from, cell.to).replace(/\s+/g, ' ').trim() : '';
}
