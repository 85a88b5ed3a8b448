import { nearest } from '../../problem/index.ts';
import type { Note } from '../contract.ts';
import { type Block, readBlocks } from '../page/blocks.ts';
import type { Range, Source } from '../page/source.ts';
import { type Section, sections } from '../sections.ts';
import { checkWords } from './check-words.ts';
import { complain, type Reader } from './reader.ts';

/** A page parted into its sections, before any sentence is read. */
export type Draft = Readonly<{
  title: Range | undefined;
  opening: readonly Block[];
  sections: ReadonlyMap<Section['key'], readonly Block[]>;
  notes: readonly Note[];
}>;

type Finding = Pick<Reader, 'source' | 'problems'>;

export function draftOf(finding: Finding): Draft {
  const blocks = readBlocks(finding.source.text);
  const parted = new Map<Section['key'], Block[]>();
  const notes: Note[] = [];
  const opening: Block[] = [];
  let title: Range | undefined;
  let into: Block[] = opening;
  let heading = '';
  for (const block of blocks) {
    if (block.is === 'heading' && block.level === 1) {
      if (title) complain(finding, block, secondTitle);
      else title = block;
      checkWords(finding, block, foldedText(finding.source, block));
    } else if (block.is === 'heading' && block.level === 2) {
      const section = findSection(finding, block);
      heading = section?.heading ?? heading;
      into = section ? (parted.get(section.key) ?? []) : [];
      if (section) parted.set(section.key, into);
    } else if (block.is === 'quote') {
      const text = noteText(finding.source, block);
      if (text !== '') notes.push({ section: heading, text });
    } else if (block.is === 'other') complain(finding, block, meansNothing(block.name));
    else into.push(block);
  }
  return { title, opening, sections: parted, notes };
}

const secondTitle = {
  code: 'page.one_title',
  message: 'A page has one title, and this is a second one.',
  help: 'Make it a section with ##, or take it out.',
};

function meansNothing(name: string) {
  return {
    code: 'page.part_without_meaning',
    message:
      'A page is made of headings, paragraphs, lists, tables and ' +
      `notes; this is ${called(name)}.`,
    help: 'Write it as a note, in a quotation that begins with >, or take it out.',
  };
}

function called(name: string): string {
  if (name === 'HorizontalRule') return 'a rule';
  if (name.includes('Code')) return 'code';
  if (name.startsWith('HTML')) return 'HTML';
  return 'something else';
}

function findSection(finding: Finding, block: Range): Section | undefined {
  const heading = finding.source.text.slice(block.from, block.to);
  const found = sections.find((section) => section.heading.toLowerCase() === heading.toLowerCase());
  if (found) return found;
  const like = nearest(
    heading,
    sections.map((section) => section.heading),
  );
  complain(finding, block, {
    code: 'page.unknown_section',
    message: `"${heading}" is not a section of a page.`,
    help: like
      ? `Did you mean "${like}"?`
      : `The sections are ${sections.map((section) => section.heading).join(', ')}.`,
  });
  return undefined;
}

function noteText(source: Source, block: Range): string {
  return source.text
    .slice(block.from, block.to)
    .split('\n')
    .map((line) => line.replace(/^\s*>[ \t]?/, '').trimEnd())
    .join('\n')
    .trim();
}

function foldedText({ text }: Source, { from, to }: Range): string {
  return text.slice(from, to).replace(/\s+/g, ' ');
}
