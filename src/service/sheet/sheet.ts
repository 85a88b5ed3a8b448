import { type Run, runsOf } from './runs.ts';

/** A tidy page as the things it is made of, for setting it in other ways than Markdown. */
export type Sheet = Readonly<{ title: string; parts: readonly SheetPart[] }>;

/** A section with its heading; the opening has none. */
export type SheetPart = Readonly<{ heading: string; blocks: readonly SheetBlock[] }>;

export type SheetBlock =
  | Readonly<{ is: 'paragraph' | 'item' | 'heading'; runs: readonly Run[] }>
  | Readonly<{ is: 'note'; paragraphs: readonly (readonly Run[])[] }>
  | Readonly<{
      is: 'table';
      header: SheetRow;
      rows: readonly SheetRow[];
      right: readonly boolean[];
    }>;

export type SheetRow = readonly (readonly Run[])[];

/** Takes the tidy page apart; what is signed is set from what is hashed, word for word. */
export function sheetOf(tidyPage: string): Sheet {
  const parts: { heading: string; blocks: SheetBlock[] }[] = [{ heading: '', blocks: [] }];
  let title = '';
  for (const lines of blocksOf(tidyPage)) {
    const first = lines[0] ?? '';
    if (first.startsWith('# ')) title = first.slice(2);
    else if (first.startsWith('## ')) parts.push({ heading: first.slice(3), blocks: [] });
    else parts.at(-1)?.blocks.push(...readBlock(first, lines));
  }
  return { title, parts: parts.filter(({ blocks }) => blocks.length > 0) };
}

/** Runs of lines between empty ones; a heading stands alone. */
function blocksOf(tidyPage: string): string[][] {
  const spaced = tidyPage.replace(/^(#{1,3} .*)$/gm, '\n$1\n');
  const blocks = spaced.split(/\n{2,}/).map((block) => block.split('\n').filter(Boolean));
  return blocks.filter((lines) => lines.length > 0);
}

function readBlock(first: string, lines: readonly string[]): SheetBlock[] {
  if (first.startsWith('### ')) return [{ is: 'heading', runs: runsOf(first.slice(4)) }];
  if (first.startsWith('>')) return [readNote(lines)];
  if (first.startsWith('|')) return [readTable(lines)];
  if (first.startsWith('- ')) {
    return lines.map((line) => ({ is: 'item', runs: runsOf(line.replace(/^- /, '')) }));
  }
  return [{ is: 'paragraph', runs: runsOf(lines.join(' ')) }];
}

// Lines of a note run on, unless one is empty or begins what Markdown would set on a new line.
const startsAfresh = /^(?:[-*+|#]|\d+[.)])/;

function readNote(lines: readonly string[]): SheetBlock {
  const paragraphs: string[] = [];
  let isNew = true;
  for (const line of lines.map((each) => each.replace(/^> ?/, ''))) {
    if (line === '') isNew = true;
    else if (isNew || startsAfresh.test(line)) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] += ` ${line}`;
    if (line !== '') isNew = false;
  }
  return { is: 'note', paragraphs: paragraphs.map(runsOf) };
}

function readTable([header = '', rule = '', ...rows]: readonly string[]): SheetBlock {
  return {
    is: 'table',
    header: readRow(header),
    rows: rows.map(readRow),
    right: cellsOf(rule).map((cell) => cell.endsWith(':')),
  };
}

function readRow(line: string): SheetRow {
  return cellsOf(line).map(runsOf);
}

/** Cells stand between bars; a bar after a backslash is part of its cell. */
function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.slice(1, -1);
}
