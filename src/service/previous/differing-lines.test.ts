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
import { writeLines } from '../line-files/write-lines.ts';
import type { Following } from './load-previous.ts';
import { openEarlier } from './open-earlier.ts';
import { readDiffering } from './read-differing.ts';

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

/** What differs from a file in which earlier lines stand as they are told to. */
async function differing(inFile: (lines: SettlementResult['lines']) => SettlementResult['lines']) {
  const previous = settlementResult(owed(plan, facts, asAt('2028-01-31')), settlement);
  const file = path('lines.parquet');
  await writeLines(file, { ...previous, lines: inFile(previous.lines) });
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
  ['the last first', (lines: SettlementResult['lines']) => lines.toReversed()],
  ['by name', (lines: SettlementResult['lines']) => lines.toSorted(byName)],
])('whatever order earlier lines stand in the same is found: %s', async (_, inFile) => {
  expect(await differing(inFile)).toEqual(await differing((lines) => lines));
});

function byName(one: Readonly<{ line: string }>, other: typeof one): number {
  return one.line < other.line ? -1 : 1;
}

test('a line that stands in the file twice is told', async () => {
  const twice = differing((lines) => lines.flatMap((line) => [line, line]));
  await expect(twice).rejects.toThrow('add up');
});
