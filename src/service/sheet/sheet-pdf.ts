import type { Result } from '../../problem/index.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import type { Seal } from './sheet-html.ts';
import { sheetLayout } from './sheet-layout.ts';
import { tableWidths } from './table-widths.ts';
import { type Typeset, typeset } from './typeset.ts';

/** A sheet of A4 has two sides; type under 7.5 points is not asked of anybody. */
const sidesMax = 2;
const sizes = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5] as const;

/** A page for signing, in the largest type in which it stands on one sheet, where it does. */
export function sheetPdf(sheet: Sheet, seal: Seal): Promise<Result<Typeset>> {
  const commissioner = seal.commissioner || 'the commissioner';
  const parts = sheet.parts.map((part) => ({ ...part, blocks: part.blocks.map(withWidths) }));
  const data = { ...sheet, ...seal, parts, commissioner, version: String(seal.version) };
  return typeset({ layout: sheetLayout, data, sizes, sidesMax });
}

function withWidths(block: SheetBlock) {
  return block.is === 'table' ? { ...block, widths: tableWidths(block) } : block;
}
