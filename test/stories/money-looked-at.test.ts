// What screens of money are folded and plotted by: disputes by their line, statements by outcome and
// month, changes by day, and the money of a programme over time.
import { beforeAll, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import {
  listOfChanges,
  listOfDisputes,
  listOfLines,
  openDispute,
  readMoneyOverTime,
  readStatement,
} from '../../src/service/money/index.ts';
import { aService, got } from '../support/made-facts.ts';
import { financeOf, type Stage } from '../support/made-settlements.ts';
import { playNorthshire } from '../support/northshire.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');

let stage: Stage;
let settlement: string;
beforeAll(async () => {
  const settledOn = ['2027-12-31', '2028-06-30'];
  const played = await playNorthshire({ store, service, setDay }, { settledOn });
  ({ stage } = played);
  settlement = played.done.at(-1)?.settlement ?? '';
});

const here = () => ({ programme: stage.cast.programme });
const own = () => stage.cast.as('Bright Futures', 'provider_finance');
const ours = () => ({ ...here(), settlement, payee: 'Bright Futures' });
const sum = (amounts: readonly string[]) =>
  amounts.reduce((all, each) => all + Math.round(Number(each) * 100), 0);

test('a statement has its lines by outcome and month, and gives those of one by themselves', async () => {
  const whole = got(await perform(service, readStatement, { actor: own(), input: ours() }));
  const { groups, statement, columns } = whole;
  expect(groups.reduce((all, { lines }) => all + lines, 0)).toBe(statement.lines);
  expect(sum(groups.map(({ owed }) => owed))).toBe(sum([statement.owed]));
  const [dayAt = 0, outcomeAt = 0] = ['day', 'outcome'].map((name) =>
    columns.findIndex(({ heading }) => heading === name),
  );
  for (const { outcome, month, lines } of groups) {
    const input = { ...ours(), outcome, month };
    const some = got(await perform(service, readStatement, { actor: own(), input }));
    const expected = whole.lines.filter((cells) => {
      return cells[outcomeAt] === outcome && cells[dayAt]?.startsWith(month);
    });
    expect(some.lines).toHaveLength(lines);
    expect(some.lines).toEqual(expected);
  }
});

test('a line that changed says its day', async () => {
  const input = { ...here(), settlement };
  const { changes } = got(await perform(service, listOfChanges, { actor: own(), input }));
  const { lines } = got(await perform(service, listOfLines, { actor: own(), input }));
  const days = new Map(lines.map(({ line, day }) => [line, day]));
  expect(changes.length).toBeGreaterThan(5);
  for (const { line, day } of changes) expect(day).toBe(days.get(line));
});

test('a dispute says the day of its line and its settlement, and is found by any line it holds', async () => {
  const input = { ...here(), settlement };
  const { lines } = got(await perform(service, listOfLines, { actor: own(), input }));
  const held = lines.filter(({ participant, outcome }) => participant && outcome === 'Settled');
  const [one, other] = held.flatMap((line) => {
    const alike = held.find((each) => {
      return each.participant === line.participant && each.line !== line.line;
    });
    return alike === undefined ? [] : [line, alike];
  });
  const opened = { ...input, line: one?.line, reason: 'fact_wrong' };
  const { dispute } = got(await perform(service, openDispute, { actor: own(), input: opened }));
  const listed = async (line: string | undefined) => {
    const asked = { ...input, line };
    return got(await perform(service, listOfDisputes, { actor: own(), input: asked })).disputes;
  };
  const about = { dispute, number: 2, asAt: '2028-06-30', day: one?.day };
  expect(await listed(other?.line)).toEqual([expect.objectContaining(about)]);
  const foreign = held.find(({ participant }) => participant !== one?.participant);
  expect(await listed(foreign?.line)).toEqual([]);
});

test('the money of a programme is shown settlement by settlement, and outcomes by month', async () => {
  const { one: actor } = financeOf(stage);
  const over = got(await perform(service, readMoneyOverTime, { actor, input: here() }));
  expect(over.settlements.map(({ asAt }) => asAt)).toEqual(['2027-12-31', '2028-06-30']);
  const asked = { actor, input: { ...here(), settlement } };
  const { lines } = got(await perform(service, listOfLines, asked));
  expect(sum(over.settlements.map(({ paid }) => paid))).toBe(
    sum(lines.map(({ amount }) => amount)),
  );
  const people = lines.filter(({ participant }) => participant !== undefined);
  expect(over.outcomes.reduce((all, each) => all + each.lines, 0)).toBe(people.length);
});
