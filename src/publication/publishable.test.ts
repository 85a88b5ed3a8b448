import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPossible, type Statement, valuesLeft } from '../../test/support/linear-reader.ts';
import { aContract, type PageWords } from '../../test/support/makers/page.ts';
import { type Chance, chance } from '../chance/index.ts';
import { formatMoney } from '../money/index.ts';
import { assert } from '../problem/index.ts';
import {
  type Cell,
  outcomeGroups,
  type Period,
  type PublishedRow,
  type Publishing,
  publicationPeriods,
  publishable,
} from './index.ts';

const rows = [
  'outcome | leaving | returning',
  '**Settled**: housed, once per person | £220 | £480',
  '**Calmer**: worry improves by at least 5, once per person | £350 | £350',
  '**In work**: employment for 4 weeks in total, once per person | £660 | £1,900',
  '**Still in work**: employment for 26 weeks in total, once per person | £1,200 | £2,000',
];
const page = { groups: ['leaving', 'returning'], rows } satisfies PageWords;
const contract = aContract(page);
const [first, second, third] = publicationPeriods(contract, 'quarter', '2027-12-31');
assert(first && second && third, 'three quarters have closed');

function publishing(changed: Partial<Publishing> = {}): Publishing {
  const usual = { contract, rhythm: 'quarter', period: first as Period } as const;
  const known = {
    settledTo: '2027-12-31',
    published: [],
    providers: ['Harbour', 'Bright'],
  } as const;
  return { ...usual, ...known, ...changed };
}

function published(cells: readonly Cell[], changed: Partial<Publishing> = {}) {
  const result = publishable(publishing(changed), cells);
  assert(result.ok, 'it is published');
  return result.value;
}

