import type { Place, Problem } from '../../problem/index.ts';
import { checkContract } from '../check/check-contract.ts';
import type {
  Contract,
  Group,
  KindDeclaration,
  Outcome,
  PlainSection,
  RateTable,
} from '../contract.ts';
import { waived as waiver } from '../forms/learning.ts';
import { language, openingForms } from '../forms/opening.ts';
import { outcomesForms } from '../forms/outcomes.ts';
import { peopleForms } from '../forms/people.ts';
import type { Block } from '../page/blocks.ts';
import { placeOf, type Range, sourceOf } from '../page/source.ts';
import { tokensOf } from '../page/tokens.ts';
import { isPlainSection, sections } from '../sections.ts';
import { type Form, findTerm, type Term, termsOf } from '../wording/form.ts';
import { checkCharacters } from './check-characters.ts';
import { checkName } from './check-name.ts';
import { boldName, declaredNames, sentencesOf } from './declare.ts';
import { readDefinition } from './definition.ts';
import { type Draft, draftOf } from './draft.ts';
import { readExamples } from './examples.ts';
import { readMeasures } from './measures.ts';
import { readRateTable } from './rate-card.ts';
import { complain, type Reader, rangeOf, standsAt } from './reader.ts';
import { rangeOfTokens, readSentence } from './sentence.ts';
import { readGroups, readKinds, readPeriods } from './tables.ts';

/**
 * A page, read: the contract as far as it could be understood, and every problem found in one pass.
 * `isWhole` says that nothing is missing from the contract and nothing in it is wrong.
 */
export type ReadPage = Readonly<{
  contract: Contract;
  isWhole: boolean;
  problems: readonly Problem[];
  /**
   * Where a part of the contract stands on the page; its first line for a part that it does not
   * have.
   */
  placeOf(part: object): Place;
}>;

/** Reads a page. `name` is what its problems call it. Never throws, whatever the text. */
export function readContract(text: string, name = ''): ReadPage {
  const source = sourceOf(name, text);
  const problems: Problem[] = [];
  checkCharacters({ source, problems });
  const draft = draftOf({ source, problems });
  const names = declaredNames(draft, { source });
  const reader: Reader = { source, names, problems, ranges: new Map() };
  const contract = contractOf(draft, reader);
  checkContract(contract, reader);
  const waived = termsOf(contract.sections.learning ?? [], waiver).map(({ rule }) => rule);
  const standing = problems.filter(
    ({ severity, code }) => severity === 'error' || !waived.includes(code),
  );
  const found = standing.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return {
    contract,
    isWhole: found.every((problem) => problem.severity !== 'error'),
    problems: found,
    placeOf: (part) => placeOf(source, rangeOf(reader, part)),
  };
}

function contractOf(draft: Draft, reader: Reader): Contract {
  const opening = readOpening(draft.opening, reader);
  const title = draft.title ? reader.source.text.slice(draft.title.from, draft.title.to) : '';
  const measures = readMeasures(reader, draft.sections.get('measures') ?? [], (block) =>
    outOfPlace(reader, block),
  );
  const examples = readExamples(reader, draft.sections.get('examples') ?? []);
  return {
    language: findTerm(opening, language)?.version ?? 1,
    title: title.replace(/\s+/g, ' '),
    opening,
    people: readPeople(draft, reader),
    facts: readFacts(draft, reader),
    outcomes: readOutcomes(draft, reader),
    ...(measures ? { measures } : {}),
    periods: readDatedTable(draft, reader),
    sections: readPlainSections(draft, reader),
    notes: draft.notes,
    examples,
  };
}

function readOpening(blocks: readonly Block[], reader: Reader): Term[] {
  return blocks.flatMap((block) => {
    if (block.is !== 'paragraph' && block.is !== 'item') return outOfPlace(reader, block);
    return sentencesOf(block, reader.source.text).flatMap(
      (range) => readSentence(reader, range, openingForms) ?? [],
    );
  });
}

function readTerms(blocks: readonly Block[], reader: Reader, forms: readonly Form[]): Term[] {
  return blocks.flatMap((block) => {
    if (block.is !== 'item') return outOfPlace(reader, block);
    return readSentence(reader, block, forms) ?? [];
  });
}

