import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCast, aService, type Cast, codesOf, got } from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Actor } from '../access/index.ts';
import { action, perform } from '../act/index.ts';
import { addFacts, type FactCells } from './add-facts.ts';
import { type LoadedFacts, loadFacts } from './load-facts.ts';

const store = await aStore();
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const { service, setDay } = await aService(store);

const cells = Type.Array(Type.Record(Type.String(), Type.String()));
const anything = Type.Unknown();

/** What the tests do: facts straight in, and straight out. */
const add = action({
  name: 'facts.test_add',
  kind: 'change',
  who: 'signed in',
  summary: 'Adds facts.',
  input: Type.Object({ programme: Type.String(), facts: cells }),
  output: anything,
  run: async (work, { programme, facts }) =>
    addFacts(work, programme, { way: 'call', facts: facts as FactCells[] }),
});
const addTwice = action({
  ...add,
  name: 'facts.test_add_twice',
  run: async (work, { programme, facts }) => {
    for (const each of facts as FactCells[]) {
      const added = await addFacts(work, programme, { way: 'service', facts: [each] });
      if (!added.ok) return added;
    }
    return { ok: true, value: null };
  },
});
const load = action({
  name: 'facts.test_load',
  kind: 'read',
  who: 'signed in',
  summary: 'Loads facts.',
  input: Type.Object({ programme: Type.String() }),
  output: anything,
  run: async (work, { programme }) => loadFacts(work, programme),
});

const parts = {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  'New Start': 'provider',
} as const;

let cast: Cast;
let council: Actor;
let bright: Actor;
let start: Actor;
beforeAll(async () => {
  cast = await aCast(store, page, parts);
  council = cast.as('Northshire', 'case_worker');
  bright = cast.as('Bright Futures', 'provider_staff');
  start = cast.as('New Start', 'provider_staff');
});

const send = async (actor: Actor, facts: readonly FactCells[]) =>
  perform(service, add, { actor, input: { programme: cast.programme, facts } });

const loaded = async (actor: Actor): Promise<LoadedFacts> => {
  const input = { programme: cast.programme };
  return got(await perform(service, load, { actor, input })) as LoadedFacts;
};

const attached = (id: string, participant: string, rest: FactCells = {}): FactCells => ({
  id,
  kind: 'attached',
  participant,
  provider: 'Bright Futures',
  group: 'leaving',
  day: '2027-05-04',
  ...rest,
});

describe('what is sent', () => {
  test('is read again as it was, under references of our own, known on the day it arrived', async () => {
    setDay('2027-06-01');
    got(
      await send(bright, [
        attached('a1', 'Sam'),
        { id: 's1', kind: 'goals score', participant: 'Sam', day: '2027-05-05', value: '12.5' },
      ]),
    );
    const { facts } = await loaded(council);
    expect(facts).toHaveLength(2);
    const [one] = facts.filter(({ kind }) => kind === 'attached');
    expect(one?.participant).not.toBe('Sam');
    expect(one?.provider).toBe('Bright Futures');
    expect(new Set(facts.map(({ participant }) => participant)).size).toBe(1);
    expect(new Set(facts.map(({ known }) => known)).size).toBe(1);
  });

  test('is not seen by another provider', async () => {
    expect((await loaded(start)).facts).toEqual([]);
    expect((await loaded(bright)).facts).toHaveLength(2);
  });

  test('changes nothing when it is sent again, and is a problem when it says something else', async () => {
    expect(got(await send(bright, [attached('a1', 'Sam')]))).toMatchObject({
      added: 0,
      sentBefore: 1,
    });
    expect(codesOf(await send(bright, [attached('a1', 'Sam', { day: '2027-05-05' })]))).toEqual([
      'fact.sent_otherwise 1 id',
    ]);
  });

  test('is all of it in or none', async () => {
    const result = await send(bright, [
      attached('a2', 'Kim'),
      attached('a3', 'Lou', { day: '2027-06-02' }),
      attached('a4', 'Max', { provider: 'New Start' }),
      attached('a5', 'Max', { provider: 'Nobody' }),
    ]);
    expect(codesOf(result)).toEqual([
      'fact.known_after_today 2 day',
      'fact.of_other_provider 3 provider',
      'fact.provider_unknown 4 provider',
    ]);
    expect((await loaded(council)).facts).toHaveLength(2);
  });

  test('a provider’s claim stays a claim where the page has somebody verify it', async () => {
    got(await send(bright, [{ id: 'q1', kind: 'level 2', participant: 'Sam', day: '2027-05-20' }]));
    const { facts } = await loaded(council);
    expect(facts.find(({ kind }) => kind === 'level 2')?.state).toBe('claimed');
  });

  test('nobody is attached twice to one provider, nor leaves without having come', async () => {
    expect(codesOf(await send(bright, [attached('a6', 'Sam', { day: '2027-05-10' })]))).toEqual([
      'fact.attached_twice 1 day',
    ]);
    const left = { id: 'l1', kind: 'left', participant: 'Joe', day: '2027-05-10' };
    expect(codesOf(await send(bright, [left]))).toEqual(['fact.left_before_attached 1 day']);
  });

  test('a correction replaces by the sender’s own id, once, and about the same participant', async () => {
    const score = { kind: 'goals score', participant: 'Sam', day: '2027-05-05' };
    got(await send(bright, [{ id: 's2', ...score, value: '13', replaces: 's1' }]));
    expect(
      codesOf(await send(bright, [{ id: 's3', ...score, value: '14', replaces: 's1' }])),
    ).toEqual(['fact.replaced_before 1 replaces']);
    expect(
      codesOf(await send(bright, [{ id: 's4', ...score, value: '14', replaces: 's9' }])),
    ).toEqual(['fact.replaces_nothing 1 replaces']);
    const other = { ...score, participant: 'Pat' };
    expect(
      codesOf(await send(bright, [{ id: 's5', ...other, value: '14', replaces: 's2' }])),
    ).toEqual(['fact.replaces_others 1 replaces']);
    const { facts } = await loaded(council);
    const byKind = facts.filter(({ kind }) => kind === 'goals score');
    const corrected = byKind.find(({ replaces }) => replaces !== undefined);
    expect(byKind.map(({ id }) => id)).toContain(corrected?.replaces);
  });

  test('the same reference of two senders is two participants', async () => {
    got(await send(start, [attached('a1', 'Sam', { provider: 'New Start' })]));
    const { facts } = await loaded(council);
    const people = facts
      .filter(({ kind }) => kind === 'attached')
      .map(({ participant }) => participant);
    expect(new Set(people).size).toBe(2);
  });
});

test('what one action sends in two goes comes in whole', async () => {
  const facts = [attached('twice-1', 'Twice 1'), attached('twice-2', 'Twice 2')];
  const input = { programme: cast.programme, facts };
  const before = await loaded(council);
  got(await perform(service, addTwice, { actor: council, input }));
  const after = await loaded(council);
  expect(after.facts.length - before.facts.length).toBe(2);
});
