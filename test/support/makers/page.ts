import { expect } from 'vitest';
import { type Contract, readContract } from '../../../src/contract/index.ts';
import { assert, formatProblems } from '../../../src/problem/index.ts';
import type { OutcomePlan, Plan, VersionPlan } from '../../../src/settlement/index.ts';
import { planOf } from '../../../src/settlement/index.ts';

/** What a page says besides whom it serves and what is recorded: each sentence without its dash. */
export type PageWords = Readonly<{
  title?: string;
  /** Who buys, in what and when. */
  buys?: string;
  /** Sentences under the title. */
  opening?: readonly string[];
  groups?: readonly string[];
  /** Further rows of Facts. */
  facts?: readonly string[];
  /** The rate card by its rows, the first its head; without it, Settled at £220 for leaving. */
  rows?: readonly string[];
  /** Sentences of further sections by their headings. */
  said?: Readonly<Record<string, readonly string[]>>;
  /** The dated table of Clock and endings. */
  periods?: readonly string[];
}>;

const kinds = [
  'housed | spell | anyone',
  'in jail | spell | the jail, else the police',
  'in hospital | spell | anyone',
  'employment | spell with hours a week | payroll, else the provider',
  'wage | spell with money a week | anyone',
  'earnings | occurrence with money | anyone',
  'tutoring | occurrence with hours | anyone',
  'level 1, level 2, level 3 | levels, lowest first | anyone',
  'worry | score from 0 to 40, lower is better | anyone',
  'hope | score from 0 to 40, higher is better | anyone',
  'dying | occurrence | anyone',
];

/** Northshire's page of five years. */
export function aPage(words: PageWords = {}): string {
  const { title = 'Trial', opening = [], groups = ['leaving'], facts = [], said = {} } = words;
  const { buys = 'in pounds sterling, from 1 April 2027 to 31 March 2032' } = words;
  const { rows = ['outcome | leaving', '**Settled**: housed, once per person | £220'] } = words;
  return [
    `# ${title}`,
    [`Northshire Council buys this, ${buys}.`, 'Written in Outturn 1.', ...opening].join(' '),
    '## People',
    table(['group | who', ...groups.map((group) => `${group} | everyone`)]),
    '## Facts',
    table(['fact | shape | recorded by', ...kinds, ...facts]),
    '## Outcomes',
    table(rows),
    ...sentences(said.Outcomes),
    ...sections(words),
    '## Examples',
    '### Nobody',
    'Pays nothing.',
  ].join('\n\n');
}

function sections({ said = {}, periods = [] }: PageWords): readonly string[] {
  const clock = 'Clock and endings';
  const names = Object.keys(said).filter((name) => ![clock, 'Outcomes'].includes(name));
  const dated = periods.length === 0 ? [] : [table(['period | from | to', ...periods])];
  return [
    ...names.flatMap((name) => [`## ${name}`, ...sentences(said[name])]),
    `## ${clock}`,
    ...dated,
    ...sentences(said[clock] ?? []),
  ];
}

/** Each in its own item, but for tables. */
function sentences(all: readonly string[] = []): readonly string[] {
  return all.map((each) => (each.startsWith('|') ? each : `- ${each}`));
}

function table([head = '', ...rows]: readonly string[]): string {
  const line = head.split(' | ').map(() => '---');
  return [head, line.join(' | '), ...rows].map((row) => `| ${row} |`).join('\n');
}

/** A page without a problem, read. */
export function aContract(words: PageWords = {}): Contract {
  const read = readContract(aPage(words), 'page.md');
  expect(formatProblems(read.problems)).toBe('');
  return read.contract;
}

/** What the engine runs of a page. */
export function aPlanOf(words: PageWords): Plan {
  const plan = planOf([aContract(words)]);
  assert(plan.ok, 'a page without a problem has a plan');
  return plan.value;
}

/** The only version of a page. */
export function aVersionOf(words: PageWords): VersionPlan {
  const [version] = aPlanOf(words).versions;
  assert(version !== undefined, 'a page is a version');
  return version;
}

/** An outcome as a group of a version can earn it. */
export function getOutcome(version: VersionPlan, name: string, group = 'leaving'): OutcomePlan {
  const found = version.groups.get(group)?.outcomes.find((outcome) => outcome.name === name);
  assert(found !== undefined, 'the group can earn the outcome');
  return found;
}
