import { parseDecimal } from '../money/index.ts';
import { type Column, cellLengthMax, columnNumber, columns, dayColumns } from './columns.ts';
import type { FactRules, KindRule } from './fact.ts';
import { type CellValue, type Row, valueIn } from './row.ts';
import { cellText, type RowCells } from './row-cells.ts';
import { addCell, addText, findCell, notMet, type TextMemory, textMemory } from './text-memory.ts';

/**
 * What rows that had nothing against them have taught: the texts of their cells and what these
 * mean, and which columns rows of a kind fill.
 */
export type RowMemory = Readonly<{
  kinds: TextMemory<KindForms>;
  /** By the number of the column; none for kinds, and for what every row has its own text of. */
  texts: readonly (TextMemory<CellValue> | undefined)[];
  /** Beyond so many different texts of a column no more are remembered. */
  textsMax: number;
}>;

/** A kind, and the sets of columns that rows of it were seen to fill, one bit for each column. */
export type KindForms = Readonly<{ rule: KindRule; forms: Set<number> }>;

const notRemembered: ReadonlySet<Column> = new Set([
  'id',
  'kind',
  'participant',
  ...dayColumns,
  'low',
  'high',
  'replaces',
  'note',
]);

/** The numbers of the columns whose texts are remembered. */
export const rememberedColumns: readonly number[] = columns
  .filter((column) => !notRemembered.has(column))
  .map(columnNumber);

export function rowMemory(textsMax = 100_000): RowMemory {
  const texts = columns.map((column) =>
    notRemembered.has(column) ? undefined : textMemory<CellValue>(),
  );
  return { kinds: textMemory(), texts, textsMax };
}

const kind = columnNumber('kind');
const value = columnNumber('value');
const intervals = (1 << columnNumber('low')) | (1 << columnNumber('high'));

/** Learns from a row of which a fact was made, and in which nothing was found. */
export function learnRow(memory: RowMemory, row: Row, { kinds }: FactRules): void {
  const rule = kinds.get(row.cells[kind] as string);
  if (rule === undefined) return;
  for (const column of rememberedColumns) {
    const known = memory.texts[column] as TextMemory<CellValue>;
    const meaning = valueIn(row, column);
    if (meaning !== undefined && known.texts.length < memory.textsMax) {
      addText(known, row.cells[column] as string, meaning);
    }
  }
  if ((row.form & intervals) === 0) learnForm(memory, rule, row.form);
}

function learnForm({ kinds, textsMax }: RowMemory, rule: KindRule, form: number): void {
  if (kinds.texts.length >= textsMax) return;
  const number = addText(kinds, rule.name, { rule, forms: new Set() });
  kinds.meanings[number]?.forms.add(form);
}

/** What the cell of a remembered column says; undefined where that must be looked at with care. */
export function meaningOf(
  { texts, textsMax }: RowMemory,
  cells: RowCells,
  column: number,
): CellValue | undefined {
  const known = texts[column] as TextMemory<CellValue>;
  const number = findCell(known, cells, column);
  if (number !== notMet) return known.meanings[number];
  // A number is right or wrong by itself; of names, others have more to say.
  if (column !== value || lengthOf(cells, value) > cellLengthMax) return undefined;
  const meaning = parseDecimal(cellText(cells, value));
  if (meaning !== undefined && known.texts.length < textsMax) {
    addCell(known, cells, { column, meaning });
  }
  return meaning;
}

function lengthOf({ starts, ends }: RowCells, column: number): number {
  return (ends[column] as number) - (starts[column] as number);
}
