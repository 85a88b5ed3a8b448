import type { SyntaxNode } from '@lezer/common';
import { parser as commonMark, Table } from '@lezer/markdown';
import type { Range } from './source.ts';

/**
 * The parts of Markdown that a page is made of; `other` is anything that has no meaning on a page.
 */
export type Block =
  | (Range & Readonly<{ is: 'heading'; level: number }>)
  | (Range & Readonly<{ is: 'paragraph' | 'item' | 'quote' }>)
  | (Range & Readonly<{ is: 'table'; header: readonly Range[]; rows: readonly TableRow[] }>)
  | (Range & Readonly<{ is: 'other'; name: string }>);

export type TableRow = Range & Readonly<{ cells: readonly Range[] }>;

// Emphasis and the like are read by the sentence forms, so the parser need only find the blocks.
const markdown = commonMark.configure([
  Table,
  {
    remove: [
      'Escape',
      'Entity',
      'InlineCode',
      'HTMLTag',
      'Emphasis',
      'HardBreak',
      'Link',
      'Image',
      'LinkEnd',
    ],
  },
]);

/** The blocks of a page, in order, each with its place in the text. */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const top = markdown.parse(withoutSpaceAfterRules(text)).topNode;
  for (let node = top.firstChild; node; node = node.nextSibling) addBlocks(node, text, blocks);
  return blocks;
}

// The rule under the header of a table: bars, dashes, colons, then white space.
const tableRule = /^([ \t|:-]*-)([ \t:]*\|)([ \t]+)$/gm;

/** The parser takes no rule with white space after it: dashes in its stead keep every place. */
function withoutSpaceAfterRules(text: string): string {
  return text.replace(tableRule, (...[, dashes, bar, space]: string[]) => {
    return `${dashes}${'-'.repeat(space?.length ?? 0)}${bar}`;
  });
}

function addBlocks(node: SyntaxNode, text: string, blocks: Block[]): void {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  if (heading)
    blocks.push({ is: 'heading', level: Number(heading[1]), ...headingText(node, text) });
  else if (node.name === 'Paragraph') blocks.push({ is: 'paragraph', ...range(node) });
  else if (node.name === 'Blockquote') blocks.push({ is: 'quote', ...range(node) });
  else if (node.name === 'Table') blocks.push(tableBlock(node, text));
  else if (node.name === 'BulletList' || node.name === 'OrderedList') addItems(node, text, blocks);
  else blocks.push({ is: 'other', name: node.name, ...range(node) });
}

function addItems(list: SyntaxNode, text: string, blocks: Block[]): void {
  for (let item = list.firstChild; item; item = item.nextSibling) {
    for (let part = item.firstChild; part; part = part.nextSibling) {
      if (part.name === 'ListMark') continue;
      if (part.name === 'Paragraph') blocks.push({ is: 'item', ...range(part) });
      else addBlocks(part, text, blocks);
    }
  }
}

function headingText(node: SyntaxNode, text: string): Range {
  if (node.name.startsWith('Setext')) {
    const mark = node.getChild('HeaderMark');
    return trimmed(text, { from: node.from, to: mark ? mark.from : node.to });
  }
  const marks = node.getChildren('HeaderMark');
  const from = marks[0]?.to ?? node.from;
  return trimmed(text, { from, to: marks[1]?.from ?? node.to });
}

function tableBlock(node: SyntaxNode, text: string): Block {
  const header = node.getChild('TableHeader');
  const rows = node.getChildren('TableRow');
  return {
    is: 'table',
    ...range(node),
    header: header ? cellsOf(range(header), text) : [],
    rows: rows.map((row) => ({ ...range(row), cells: cellsOf(range(row), text) })),
  };
}

/** Cells stand between bars; a bar after a backslash is part of its cell. */
function cellsOf(row: Range, text: string): Range[] {
  const cells: Range[] = [];
  let start = row.from;
  for (let at = row.from; at < row.to; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') {
      cells.push(trimmed(text, { from: start, to: at }));
      start = at + 1;
    }
  }
  cells.push(trimmed(text, { from: start, to: row.to }));
  if (text[row.from] === '|') cells.shift();
  const last = cells.at(-1);
  if (cells.length > 1 && last && last.from === last.to) cells.pop();
  return cells;
}

function trimmed(text: string, { from, to }: Range): Range {
  let first = from;
  let end = to;
  while (first < end && /\s/.test(text[first] ?? '')) first += 1;
  while (end > first && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { from: first, to: end };
}

function range(node: Range): Range {
  return { from: node.from, to: node.to };
}
