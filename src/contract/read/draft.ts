import { nearest } from '../../problem/index.ts';
import type { Note } from '../contract.ts';
import { type Block, readBlocks } from '../page/blocks.ts';
import type { Range, Source } from '../page/source.ts';
import { type Section, sections } from '../sections.ts';
import { cellText } from './cell-text.ts';
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
  const blocks = readBlocks(textToRead(finding));
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
      checkWords(finding, block, cellText(block, finding.source.text));
    } else if (block.is === 'heading' && block.level === 2) {
      const section = findSection(finding, block);
      heading = section?.heading ?? heading;
      into = section ? (parted.get(section.key) ?? []) : [];
      if (section) parted.set(section.key, into);
    } else if (block.is === 'quote') {
      checkNote(finding, block);
      const text = noteText(finding.source, block);
      if (text !== '') notes.push({ section: heading, text });
    } else if (block.is === 'other') complain(finding, block, meansNothing(block.name));
    else into.push(block);
  }
  return { title, opening, sections: parted, notes: inOrder(notes) };
}

// A sheet of A4 holds some 10,000 characters; the limits keep any text readable at each key stroke.
const charactersMax = 100_000;
const nestedTooDeep = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){10}.*$/m;

/** The page as far as it is worth reading: not longer than any page, and not nested without end. */
function textToRead(finding: Finding): string {
  const { text } = finding.source;
  const nested = nestedTooDeep.exec(text);
  if (nested) {
    complain(finding, { from: nested.index, to: nested.index + 20 }, tooDeep);
    return text.slice(0, nested.index);
  }
  if (text.length <= charactersMax) return text;
  complain(finding, { from: charactersMax, to: charactersMax + 1 }, tooLong(text.length));
  return text.slice(0, charactersMax);
}

const tooDeep = {
  code: 'page.nested_too_deep',
  message: 'Here lists or quotations stand inside one another more than nine deep.',
  help: 'Write each sentence as an item of a plain list.',
};

function tooLong(length: number) {
  return {
    code: 'page.too_long_to_read',
    message: `The page has ${length} characters, and is read up to ${charactersMax}.`,
    help: 'A page fits on one sheet of A4: leave out what is not a term, a note or an example.',
  };
}

/** A note is marked on each of its lines, and holds nothing that a code host would not show. */
function checkNote(finding: Finding, block: Range): void {
  const text = finding.source.text.slice(block.from, block.to);
  let from = block.from;
  for (const line of text.split('\n')) {
    const at = { from, to: from + line.length };
    if (!/^\s*>/.test(line)) complain(finding, at, lineWithoutMark);
    else if (/<[\p{L}!/?]/u.test(line)) complain(finding, at, holdsHtml);
    from += line.length + 1;
  }
}

const lineWithoutMark = {
  code: 'note.line_without_mark',
  message:
    'This line stands under a note without a mark of its own, and would be read as part of it.',
  help: 'Begin it with > if it belongs to the note, or put an empty line before it if it does not.',
};

const holdsHtml = {
  code: 'note.holds_html',
  message: 'This note holds HTML, which a code host reads and the printed page does not.',
  help: 'Write it in plain words.',
};

/** Notes stand in the order of the sections of a tidy page, wherever theirs stands on this one. */
function inOrder(notes: readonly Note[]): Note[] {
  const place = ({ section }: Note) => sections.findIndex(({ heading }) => heading === section);
  return notes.toSorted((a, b) => place(a) - place(b));
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