function outOfPlace(reader: Reader, block: Block): [] {
  const what = { paragraph: 'A paragraph', item: 'A list', table: 'A table', heading: 'A heading' };
  complain(reader, block, {
    code: 'page.part_out_of_place',
    message: `${what[block.is as keyof typeof what] ?? 'This'} has no meaning here.`,
    help: 'Write each sentence as an item of a list, or as a note that begins with >.',
  });
  return [];
}

const isTable = (block: Block): block is Extract<Block, { is: 'table' }> => block.is === 'table';

function readPeople(draft: Draft, reader: Reader): Contract['people'] {
  const blocks = draft.sections.get('people') ?? [];
  const groups: Group[] = blocks.filter(isTable).flatMap((table) => readGroups(reader, table));
  const rest = blocks.filter((block) => !isTable(block));
  return { groups, terms: readTerms(rest, reader, peopleForms) };
}

function readFacts(draft: Draft, reader: Reader): Contract['facts'] {
  const blocks = draft.sections.get('facts') ?? [];
  const kinds: KindDeclaration[] = blocks
    .filter(isTable)
    .flatMap((table) => readKinds(reader, table));
  for (const block of blocks) if (!isTable(block)) outOfPlace(reader, block);
  return { kinds };
}

function readOutcomes(draft: Draft, reader: Reader): Contract['outcomes'] {
  const outcomes: Outcome[] = [];
  const tables: RateTable[] = [];
  const terms: Term[] = [];
  for (const block of draft.sections.get('outcomes') ?? []) {
    if (isTable(block)) {
      const read = readRateTable(reader, block);
      tables.push(read.table);
      outcomes.push(...read.outcomes);
    } else if (block.is === 'item') {
      const read = readOutcomeItem(reader, block);
      if (read && 'definition' in read) outcomes.push(read as Outcome);
      else if (read) terms.push(read as Term);
    } else outOfPlace(reader, block);
  }
  return { outcomes: inOrderOfRates(outcomes, tables), tables, terms };
}

/** Outcomes stand in the order of the rate card, wherever on the page they are defined. */
function inOrderOfRates(outcomes: readonly Outcome[], tables: readonly RateTable[]): Outcome[] {
  const priced = tables.flatMap(({ rows }) => rows.map((row) => 'outcome' in row && row.outcome));
  const placeOfRow = ({ name }: Outcome) =>
    priced.includes(name) ? priced.indexOf(name) : Infinity;
  return outcomes.toSorted((a, b) => placeOfRow(a) - placeOfRow(b) || 0);
}

/** "**Name**: definition", or a sentence about outcomes. */
function readOutcomeItem(reader: Reader, item: Range): Outcome | Term | undefined {
  const tokens = tokensOf(reader.source.text, item);
  const bold = boldName(tokens, reader.source.text);
  if (!bold) return readSentence(reader, item, outcomesForms);
  checkName(reader, rangeOfTokens(tokens.slice(1, bold.end - 1)), bold.name);
  const start = tokens[tokens[bold.end]?.text === ':' ? bold.end + 1 : bold.end];
  const definition = start && readDefinition(reader, { from: start.from, to: item.to });
  return standsAt(reader, item, { name: bold.name, definition: definition ?? [] });
}

function readDatedTable(draft: Draft, reader: Reader): Contract['periods'] {
  const blocks = draft.sections.get('clock') ?? [];
  return blocks.filter(isTable).flatMap((table) => readPeriods(reader, table));
}

function readPlainSections(draft: Draft, reader: Reader): Contract['sections'] {
  const read: Partial<Record<PlainSection, readonly Term[]>> = {};
  for (const section of sections) {
    const blocks = draft.sections.get(section.key);
    if (blocks && isPlainSection(section.key)) {
      const isClock = section.key === 'clock';
      const sentences = isClock ? blocks.filter((block) => !isTable(block)) : blocks;
      const terms = readTerms(sentences, reader, section.forms);
      if (terms.length > 0) read[section.key] = terms;
    }
  }
  return read;
}
