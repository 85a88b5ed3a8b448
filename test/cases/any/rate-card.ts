import type { Column, Outcome, RateRow, RateTable, RowValue } from '../../../src/contract/index.ts';
import { anyMoney, anyValue } from './values.ts';
import type { AnyValueRow, World } from './world.ts';

/** One table, or two that share the outcomes, each headed in its own way. */
export function anyTables(world: World, outcomes: readonly Outcome[]): RateTable[] {
  const cut = world.chance.happens(0.3) ? world.chance.whole(0, outcomes.length) : outcomes.length;
  const parts = [outcomes.slice(0, cut), outcomes.slice(cut)].filter((part) => part.length > 0);
  return parts.map((part, at) => anyTable(world, part, at === 0));
}

function anyTable(world: World, outcomes: readonly Outcome[], isFirst: boolean): RateTable {
  const columns = anyColumns(world);
  const rows = outcomes.flatMap((outcome) => rowsOf(world, outcome, columns));
  return { columns, rows: isFirst ? [...rows, ...valueRows(world, columns)] : rows };
}

function anyColumns({ chance, groups }: World): Column[] {
  const byGroup = groups.map((group) => ({ group }));
  const twoYears = (column: Column): Column[] => [
    { ...column, years: { first: 1, last: 1 } },
    { ...column, years: { first: 2 } },
  ];
  return chance.pick([
    [{}],
    byGroup,
    twoYears({}),
    byGroup.flatMap(twoYears),
    byGroup.flatMap((column) => [{ ...column, with: ['area=Leeds'] }, column]),
    [{ with: ['area=Leeds', 'care=yes'] }, {}],
  ]);
}

const scoreCores = new Set(['improves', 'improves by share', 'reliable change', 'scores']);

function rowsOf(
  world: World,
  { name, definition }: Outcome,
  columns: readonly Column[],
): RateRow[] {
  const { chance } = world;
  // Some groups cannot earn anything that nothing rests on.
  const isLast = world.outcomes.at(-1) === name;
  const without = isLast && chance.happens(0.5) ? world.groups.slice(1) : [];
  const anyPrices = () =>
    columns.map(({ group }) =>
      group !== undefined && without.includes(group)
        ? null
        : anyMoney(chance.whole(0, 9000), chance.whole(0, 20_000)),
    );
  if (isWhole(definition) && chance.happens(0.2)) return bandsOf(name, columns, anyPrices);
  const isScore = scoreCores.has(definition[0]?.form ?? '');
  const times = definition.find((term) => term.form === 'times')?.times;
  if (!isScore || times !== 1 || chance.happens(0.5))
    return [{ outcome: name, prices: anyPrices() }];
  const by = definition[0]?.by ?? definition[0]?.least;
  const least = typeof by === 'string' ? by : '5';
  const under = String(Number(least) + 5.5);
  return [
    { outcome: name, prices: columns.map(() => null) },
    { tierOf: name, least, under, prices: anyPrices() },
    { tierOf: name, least: under, prices: anyPrices() },
  ];
}

const notWhole = new Set(['each day', 'each day without', 'each unit', 'partly']);

function isWhole(definition: Outcome['definition']): boolean {
  return definition.every(({ form }) => !notWhole.has(form));
}

/** Bands that every group which can earn the outcome has. */
function bandsOf(
  name: string,
  columns: readonly Column[],
  anyPrices: () => (string | null)[],
): RateRow[] {
  return [
    { outcome: name, prices: columns.map(() => null) },
    { bandOf: name, count: 370, prices: anyPrices() },
    { bandOf: name, count: 4000, prices: anyPrices() },
    { bandOf: name, prices: anyPrices() },
  ];
}

function valueRows(world: World, columns: readonly Column[]): RateRow[] {
  return world.rows.map(({ name, type }) => ({
    row: name,
    values: columns.map(() => anyRowValue(world, type)),
  }));
}

function anyRowValue(world: World, type: AnyValueRow['type']): RowValue {
  switch (type) {
    case 'length':
      return { length: { count: world.chance.whole(1, 30), unit: 'week' } };
    case 'money':
      return { money: anyValue.money(world) };
    case 'times':
      return { times: world.chance.whole(1, 20) };
    case 'number':
      return { number: anyValue.number(world) };
  }
}
