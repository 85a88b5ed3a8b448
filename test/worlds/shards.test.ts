import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { compareTexts, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { lineAt, notPaidAt } from '../../src/settlement/columns/line-at.ts';
import { hasBands, hasWideLimits } from '../../src/settlement/due/stand-apart.ts';
import {
  canBeCut,
  type OwedByColumn,
  owed,
  owedByColumn,
  planOf,
} from '../../src/settlement/index.ts';
import { exampleNames, examplePath, isThere, readExample } from '../support/example-folders.ts';
import { owedInShards, type SettlingInShards, shardsOf } from '../support/owed-in-shards.ts';
import { readWorkedPage } from '../support/settle-example.ts';
import { withGrownLines } from './with-limits-and-bands.ts';
import { withPeopleAlone, withPeopleInLine } from './with-people-alone.ts';
import { worldOf } from './world.ts';

/** All that is told of a settlement by column. */
function toldOf({ columns, rows, inLine, plan, ...rest }: OwedByColumn) {
  const all = inLine();
  const wholes = Array.from(rows, (row) => lineAt(columns, row, plan));
  const lines = Array.from(all, (row) => lineAt(columns, row, plan));
  const notPaid = lines.map(({ line }, at) => notPaidAt(columns, all[at] as number, line));
  // A file of lines has them by participant, and each participant's in line.
  const whoseOf = ({ participant = '' }: (typeof lines)[number]) => participant;
  const byParticipant = (one: (typeof lines)[number], other: (typeof lines)[number]) =>
    compareTexts(whoseOf(one), whoseOf(other));
  expect(wholes).toEqual(lines.toSorted(byParticipant));
  return { ...rest, lines, notPaid };
}

function expectAlike(settling: SettlingInShards, sizes: readonly number[]): number {
  const { plan, facts, asAt } = settling;
  const whole = toldOf(owedByColumn(plan, facts, asAt));
  for (const size of sizes) expect(toldOf(owedInShards(settling, size))).toEqual(whole);
  return whole.lines.length;
}

test('random worlds settled in shards come to what they do together', () => {
  let lines = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const { plan, facts, asAt } = worldOf(`7/${seed}`);
    const alone = withPeopleAlone(plan);
    expect(canBeCut(alone)).toBe(true);
    lines += expectAlike({ plan: alone, again: withPeopleAlone(plan), facts, asAt }, [1, 3]);
  }
  expect(lines).toBeGreaterThan(1000);
});

test('so they do where lines of many are counted in bands and draw on limits', () => {
  const seen = { bands: 0, cut: 0, grown: 0 };
  const first = Array.from({ length: 200 }, (_, at) => at + 1);
  for (const seed of [...first, ...withGrownLines]) {
    const world = worldOf(`7/${seed}`);
    const plan = withPeopleInLine(world.plan);
    if (!canBeCut(plan) || !(hasBands(plan) || hasWideLimits(plan))) continue;
    const settling = { ...world, plan, again: withPeopleInLine(world.plan) };
    expectAlike(settling, [1, 2, 5]);
    const { notPaid } = owed(plan, world.facts, world.asAt);
    if (hasBands(plan)) seen.bands += 1;
    for (const { lines } of shardsOf(settling, 10)) seen.grown += lines.ofMany?.inBands.size ?? 0;
    if (hasWideLimits(plan) && notPaid.some(({ reason }) => reason === 'limit')) seen.cut += 1;
  }
  expect(seen.bands).toBeGreaterThan(50);
  expect(seen.cut).toBeGreaterThan(40);
  expect(seen.grown).toBeGreaterThan(10);
});

const names = exampleNames.filter((name) => isThere(name, 'facts'));
const pages = names.map((name) => readWorkedPage(name));
const cut = pages.filter(({ plan }) => canBeCut(plan));

test.each(cut)(
  '$name: settled in shards it comes to the same',
  async ({ name, plan, contract }) => {
    const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
    const { asAt, knownAt } = readExample(name);
    const days = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
    const again = planOf([structuredClone(contract)]);
    if (!again.ok) throw new Error(`The page of ${name} makes no plan the second time.`);
    const settling = { plan, again: again.value, facts, asAt: days };
    expect(expectAlike(settling, [97, 1000])).toBeGreaterThan(0);
  },
);
