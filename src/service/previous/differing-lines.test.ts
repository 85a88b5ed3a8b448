import { expect, test } from 'vitest';
import { madeFolder } from '../../../test/support/made-files.ts';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import type { Day } from '../../calendar/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import {
  owed,
  owedByColumn,
  type SettlementResult,
  settlementResult,
  sinceLines,
} from '../../settlement/index.ts';
import { columnsOfLines } from '../columns/columns-of-lines.ts';
import { writeColumnChunks } from '../line-files/write-column-chunks.ts';
import type { Following } from './load-previous.ts';
import { openEarlier } from './open-earlier.ts';
import { readDiffering } from './read-differing.ts';
import { areLinesOf } from './standing-lines.ts';

const { path } = madeFolder();

const plan = aPlan([anOutcome()]);
const settlement = { contract: 'first', language: 1 };

const names = ['Ann', 'Ben', 'Cai', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jo', 'Kit', 'Lee'];

/** Each came, and reached it on a day that three share. */
const facts = names.flatMap((participant, at): readonly Fact[] => {
  const reached = `2027-1${at % 3}-20` as Day;
  const whose = { participant, provider: 'Harbour', group: 'leaving' };
  return [
    happened('attached', '2027-05-01', { id: `${participant} came`, ...whose }),
    happened('level 2', reached, { id: `${participant} reached`, participant }),
  ];
});

const takenBack = happened('withdrawn', '2028-02-10', {
  id: 'Dee not',
  participant: 'Dee',
  replaces: 'Dee reached',
});

/** The same of Eve on another day, which changes no money. */
const corrected = happened('level 2', '2027-11-02', {
  id: 'Eve corrected',
  participant: 'Eve',
  replaces: 'Eve reached',
  known: '2028-02-11',
});

const now = [...facts, takenBack, corrected];

/** Writes lines in the order in which they come, which is not that in which they are written. */
async function writeAsTold(file: string, result: SettlementResult): Promise<void> {
  const written = await writeColumnChunks(file, columnsOfLines(result));
  if (!written.ok) throw new Error(written.problems[0]?.message);
}

/** What differs from a file in which earlier lines stand as they are told to. */
async function differing(inFile: (lines: SettlementResult['lines']) => SettlementResult['lines']) {
  const previous = settlementResult(owed(plan, facts, asAt('2028-01-31')), settlement);
  const file = path('lines.parquet');
  await writeAsTold(file, { ...previous, lines: inFile(previous.lines) });
  const today = asAt('2028-02-29');
  const pages = [{ hashes: { contract: settlement.contract } }];
  const opened = await openEarlier(file, { pages, plan, asAt: today } as unknown as Following);
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const found = owedByColumn(plan, now, today);
  const read = await readDiffering(opened.value, found);
  opened.value.close();
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const unlike = { owed: found, settlement, ...read.value, unread: [] };
  const { changes } = sinceLines({ ...unlike, source: byParticipant(now) });
  return { changes, read: read.value.previous.lines.map(({ participant }) => participant) };
}

test('only lines of those of whom one has moved money are looked at as objects', async () => {
  const { changes, read } = await differing((lines) => lines);
  expect(read).toEqual(['Dee']);
  expect(changes.map(({ participant, cause }) => [participant, cause])).toEqual([
    ['Dee', { is: 'facts', facts: ['Dee not'] }],
  ]);
});

test.each([
  ['in line', (lines: SettlementResult['lines']) => lines.toSorted(byPayableDay)],
  ['the last first', (lines: SettlementResult['lines']) => lines.toReversed()],
  ['by name', (lines: SettlementResult['lines']) => lines.toSorted(byName)],
])('whatever order earlier lines stand in the same is found: %s', async (_, inFile) => {
  expect(await differing(inFile)).toEqual(await differing((lines) => lines));
});

function byPayableDay({ payableOn: one }: Payable, { payableOn: other }: Payable): number {
  return (one ?? '9') < (other ?? '9') ? -1 : 1;
}

type Payable = Pick<SettlementResult['lines'][number], 'payableOn'>;

function byName(one: Readonly<{ line: string }>, other: typeof one): number {
  return one.line < other.line ? -1 : 1;
}

/** Whether the lines that stand in a file are taken for those of the settlement that gave them. */
async function areTaken(inFile: Parameters<typeof differing>[0]): Promise<boolean> {
  const days = asAt('2028-01-31');
  const previous = settlementResult(owed(plan, facts, days), settlement);
  const file = path('taken.parquet');
  await writeAsTold(file, { ...previous, lines: inFile(previous.lines) });
  const pages = [{ hashes: { contract: settlement.contract } }];
  const opened = await openEarlier(file, { pages, plan, asAt: days } as unknown as Following);
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const are = await areLinesOf(opened.value, owedByColumn(plan, facts, days));
  opened.value.close();
  return are;
}

test('lines as they were settled are told by what they weigh, and need not be read', async () => {
  expect(await areTaken((lines) => lines)).toBe(true);
  expect(await areTaken((lines) => lines.toReversed())).toBe(true);
});

test.each<[string, Partial<SettlementResult['lines'][number]>]>([
  ['amount', { amount: '1.00' }],
  ['gross', { gross: '1.00' }],
  ['day', { day: '2027-10-21' }],
  ['payable day', { payableOn: null }],
  ['version', { version: 2 }],
  ['participant', { participant: 'Ben' }],
])('a line of another %s is told', async (_, other) => {
  const inFile = (lines: SettlementResult['lines']) =>
    lines.map((line, at) => (at === 0 ? { ...line, ...other } : line));
  expect(await areTaken(inFile)).toBe(false);
});

test('a line that is gone from the file is told', async () => {
  expect(await areTaken((lines) => lines.slice(1))).toBe(false);
});

test('a line that stands in the file twice is told', async () => {
  const twice = differing((lines) => lines.flatMap((line) => [line, line]));
  await expect(twice).rejects.toThrow('add up');
});