function codes(changed: Partial<Publishing>): readonly string[] {
  const result = publishable(publishing(changed), []);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

test('10 or more is said to the nearest 5, less is not said, and nought is as silent as nine', () => {
  const said = (count: number) => {
    const [row] = published([{ provider: 'Bright', outcome: 'Settled', count }]);
    return row?.count.is === 'rounded' ? row.count.about : row?.count.is;
  };
  expect([-3, 0, 9].map(said)).toEqual(['suppressed', 'suppressed', 'suppressed']);
  expect([10, 12, 13, 17, 18, 102].map(said)).toEqual([10, 10, 15, 15, 20, 100]);
});

test('money is what the published count comes to between the cheapest and the dearest price', () => {
  const money = (outcome: string, count: number) => {
    const rowsOfBright = published([{ provider: 'Bright', outcome, count }]);
    const row = rowsOfBright.find(({ outcomes }) => outcomes.includes(outcome));
    return row?.money.is === 'between'
      ? `${formatMoney(row.money.least)} to ${formatMoney(row.money.most)}`
      : row?.money.is;
  };
  expect(money('Settled', 16)).toBe('£2,860 to £8,160');
  expect(money('Calmer', 16)).toBe('£4,550 to £5,950');
  expect(money('Calmer', 10)).toBe('£3,500 to £4,200');
  expect(money('Calmer', 9)).toBe('suppressed');
});

test('what is paid by the day, in proportion or by the provider has no money by the rate card', () => {
  const day = aContract({ rows: ['outcome | leaving', '**Days**: each day housed | £9'] });
  const cells = [{ provider: 'Bright', outcome: 'Days', count: 400 }];
  expect(published(cells, { contract: day })[0]?.money).toEqual({ is: 'not by the rate card' });
  const said = {
    Prices: ['The price of Settled is paid by the provider to the commissioner.'],
  };
  const back = aContract({ said });
  const settled = [{ provider: 'Bright', outcome: 'Settled', count: 40 }];
  expect(published(settled, { contract: back })[0]?.money.is).toBe('not by the rate card');
});

test('there is a row for every provider and group of outcomes, whatever happened', () => {
  const names = (all: readonly PublishedRow[]) =>
    all.map(({ provider, outcomes }) => [provider, ...outcomes].join(': '));
  const all = names(published([]));
  expect(all).toEqual([
    'Bright: Settled',
    'Bright: Calmer',
    'Bright: In work: Still in work',
    'Harbour: Settled',
    'Harbour: Calmer',
    'Harbour: In work: Still in work',
  ]);
  const busy = { provider: 'Harbour', outcome: 'Calmer', count: 40 };
  expect(names(published([busy]))).toEqual(all);
});

test('a period is published once, whole, when it is settled, and shares no day with another', () => {
  expect(codes({ settledTo: '2027-06-29' })).toEqual(['publication.period_open']);
  expect(codes({ published: [first] })).toEqual(['publication.period_already_published']);
  const month = { from: '2027-06-01', to: '2027-06-30' } as const;
  expect(codes({ published: [month] })).toEqual(['publication.period_already_published']);
  expect(codes({ period: month })).toEqual(['publication.period_out_of_rhythm']);
  expect(codes({ published: [second] })).toEqual([]);
});

test('a subcontract publishes nothing: its figures are part of those of the page above', () => {
  const above = `sha256:${'3f'.repeat(32)}`;
  const Market = [`This is a subcontract under Leaving care well, ${above}.`];
  const under = aContract({ said: { Market } });
  expect(codes({ contract: under })).toEqual(['publication.part_of_another']);
});

test('what is counted is of an admitted provider and an outcome of the page, else it is a fault', () => {
  const stranger = { provider: 'Stranger', outcome: 'Settled', count: 1 };
  expect(() => publishable(publishing(), [stranger])).toThrow('of a provider admitted');
});

// The reader. Of every outcome of every group of people, at every provider in every period, the
// number is not known; the page, its prices, its ties and everything ever published are.

type World = Readonly<{ providers: readonly string[]; periods: readonly Period[] }>;

const people = ['leaving', 'returning'] as const;
const prices: Readonly<Record<string, readonly [number, number]>> = {
  Settled: [220, 480],
  Calmer: [350, 350],
  'In work': [660, 1900],
  'Still in work': [1200, 2000],
};
const outcomes = Object.keys(prices);

/** The place of each unknown number in the reader's list. */
function numberOf({ providers, periods }: World) {
  return (at: { period: number; provider: string; outcome: string; group: number }): number => {
    const where = at.period * providers.length + providers.indexOf(at.provider);
    assert(where < periods.length * providers.length, 'it lies in the world');
    return (where * outcomes.length + outcomes.indexOf(at.outcome)) * people.length + at.group;
  };
}

function numbersBehind(world: World, row: PublishedRow): readonly number[] {
  const period = world.periods.findIndex(({ from }) => from === row.period.from);
  return row.outcomes.flatMap((outcome) =>
    people.map((_, group) => numberOf(world)({ period, provider: row.provider, outcome, group })),
  );
}

/** What a row says: its count, and its money by the price of each group. */
function statementsOf(world: World, row: PublishedRow): readonly Statement[] {
  const behind = numbersBehind(world, row);
  const each = behind.map((number) => [number, 1] as const);
  if (row.count.is === 'suppressed') return [{ parts: each, least: 0, most: row.count.below - 1 }];
  const { about } = row.count;
  const count = { parts: each, least: Math.max(10, about - 2), most: about + 2 };
  if (row.money.is !== 'between') return [count];
  const priced = row.outcomes.flatMap((outcome) => prices[outcome] ?? []);
  const parts = behind.map((number, index) => [number, (priced[index] ?? 0) * 100] as const);
  const { least, most } = row.money;
  return [count, { parts, least: Number(least.units), most: Number(most.units) }];
}

/** Nobody is still in work who was not in work before: to the end of each period, in each group. */
function tiesOf(world: World): readonly Statement[] {
  return world.providers.flatMap((provider) =>
    world.periods.flatMap((_, last) =>
      people.map((_group, group): Statement => {
        const sum = (outcome: string, times: number) =>
          world.periods
            .slice(0, last + 1)
            .map(
              (_p, period) =>
                [numberOf(world)({ period, provider, outcome, group }), times] as const,
            );
        return {
          parts: [...sum('In work', 1), ...sum('Still in work', -1)],
          least: 0,
          most: Number.MAX_SAFE_INTEGER,
        };
      }),
    ),
  );
}

function boundsOf({ providers, periods }: World): readonly (readonly [number, number])[] {
  const length = providers.length * periods.length * outcomes.length * people.length;
  return Array.from({ length }, () => [0, 99] as const);
}

/** Counts as they come: most small, some about the edge of what is said, a few large. */
function aCount(drawn: Chance): number {
  const most = drawn.pick([0, 4, 7, 12, 30, 60]);
  return drawn.whole(0, most);
}

/** What happened: of each outcome so many, the further one at most of all who came so far. */
function happened(world: World, drawn: Chance): readonly (readonly Cell[])[] {
  const waiting = new Map<string, number>();
  return world.periods.map(() =>
    world.providers.flatMap((provider) => {
      const inWork = aCount(drawn);
      const could = (waiting.get(provider) ?? 0) + inWork;
      const stillInWork = drawn.happens(0.3) ? could : drawn.whole(0, could);
      waiting.set(provider, could - stillInWork);
      const counts = [aCount(drawn), aCount(drawn), inWork, stillInWork];
      return outcomes.map((outcome, index) => ({ provider, outcome, count: counts[index] ?? 0 }));
    }),
  );
}

function everythingPublished(world: World, cells: readonly (readonly Cell[])[]) {
  return world.periods.flatMap((period, index) =>
    published(cells[index] ?? [], {
      period,
      providers: world.providers,
      published: world.periods.slice(0, index),
    }),
  );
}

function aWorld(drawn: Chance): World {
  const providers = ['Anchor', 'Bright', 'Harbour'].slice(0, drawn.whole(1, 3));
  return { providers, periods: [first, second, third].slice(0, drawn.whole(1, 3)) as Period[] };
}

test('a reader of all publications, prices and ties can tell no count under 10 from another', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const drawn = chance(seed);
      const world = aWorld(drawn);
      const read = everythingPublished(world, happened(world, drawn));
      const known = [...read.flatMap((row) => statementsOf(world, row)), ...tiesOf(world)];
      for (const row of read.filter(({ count }) => count.is === 'suppressed')) {
        const left = valuesLeft(boundsOf(world), known, numbersBehind(world, row));
        expect(left).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
    }),
    { numRuns: 300 },
  );
});

