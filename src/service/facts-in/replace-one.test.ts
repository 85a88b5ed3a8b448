import { readFileSync } from 'node:fs';
import pg from 'pg';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { aCast, aService, type Cast, codesOf, got } from '../../../test/support/made-facts.ts';
import { aMigratedDatabase } from '../../../test/support/with-store.ts';
import type { Fact } from '../../facts/index.ts';
import { openStore, type Tx } from '../../store/index.ts';
import { action, perform } from '../act/index.ts';
import { addFacts, type FactCells } from './add-facts.ts';
import { loadFacts } from './load-facts.ts';

// One fact that comes by itself takes a way of its own into the database. The rules are those of
// facts that come together: each of these is tried by itself, and with another that is in order.

const owner = await aMigratedDatabase();
const store = got(await openStore({ owner, waitMilliseconds: 480_000 }));
afterAll(() => store.close());
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const { service } = await aService(store);
const parts = {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  'New Start': 'provider',
} as const;

const add = action({
  name: 'facts.test_add',
  kind: 'change',
  who: 'signed in',
  summary: 'Adds facts.',
  input: Type.Object({
    programme: Type.String(),
    facts: Type.Array(Type.Record(Type.String(), Type.String())),
    isVerifying: Type.Boolean(),
  }),
  output: Type.Unknown(),
  run: async (work, { programme, facts, isVerifying }) =>
    addFacts(work, programme, { way: 'call', facts: facts as FactCells[], isVerifying }),
});

type Sending = Readonly<{
  who: keyof typeof parts;
  facts: readonly FactCells[];
  isVerifying?: boolean;
}>;

async function send(cast: Cast, { who, facts, isVerifying = false }: Sending) {
  const actor = cast.as(who, 'provider_staff');
  const input = { programme: cast.programme, facts, isVerifying };
  return perform(service, add, { actor, input });
}

const loaded = async (cast: Cast) =>
  got(
    await store.within({ reach: 'upkeep' }, async (tx) =>
      loadFacts({ tx, service }, cast.programme),
    ),
  ).facts;

/** What is there, what is tried then, and what is to stand against it. */
type Case = Readonly<{
  before: readonly Sending[];
  /** It is told what names the first fact that is there: by our ids, or by the sender's own. */
  tried: (first: FactCells) => Sending;
  codes: readonly string[];
}>;

/** What came of it, in words of no programme in particular. */
async function comesOf({ before, tried }: Case, besides: readonly FactCells[]) {
  const cast = await aCast(store, page, parts);
  for (const each of before) got(await send(cast, each));
  const [first] = await loaded(cast);
  const {
    who,
    facts,
    isVerifying = false,
  } = tried({
    replaces: first?.id ?? '',
    participant: first?.participant ?? '',
  });
  const result = await send(cast, { who, facts: [...facts, ...besides], isVerifying });
  const all = await loaded(cast);
  const said = new Map(all.map((fact) => [fact.id, wordsOf(fact)]));
  const kept = all
    .filter(({ participant }) => participant === first?.participant)
    .map((fact) => [wordsOf(fact), said.get(fact.replaces ?? '')])
    .toSorted();
  const taken = result.ok ? (result.value as { added: number; sentBefore: number }) : undefined;
  const added = taken && taken.added - besides.length;
  return { codes: codesOf(result), kept, added, sentBefore: taken?.sentBefore };
}

