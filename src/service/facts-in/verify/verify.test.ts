import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCast, aService, type Cast, codesOf, got } from '../../../../test/support/made-facts.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import { type Actor, reachOf } from '../../access/index.ts';
import { type Action, perform } from '../../act/index.ts';
import { factsOfParticipant } from '../facts-of-participant.ts';
import { loadFacts } from '../load-facts.ts';
import { sendFacts } from '../send-facts.ts';
import { decideFact } from './decide-fact.ts';
import { drawClaims, drawShare, draws } from './draw-claims.ts';
import { claims } from './list-claims.ts';

const store = await aStore();
const { service, setDay } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const sentence = "- Every fact and claim is verified by the council's care leaving team.";
const sampled = page.replace(
  sentence,
  `${sentence}\n- 20% of claims are checked, drawn at random.`,
);
const parts = { Northshire: 'commissioner', 'Bright Futures': 'provider' } as const;

type Listed = { waiting: number; claims: { fact: { id: string; kind: string; state: string } }[] };

let whole: Cast;
let share: Cast;
beforeAll(async () => {
  whole = await aCast(store, page, parts);
  share = await aCast(store, sampled, parts);
});

async function act(cast: Cast, action: Action, actor: Actor, input: object = {}) {
  return perform(service, action, { actor, input: { programme: cast.programme, ...input } });
}

async function claimed(cast: Cast, count: number): Promise<void> {
  const facts = Array.from({ length: count }, (_, at) => ({
    id: `q${at}`,
    kind: 'level 2',
    participant: `P${at}`,
    day: '2027-05-20',
  }));
  got(await act(cast, sendFacts, cast.as('Bright Futures', 'provider_staff'), { facts }));
}

const listed = async (cast: Cast, actor: Actor) => got(await act(cast, claims, actor)) as Listed;

const load = async (cast: Cast) =>
  got(
    await store.within({ reach: 'upkeep' }, async (tx) =>
      loadFacts({ tx, service }, cast.programme),
    ),
  ).facts;

/** The states of all facts as somebody is shown them. */
async function statesSeen(cast: Cast, actor: Actor): Promise<readonly string[]> {
  const people = new Set((await load(cast)).map(({ participant }) => participant));
  const seen = new Set<string>();
  for (const participant of people) {
    const shown = got(await act(cast, factsOfParticipant, actor, { participant }));
    for (const { state } of (shown as { facts: { state: string }[] }).facts) seen.add(state);
  }
  return [...seen].toSorted();
}

describe('a finding', () => {
  test('is a further fact that takes the place of the claim, and is undone by another', async () => {
    setDay('2027-06-01');
    await claimed(whole, 2);
    const one = whole.as('Northshire 1', 'verifier');
    const two = whole.as('Northshire 2', 'verifier');
    const [first, second] = (await listed(whole, one)).claims;
    const fact = first?.fact.id;
    setDay('2027-06-04');
    got(await act(whole, decideFact, one, { fact, finding: 'verified' }));
    expect(codesOf(await act(whole, decideFact, two, { fact, finding: 'rejected' }))).toEqual([
      'claim.decided_meanwhile fact',
    ]);
    const other = second?.fact.id;
    expect(
      codesOf(await act(whole, decideFact, one, { fact: other, finding: 'rejected' })),
    ).toEqual(['claim.reason_missing reason']);
    const rejection = { fact: other, finding: 'rejected', reason: 'nothing shown' };
    got(await act(whole, decideFact, one, rejection));
    expect((await listed(whole, one)).waiting).toBe(0);
    const rejected = (await load(whole)).find(({ state }) => state === 'rejected');
    expect(rejected).toMatchObject({ method: 'nothing shown', replaces: other });
    const again = { fact: rejected?.id, finding: 'verified' };
    expect(codesOf(await act(whole, decideFact, one, again))).toEqual([
      'claim.written_by_verifier fact',
    ]);
    got(await act(whole, decideFact, two, again));
    const stands = (await load(whole)).find(({ replaces }) => replaces === rejected?.id);
    expect(stands?.state).toBe('verified');
    expect(stands?.method).toBeUndefined();
    const provider = whole.as('Bright Futures', 'provider_staff');
    const theirs = await store.within(reachOf(provider), async (tx) =>
      loadFacts({ tx, service }, whole.programme),
    );
    expect(got(theirs).facts.map(({ state }) => state)).toContain('verified');
  });

  test('is nothing for who wrote the fact, nor for a provider', async () => {
    const council = whole.as('Northshire 1', 'commissioner', 'verifier');
    const fact = {
      id: 'w1',
      kind: 'level 3',
      participant: 'W',
      day: '2027-05-20',
      state: 'claimed',
    };
    got(await act(whole, sendFacts, council, { facts: [fact] }));
    const id = (await listed(whole, whole.as('Northshire 2', 'verifier'))).claims[0]?.fact.id;
    expect(
      codesOf(await act(whole, decideFact, council, { fact: id, finding: 'verified' })),
    ).toEqual(['claim.written_by_verifier fact']);
    const provider = whole.as('Bright Futures', 'verifier');
    expect(
      codesOf(await act(whole, decideFact, provider, { fact: id, finding: 'verified' })),
    ).toEqual(['programme.not_there programme']);
  });

  test('of two at once is one', async () => {
    await claimed(whole, 3);
    const one = whole.as('Northshire 1', 'verifier');
    const two = whole.as('Northshire 2', 'verifier');
    const found = (await listed(whole, two)).claims.find(({ fact }) => fact.kind === 'level 2');
    const finding = { fact: found?.fact.id, finding: 'verified' };
    const results = await Promise.all([
      act(whole, decideFact, one, finding),
      act(whole, decideFact, two, finding),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a draw', () => {
  test('comes before anybody looks, can be drawn again from the facts, and shows nowhere', async () => {
    const verifier = share.as('Northshire 2', 'verifier');
    await claimed(share, 11);
    expect((await listed(share, verifier)).claims).toEqual([]);
    const boss = share.as('Northshire 1', 'commissioner');
    const drawn = got(await act(share, drawClaims, boss)) as { checked: number };
    expect(drawn).not.toHaveProperty('seed');
    expect(drawn.checked).toBe(3);
    const seen = await listed(share, verifier);
    expect(seen.claims.map(({ fact }) => fact.state)).toEqual(['waiting', 'waiting', 'waiting']);
    const auditor = share.as('Northshire 2', 'auditor');
    const { draws: kept } = got(await act(share, draws, auditor)) as {
      draws: { seed: string; claims: string[]; drawn: string[] }[];
    };
    const [one] = kept;
    expect(drawShare(one?.seed ?? '', one?.claims ?? [], '20%')).toEqual(one?.drawn);
    const states = (await load(share)).map(({ state }) => state);
    expect(states.filter((state) => state === 'not selected')).toHaveLength(8);
    const claiming = share.as('Bright Futures', 'provider_staff');
    expect(await statesSeen(share, claiming)).toEqual(['claimed']);
    expect(await statesSeen(share, boss)).toEqual(['claimed', 'not selected', 'waiting']);
    expect(codesOf(await act(share, drawClaims, boss))).toEqual(['draw.empty']);
  });

  test('takes so large a share, rounded up, and each claim once', () => {
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
    fc.assert(
      fc.property(fc.string(), ids, fc.integer({ min: 0, max: 100 }), (seed, all, percent) => {
        const drawn = drawShare(seed, all, `${percent}%`);
        expect(drawn).toHaveLength(Math.ceil((all.length * percent) / 100));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(all).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });
});
