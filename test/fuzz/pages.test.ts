import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chance } from '../../src/chance/index.ts';
import {
  contractSchema,
  hashesOf,
  printContract,
  type ReadPage,
  readContract,
} from '../../src/contract/index.ts';
import { anyContract } from '../cases/any/contract.ts';
import { readProjectFile, root } from '../support/project-files.ts';
import { babble, mutate } from './mutate.ts';

const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'generate')
  .map(({ name }) => readProjectFile(`examples/${name}/contract.md`));
const pages = [
  ...examples,
  ...Array.from({ length: 20 }, (_, seed) => printContract(anyContract(seed))),
];
const words = [...new Set(pages.join(' ').split(/\s+/))];

// How fast a page is read is for bench/ to say. These are what nobody would take for a hang, of a page
// and of a text that is thousands of times as odd, also on a machine with other work to do.
const millisecondsMax = 200;
const oddMillisecondsMax = 5_000;

/** Reads a text, and holds whatever must hold of any text. */
function read(text: string): ReadPage {
  const started = performance.now();
  const page = readContract(text, 'page.md');
  const took = performance.now() - started;
  // A machine with other work to do may halt anything for a while; what is slow is slow again.
  if (took > millisecondsMax) expect(secondTime(text)).toBeLessThan(millisecondsMax);
  for (const { at, message, help } of page.problems) {
    const lines = wellFormed(text)
      .replace(/^\ufeff/, ' ')
      .split(/\r\n|\r|\n/);
    expect(lines[at.line - 1]?.trimEnd()).toBe(at.excerpt);
    expect(at.column).toBeGreaterThanOrEqual(1);
    expect(at.endColumn).toBeGreaterThanOrEqual(at.column);
    expect(at.endColumn).toBeLessThanOrEqual(at.excerpt.length + 1);
    expect(message.length * help.length).toBeGreaterThan(0);
  }
  return page;
}

/** Half characters, which no file can hold, as the mark that stands for what cannot be read. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function secondTime(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    readContract(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** What was read prints, is hashed, and once printed reads as the same and prints as the same. */
function staysTheSame(page: ReadPage): void {
  const printed = printContract(page.contract);
  expect(hashesOf(page.contract).page).toMatch(/^sha256:/);
  if (!page.isWhole) return;
  const again = readContract(printed);
  expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(again.contract).toEqual(page.contract);
  expect(printContract(again.contract)).toBe(printed);
}

describe('any text is read without a crash, in time, and every problem has a place in it', () => {
  test('pages with changes', () => {
    const drawn = chance('changes');
    for (let count = 0; count < 400; count += 1) {
      staysTheSame(read(mutate(drawn.pick(pages), drawn)));
    }
  });

  test('words of the language in any order', () => {
    const drawn = chance('babble');
    for (let count = 0; count < 250; count += 1) staysTheSame(read(babble(drawn, words)));
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \t\r\n\u00a0'],
    ['a byte-order mark', '\ufeff'],
    ['one very long line', `# a\n\n${'word '.repeat(20_000)}`],
    ['one very long word', `# a\n\n## Payment\n\n- ${'x'.repeat(100_000)}`],
    ['two thousand items', `# a\n\n## Payment\n\n${'- a b c\n'.repeat(2_000)}`],
    [
      'a table a thousand columns wide',
      `## Outcomes\n\n${'| a '.repeat(1000)}|\n${'| - '.repeat(1000)}|\n`,
    ],
    ['quotes in quotes', '>'.repeat(5_000)],
    ['lists in lists', Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
    ['commas', `## Prices\n\n- ${', '.repeat(150)}`],
    [
      'names in names',
      `## Facts\n\n| fact | shape | recorded by |\n| - | - | - |\n${names()}\n\n## Clock and endings\n\n- Time ${'a or a a, '.repeat(60)}a pauses every outcome.`,
    ],
  ])('%s', (_, text) => {
    const page = readContract(text);
    expect(page.isWhole).toBe(false);
    expect(secondTime(text)).toBeLessThan(oddMillisecondsMax);
    printContract(page.contract);
  });
});

function names(): string {
  return Array.from(
    { length: 12 },
    (_, at) => `| ${'a '.repeat(at + 1).trim()} | spell | anyone |`,
  ).join('\n');
}

describe('a half-written page is read as far as it goes', () => {
  const page = examples.find((text) => text.startsWith('# Leaving care well, Northshire')) ?? '';

  test('whatever character it stops at, what stands before is read as before', () => {
    const whole = readContract(page).contract;
    for (let end = 1; end < page.length; end += 11) {
      const { contract } = read(page.slice(0, end));
      const kinds = contract.facts.kinds.slice(0, Math.max(0, contract.facts.kinds.length - 1));
      expect(kinds).toEqual(whole.facts.kinds.slice(0, kinds.length));
      const said = contract.sections.payment ?? [];
      const settled = said.slice(0, Math.max(0, said.length - 1));
      expect(settled).toEqual((whole.sections.payment ?? []).slice(0, settled.length));
    }
  });

  test('a sentence that is wrong takes nothing else with it', () => {
    const lines = page.split('\n');
    const whole = readContract(page).contract;
    const items = lines.flatMap((line, at) => (line.startsWith('- ') ? [at] : []));
    for (const at of items) {
      const broken = lines.map((line, index) =>
        index === at ? '- Nobody can say what this is' : line,
      );
      const { contract, problems } = read(broken.join('\n'));
      expect(problems.some(({ at: place }) => place.line === at + 1)).toBe(true);
      expect(termsIn(contract)).toBe(termsIn(whole) - 1);
      expect(contract.outcomes).toEqual(whole.outcomes);
    }
  });
});

function termsIn({ sections, people, outcomes }: ReadPage['contract']): number {
  const lists = [...Object.values(sections), people.terms, outcomes.terms];
  return lists.reduce((sum, terms) => sum + terms.length, 0);
}

test('the schema says how long, how many and which, and not how it is written', () => {
  expect(JSON.stringify(contractSchema()).length).toBeGreaterThan(10_000);
});
