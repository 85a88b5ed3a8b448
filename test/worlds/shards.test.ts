import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { byParticipant, type Fact, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/read-facts.ts';
import { lineAt, notPaidAt } from '../../src/settlement/columns/line-at.ts';
import {
  type AsAt,
  canBeCut,
  type OutcomePlan,
  type OwedByColumn,
  owedByColumn,
  owedOfShards,
  type Plan,
  planOf,
  shardSettler,
} from '../../src/settlement/index.ts';
import { exampleNames, examplePath, isThere, readExample } from '../support/example-folders.ts';
import { readWorkedPage } from '../support/settle-example.ts';
import { withLimitsAndBands } from './with-limits-and-bands.ts';
import { worldOf } from './world.ts';

type Settling = Readonly<{
  plan: Plan;
  /** The same plan, as another thread makes its own. */
  again: Plan;
  facts: readonly Fact[];
  asAt: AsAt;
}>;

/** Settles in shards of so many, with all that is handed to or fro copied as threads copy it. */
function owedInShards({ plan, again, facts, asAt }: Settling, size: number): OwedByColumn {
  const { participants, others } = byParticipant(facts);
  const settle = shardSettler({ plan: again, ...structuredClone({ asAt, others }) });
  const shards = [];
  for (let from = 0; from < participants.length; from += size) {
    const own = participants.slice(from, from + size);
    const participantAt = (index: number) => own[index] as (typeof own)[number];
    const source = { participantCount: own.length, participantAt, others: [] };
    shards.push(structuredClone(settle(source)));
  }
  return owedOfShards({ plan, asAt, others }, shards);
}

/** All that is told of a settlement by column. */
function toldOf({ columns, inLine, plan, ...rest }: OwedByColumn) {
  const lines = Array.from(inLine, (row) => lineAt(columns, row, plan));
  const notPaid = lines.map(({ line }, at) => notPaidAt(columns, inLine[at] as number, line));
  return { ...rest, lines, notPaid };
}

function expectAlike(settling: Settling, sizes: readonly number[]): number {
  const { plan, facts, asAt } = settling;
  const whole = toldOf(owedByColumn(plan, facts, asAt));
  for (const size of sizes) expect(toldOf(owedInShards(settling, size))).toEqual(whole);
  return whole.lines.length;
}

/** Without bands and limits of many, and with nothing paid to contributors. */
function withPeopleAlone(plan: Plan): Plan {
  const alone = withLimitsAndBands(plan);
  const versions = alone.versions.map((version) => ({
    ...version,
    groups: new Map(
      [...version.groups].map(([name, group]) => {
        return [name, { ...group, outcomes: group.outcomes.map(ofOneProvider) }];
      }),
    ),
    ...(version.whole ? { whole: { ...version.whole, limits: [] } } : {}),
  }));
  return { ...alone, versions };
}

function ofOneProvider(outcome: OutcomePlan): OutcomePlan {
  const { bands: _, ...price } = outcome.price;
  const rows = price.rows.filter(({ band = 0 }) => band === 0);
  return { ...outcome, price: { ...price, rows, shares: [] } };
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
}, 60_000);

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
