// Whoever was attached once is settled by rows of numbers where the page allows it. They come to the
// same lines, days, reasons and statuses as when they are settled as anybody is.
import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { readContract } from '../../src/contract/index.ts';
import { type Fact, type FactSource, ownFacts, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { finishingOf } from '../../src/settlement/columns/finishing-of.ts';
import { lineAt, notPaidAt } from '../../src/settlement/columns/line-at.ts';
import { lineColumns } from '../../src/settlement/columns/line-columns.ts';
import { standApart } from '../../src/settlement/due/stand-apart.ts';
import {
  type AsAt,
  type OwedByColumn,
  owedByColumn,
  type Plan,
  planOf,
} from '../../src/settlement/index.ts';
import { owedOf } from '../../src/settlement/owed.ts';
import { pricer } from '../../src/settlement/pay/price.ts';
import { settleByColumn } from '../../src/settlement/settle.ts';
import { countStatuses, noStatuses } from '../../src/settlement/status-counts.ts';
import {
  closeStraight,
  settleStraight,
  straightOn,
} from '../../src/settlement/straight/settle-straight.ts';
import { workOn } from '../../src/settlement/work.ts';
import { madeFacts } from '../national/made-facts.ts';
import { exampleNames, examplePath, isThere, readExample } from '../support/example-folders.ts';
import { factsInColumns } from '../support/facts-in-columns.ts';
import { readProjectFile } from '../support/project-files.ts';
import { readWorkedPage } from '../support/settle-example.ts';
import { withDaysAlone, withOneAttachment } from './with-days-alone.ts';
import { worldOf } from './world.ts';

type World = Readonly<{ plan: Plan; facts: readonly Fact[]; asAt: AsAt }>;

/** Whoever is watched by itself is settled as anybody is. */
function asAnybody({ plan, facts, asAt }: World): OwedByColumn {
  const statuses = noStatuses();
  const onParticipant = (each: Parameters<typeof countStatuses>[1]) => {
    countStatuses(statuses, each);
  };
  return owedOf({ ...settleByColumn({ plan, facts, asAt }, { onParticipant }), statuses });
}

/** All that is told of a settlement by column. */
function toldOf({ columns, inLine, plan, ...rest }: OwedByColumn) {
  const all = inLine();
  const lines = Array.from(all, (row) => lineAt(columns, row, plan));
  const notPaid = lines.map(({ line }, at) => notPaidAt(columns, all[at] as number, line));
  return { ...rest, lines, notPaid };
}

/** How many are settled straight, and how many lines they have. */
function straightIn(source: FactSource, { plan, asAt }: World) {
  const work = workOn(plan, asAt, { others: source.others, unread: [] });
  const price = pricer(work);
  const columns = lineColumns(false);
  const { ofMany } = finishingOf(plan, { columns, price, onMet: undefined });
  const straight = straightOn({ work, price, columns, ofMany, statuses: noStatuses() });
  let people = 0;
  for (let at = 0; straight !== undefined && at < source.participantCount; at += 1) {
    if (settleStraight(straight, ownFacts(source, at))) people += 1;
  }
  if (straight !== undefined) closeStraight(straight);
  return { people, lines: columns.rows };
}

function expectAlike(world: World): ReturnType<typeof straightIn> {
  const { plan, facts, asAt } = world;
  const anybody = toldOf(asAnybody(world));
  const source = factsInColumns(facts);
  expect(toldOf(owedByColumn(plan, facts, asAt))).toEqual(anybody);
  expect(toldOf(owedByColumn(plan, source, asAt))).toEqual(anybody);
  return straightIn(source, world);
}

test.each([
  ['alone', withDaysAlone],
  ['with bands and limits of many', (plan: Plan) => withDaysAlone(plan, { isOfMany: true })],
] as const)('random worlds %s', (_, change) => {
  const seen = { people: 0, lines: 0 };
  for (let seed = 1; seed <= 400; seed += 1) {
    const world = worldOf(`7/${seed}`);
    const plan = change(world.plan);
    expectAlike({ ...world, plan });
    const { people, lines } = expectAlike({
      ...world,
      plan,
      facts: withOneAttachment(world.facts),
    });
    seen.people += people;
    seen.lines += lines;
  }
  expect(seen.people).toBeGreaterThan(700);
  expect(seen.lines).toBeGreaterThan(150);
});

test('a small nation', () => {
  const { contract } = readContract(readProjectFile(nation), nation);
  const made = planOf([contract]);
  if (!made.ok) throw new Error('The page of the nation makes no plan.');
  const asAt = { trueBy: dayNumber('2016-03-31'), knownBy: dayNumber('2016-06-30') };
  const seen = expectAlike({ plan: made.value, facts: madeFacts(1500, 7), asAt });
  expect(seen.people).toBeGreaterThan(1200);
  expect(seen.lines).toBeGreaterThan(5000);
});

const nation = 'bench/work-programme/contract.md';
const names = exampleNames.filter((name) => isThere(name, 'facts'));
const pages = names.map((name) => readWorkedPage(name));

test.each(pages.filter(({ plan }) => standApart(plan)))(
  '$name comes to the same',
  async ({ name, plan, contract }) => {
    const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
    const { asAt, knownAt } = readExample(name);
    const days = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
    expectAlike({ plan, facts, asAt: days });
  },
);