test('had suppressed counts been any others under 10, all of them at once, nothing would differ', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const drawn = chance(seed);
      const world = aWorld(drawn);
      const cells = happened(world, drawn);
      const read = everythingPublished(world, cells);
      const groups = outcomeGroups(contract);
      const others = cells.map((ofPeriod, index) =>
        world.providers.flatMap((provider) =>
          groups.flatMap((group) => {
            const own = ofPeriod.filter(
              (c) => c.provider === provider && group.includes(c.outcome),
            );
            const row = read.find(
              (r) =>
                r.period === world.periods[index] &&
                r.provider === provider &&
                r.outcomes[0] === group[0],
            );
            if (row?.count.is !== 'suppressed') return own;
            return [{ provider, outcome: group[0] ?? '', count: drawn.whole(0, 9) }];
          }),
        ),
      );
      expect(everythingPublished(world, others)).toEqual(read);
    }),
    { numRuns: 300 },
  );
});

test('what was rounded is known to within five, and never to one', () => {
  const world = { providers: ['Bright'], periods: [first] };
  for (let count = 10; count <= 60; count += 1) {
    const cells = [{ provider: 'Bright', outcome: 'Settled', count }];
    const [row] = published(cells, { providers: ['Bright'] });
    assert(row?.count.is === 'rounded', 'it is said');
    const behind = numbersBehind(world, row).map((number) => [number, 1] as const);
    const known = statementsOf(world, row);
    const could = Array.from({ length: 80 }, (_, value) => value).filter((value) =>
      isPossible(boundsOf(world), [...known, { parts: behind, least: value, most: value }]),
    );
    expect(could).toContain(count);
    expect(could.length).toBe(row.count.about === 10 ? 3 : 5);
  }
});

// The same reader solves back what the rule leaves out: so it would have found it.

const two = [0, 1].map(() => [0, 99] as const);
const unknown: Statement = { parts: [[1, 1]], least: 0, most: 9 };
const about20: Statement = { parts: [[0, 1]], least: 18, most: 22 };

test('a total beside its parts would tell a suppressed one', () => {
  const total: Statement = {
    parts: [
      [0, 1],
      [1, 1],
    ],
    least: 28,
    most: 32,
  };
  expect(valuesLeft(two, [unknown, about20, total], [1])).toEqual([6, 7, 8, 9]);
});

test('money as it was paid would tell how many there were at each price', () => {
  // 20 at £220 and 3 at £4,730 is £18,590; rounded to the nearest £5,000 it still tells.
  const exact: Statement = {
    parts: [
      [0, 220],
      [1, 4730],
    ],
    least: 18590,
    most: 18590,
  };
  expect(valuesLeft(two, [unknown, about20, exact], [1])).toEqual([3]);
  const rounded: Statement = {
    parts: [
      [0, 220],
      [1, 4730],
    ],
    least: 17500,
    most: 22499,
  };
  expect(valuesLeft(two, [unknown, about20, rounded], [1])).toEqual([3]);
});

test('an outcome told apart from the one that it is tied to would be bounded by it', () => {
  const third = [...two, [0, 200] as const];
  const still20: Statement = { parts: [[2, 1]], least: 18, most: 22 };
  const in10: Statement = { parts: [[0, 1]], least: 10, most: 12 };
  const tie: Statement = {
    parts: [
      [0, 1],
      [1, 1],
      [2, -1],
    ],
    least: 0,
    most: 500,
  };
  expect(valuesLeft(third, [unknown, in10, still20, tie], [1])).toEqual([6, 7, 8, 9]);
});

test('a limit all but used up would bound what is paid beside it', () => {
  const limit: Statement = {
    parts: [
      [0, 220],
      [1, 350],
    ],
    least: 0,
    most: 5000,
  };
  expect(valuesLeft(two, [unknown, about20, limit], [1])).toEqual([0, 1, 2]);
});

test('a quarter beside two of its months would tell the third', () => {
  const quarter: Statement = {
    parts: [
      [0, 1],
      [1, 1],
    ],
    least: 23,
    most: 27,
  };
  expect(valuesLeft(two, [unknown, about20, quarter], [1])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