function wordsOf(fact: Fact): string {
  const said = Object.entries(fact).filter(([name]) => !references.has(name));
  return JSON.stringify(said, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

const references = new Set(['id', 'participant', 'replaces']);

const score = (id: string, value: string, more: FactCells = {}): FactCells => {
  return { id, kind: 'goals score', participant: 'Sam', day: '2027-05-05', value, ...more };
};
const came = (id: string, day: string, more: FactCells = {}): FactCells => {
  const who = { participant: 'Sam', provider: 'Bright Futures', group: 'leaving' };
  return { id, kind: 'attached', day, ...who, ...more };
};
const went = (id: string, day: string): FactCells => ({ ...came(id, day), kind: 'left' });
const complete = (id: string, more: FactCells = {}): FactCells => {
  const of = { about: 'level 2', source: 'register', from: '2027-04-01', to: '2027-05-01' };
  return { id, kind: 'complete', ...of, ...more };
};
const bright = (...facts: FactCells[]): Sending => ({ who: 'Bright Futures', facts });
const start = (...facts: FactCells[]): Sending => ({ who: 'New Start', facts });
const council = (...facts: FactCells[]): Sending => ({ who: 'Northshire', facts });
const one = bright(score('s1', '13'));
const corrected = bright(score('s2', '14', { replaces: 's1' }));
const level = { id: 'x', kind: 'level 2', participant: 'Sam', day: '2027-05-05' };
const withdrawn = { ...level, kind: 'withdrawn' };

const cases: Readonly<Record<string, Case>> = {
  'a correction by the sender’s own id': { before: [one], tried: () => corrected, codes: [] },
  'a correction by our id': {
    before: [one],
    tried: ({ replaces = '' }) => bright(score('s2', '14', { replaces })),
    codes: [],
  },
  'a finding of what a provider claimed': {
    before: [one],
    tried: (first) => ({
      ...council(score('', '13', { ...first, state: 'rejected' })),
      isVerifying: true,
    }),
    codes: [],
  },
  'a fact of somebody else': {
    before: [council(score('c1', '13', { provider: 'Bright Futures' }))],
    tried: (first) => bright(score('s2', '14', first)),
    codes: ['fact.replaces_others 1 replaces'],
  },
  'a fact that the sender does not see': {
    before: [start(score('n1', '13'))],
    tried: ({ replaces = '' }) => bright(score('s2', '14', { replaces })),
    codes: ['fact.replaces_nothing 1 replaces'],
  },
  'nothing that is there': {
    before: [one],
    tried: () => bright(score('s2', '14', { replaces: 's9' })),
    codes: ['fact.replaces_nothing 1 replaces'],
  },
  'what the sender has replaced': {
    before: [one, corrected],
    tried: () => bright(score('s3', '15', { replaces: 's1' })),
    codes: ['fact.replaced_before 1 replaces'],
  },
  'a fact about another participant': {
    before: [one],
    tried: () => bright(score('s2', '14', { participant: 'Pat', replaces: 's1' })),
    codes: ['fact.replaces_others 1 replaces'],
  },
  'what was sent before as it is': {
    before: [one, corrected],
    tried: () => corrected,
    codes: [],
  },
  'what was sent before otherwise': {
    before: [one, corrected],
    tried: () => bright(score('s2', '15', { replaces: 's1' })),
    codes: ['fact.sent_otherwise 1 id'],
  },
  itself: {
    before: [one],
    tried: () => bright(score('s2', '14', { replaces: 's2' })),
    codes: ['fact.replaces_circle 1 replaces'],
  },
  'a fact about nobody': {
    before: [council(complete('c1'))],
    tried: () => council(complete('c2', { to: '2027-05-02', replaces: 'c1' })),
    codes: [],
  },
  'itself, about nobody': {
    before: [council(complete('c1'))],
    tried: () => council(complete('c2', { replaces: 'c2' })),
    codes: ['fact.replaces_circle 1 replaces'],
  },
  'a fact of another kind': {
    before: [bright(came('a1', '2027-05-01'))],
    tried: () => bright({ ...level, replaces: 'a1' }),
    codes: ['fact.replaces_kind 1 kind'],
  },
  'a withdrawal': {
    before: [one],
    tried: () => bright({ ...withdrawn, replaces: 's1' }),
    codes: [],
  },
  'a stay that begins twice then': {
    before: [
      bright(came('a1', '2027-05-01'), went('l1', '2027-05-09')),
      bright(came('a2', '2027-05-20')),
    ],
    tried: () => bright(came('a3', '2027-05-05', { replaces: 'a2' })),
    codes: ['fact.attached_twice 1 day'],
  },
  'a stay of another day': {
    before: [bright(came('a1', '2027-05-01'))],
    tried: () => bright(came('a2', '2027-05-02', { replaces: 'a1' })),
    codes: [],
  },
};

describe('one fact that replaces', () => {
  test.each(Object.entries(cases))('%s comes to the same by itself', async (_, each) => {
    const alone = await comesOf(each, []);
    const together = await comesOf(each, [score('z1', '20', { participant: 'Zed' })]);
    expect(alone).toEqual(together);
    expect(alone.codes).toEqual(each.codes);
  });
});

// Under row-level security an index finds what is equal to a column, and not what is equal to an
// answer: 200,000 participants had all of their facts read for each claim that was verified.
test('what is replaced is found by an index, however many facts are there', async () => {
  const cast = await aCast(store, page, parts);
  const facts = Array.from({ length: 400 }, (_, at) => score(`s${at}`, `${at % 20}`));
  got(await send(cast, bright(...facts)));
  await analyzed();
  const read: number[] = [];
  const counting = action({
    ...add,
    run: async (work, { programme, facts }) => {
      await work.tx.client.query('set local enable_seqscan = off');
      const before = await rowsRead(work.tx);
      const way = { way: 'call', facts: facts as FactCells[] } as const;
      const added = await addFacts(work, programme, way);
      read.push((await rowsRead(work.tx)) - before);
      return added;
    },
  });
  const actor = cast.as('Bright Futures', 'provider_staff');
  for (const last of [{ replaces: 's399' }, { replaces: 's398' }]) {
    const fact = score(`of ${last.replaces}`, '7', last);
    const input = { programme: cast.programme, facts: [fact], isVerifying: false };
    got(await perform(service, counting, { actor, input }));
  }
  expect(Math.max(...read)).toBeLessThan(40);
});

/** What is known of a table before it grew leads to plans for a small one; it is looked at anew. */
async function analyzed(): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('analyze outturn.fact');
  await client.end();
}

/** How many rows of the table of facts this transaction has read. */
async function rowsRead({ client }: Tx): Promise<number> {
  const { rows } = await client.query<{ read: string }>(
    `select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables
      where schemaname = 'outturn' and relname = 'fact'`,
  );
  return Number(rows[0]?.read);
}
