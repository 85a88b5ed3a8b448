import { parseDay } from '../calendar/index.ts';
import { parseDecimal } from '../money/index.ts';
import { type Column, cellLengthMax, columnNumber, columns, dayColumns } from './columns.ts';
import type { FactRules, KindRule } from './fact.ts';
import type { CellValue } from './make-fact.ts';
import type { Row } from './row.ts';
import { cellText, type RowCells } from './row-cells.ts';
import { addCell, addText, type TextMemory, textMemory } from './text-memory.ts';

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
  'low',
  'high',
  'replaces',
  'note',
]);

export function rowMemory(textsMax = 100_000): RowMemory {
  const days = textMemory<CellValue>();
  const texts = columns.map((column) => {
    if (notRemembered.has(column)) return undefined;
    return isDay(column) ? days : textMemory<CellValue>();
  });
  return { kinds: textMemory(), texts, textsMax };
}

function isDay(column: Column): boolean {
  return (dayColumns as readonly Column[]).includes(column);
}

const kind = columnNumber('kind');
const value = columnNumber('value');
const note = columnNumber('note');
const intervals = (1 << columnNumber('low')) | (1 << columnNumber('high'));

/** Learns from a row of which a fact was made, and in which nothing was found. */
export function learnRow(memory: RowMemory, row: Row, { kinds }: FactRules): void {
  const rule = kinds.get(row.cells[kind] as string);
  if (rule === undefined) return;
  let form = 0;
  for (let column = 0; column < note; column += 1) {
    const text = row.cells[column] as string;
    if (text === '') continue;
    form |= 1 << column;
    const known = memory.texts[column];
    const meaning = row.values[column];
    if (known !== undefined && meaning !== undefined && known.texts.length < memory.textsMax) {
      addText(known, text, meaning);
    }
  }
  if ((form & intervals) === 0) learnForm(memory, rule, form);
}

function learnForm({ kinds, textsMax }: RowMemory, rule: KindRule, form: number): void {
  if (kinds.texts.length >= textsMax) return;
  const number = addText(kinds, rule.name, { rule, forms: new Set() });
  kinds.meanings[number]?.forms.add(form);
}

/** What a cell says whose text was not met before, if that can be told from the cell alone. */
export function readAnew(
  { texts, textsMax }: RowMemory,
  cells: RowCells,
  { index, column }: Readonly<{ index: number; column: number }>,
): CellValue | undefined {
  const meaning = meaningOf(column, cellText(cells, index));
  const known = texts[column];
  if (meaning !== undefined && known !== undefined && known.texts.length < textsMax) {
    addCell(known, cells, { index, meaning });
  }
  return meaning;
}

/** Days and numbers are right or wrong by themselves; of names, others have more to say. */
function meaningOf(column: number, text: string): CellValue | undefined {
  if (isDay(columns[column] as Column)) return parseDay(text);
  return column === value && text.length <= cellLengthMax ? parseDecimal(text) : undefined;
}
