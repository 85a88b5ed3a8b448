import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aCast, aService, codesOf, got, registrar } from '../../../../test/support/made-facts.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import type { Actor } from '../../access/index.ts';
import { type Action, perform } from '../../act/index.ts';
import {
  approveSettlement,
  explainLineOf,
  explainOwnLine,
  explainParticipantOf,
  listOfLines,
  makeSettlementBundle,
  prepareSettlement,
  requestBundle,
} from '../../money/index.ts';
import { askEvidence } from '../evidence/ask-evidence.ts';
import { seeClaim } from '../evidence/see-claim.ts';
import { factsOfParticipant } from '../facts-of-participant.ts';
import { sendFacts } from '../send-facts.ts';
import { drawClaims, draws } from './draw-claims.ts';
import { claims } from './list-claims.ts';

// Who claims never learns which claims are drawn to be checked.

const store = await aStore();
const { service, setDay } = await aService(store);
const verified = "- Every fact and claim is verified by the council's care leaving team.";
const page = readFileSync('examples/northshire/contract.md', 'utf8').replace(
  verified,
  `${verified}\n- 50% of claims are checked, drawn at random.`,
);
const cast = await aCast(store, page, {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  Agency: 'referrer',
});
const { programme } = cast;
const people = ['One', 'Two', 'Three', 'Four'];

async function act(action: Action, actor: Actor, input: object = {}) {
  return got(await perform(service, action, { actor, input: { programme, ...input } }));
}

type Shown = Readonly<{
  id: string;
  kind: string;
  state: string;
  isReplaced: boolean;
  isOwn: boolean;
  recordedBy: string;
}>;
type Lines = Readonly<{
  lines: readonly Readonly<{ line: string; outcome: string; participant: string }>[];
}>;

const worker = cast.as('Northshire 1', 'case_worker');
const came = { kind: 'attached', group: 'leaving', provider: 'Bright Futures', day: '2027-05-04' };
await act(sendFacts, worker, {
  facts: people.flatMap((participant) => [
    { ...came, id: `a ${participant}`, participant },
    { id: `q ${participant}`, participant, kind: 'level 2', day: '2027-05-20' },
  ]),
});
await act(drawClaims, cast.as('Northshire 2', 'commissioner'));
const drawn = (await act(claims, cast.as(registrar, 'verifier'))) as Readonly<{
  claims: readonly Readonly<{ participant: string }>[];
}>;
const participants = drawn.claims.map(({ participant }) => participant);

async function statesTo(actor: Actor): Promise<readonly string[]> {
  const states = new Set<string>();
  for (const participant of participants) {
    const { facts } = (await act(factsOfParticipant, actor, { participant })) as {
      facts: readonly Shown[];
    };
    for (const { state } of facts.filter(({ kind }) => kind === 'level 2')) states.add(state);
    const stands = facts.find(({ kind, isReplaced }) => kind === 'level 2' && !isReplaced);
    if (actor.kind !== 'account' || actor.duties.includes('auditor')) continue;
    const seen = (await act(seeClaim, actor, { fact: stands?.id })) as { fact: Shown };
    states.add(seen.fact.state);
  }
  return [...states].toSorted();
}

test('what was drawn is a claim for whoever works with people, and for who wrote it', async () => {
  expect(participants).toHaveLength(2);
  expect(await statesTo(cast.as('Northshire 2', 'auditor'))).toEqual(['claimed', 'waiting']);
  expect(await statesTo(cast.as('Northshire 2', 'verifier'))).toEqual(['claimed', 'waiting']);
  for (const claiming of [
    worker,
    cast.as('Northshire 2', 'case_worker'),
    cast.as('Northshire 2', 'case_worker', 'verifier'),
    // Who wrote it, though they act now with another duty.
    cast.as('Northshire 1', 'commissioner'),
    cast.as('Northshire 1', 'auditor'),
  ]) {
    expect([claiming, await statesTo(claiming)]).toEqual([claiming, ['claimed']]);
  }
});

async function claimed(actor: Actor, ...names: readonly string[]) {
  await act(sendFacts, actor, {
    facts: names.map((participant) => {
      return { id: `w ${participant}`, participant, kind: 'level 2', day: '2027-05-21' };
    }),
  });
}

type Waiting = Readonly<{
  waiting: number;
  claims: readonly Readonly<{ fact: Shown; participant: string }>[];
}>;

const queueOf = async (actor: Actor) => (await act(claims, actor)) as Waiting;

test('what was drawn is still of who claimed it, who goes on to show it', async () => {
  const provider = cast.as('Bright Futures', 'provider_staff');
  await claimed(provider, 'Five');
  await act(drawClaims, cast.as('Northshire 2', 'commissioner'));
  const { claims: all } = await queueOf(cast.as(registrar, 'verifier'));
  const { fact, participant = '' } = all.find(({ fact: { isOwn, recordedBy } }) => {
    return !isOwn && recordedBy === 'provider';
  }) ?? { fact: undefined };
  const ofProvider = (await act(seeClaim, provider, { fact: fact?.id })) as { fact: Shown };
  expect(ofProvider.fact).toMatchObject({ state: 'claimed', isOwn: true, recordedBy: 'provider' });
  const { facts } = (await act(factsOfParticipant, cast.as('Northshire 2', 'commissioner'), {
    participant,
  })) as { facts: readonly Shown[] };
  const stands = facts.find(({ id }) => id === fact?.id);
  expect(stands).toMatchObject({ state: 'waiting', isOwn: false, recordedBy: 'provider' });
});

test('a verifier is neither listed what they wrote, nor told how many, nor by what is asked', async () => {
  const other = cast.as(registrar, 'verifier');
  const before = (await queueOf(other)).waiting;
  const writer = cast.as('Northshire 1', 'case_worker', 'verifier');
  await claimed(writer, 'Six', 'Seven', 'Eight');
  await act(drawClaims, cast.as('Northshire 2', 'commissioner'));
  const listed = await queueOf(other);
  // Half of three, rounded up.
  expect(listed.waiting).toBe(before + 2);
  const own = await queueOf(writer);
  // Of those drawn first, they wrote all but that of the provider.
  expect([own.waiting, own.claims.map(({ fact }) => fact.recordedBy)]).toEqual([1, ['provider']]);
  const asked = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query<{ id: string }>(
      `select id from fact where programme = $1 and state in ('waiting', 'not selected')
        and sender = $2 and provider is null`,
      [programme, cast.organisation('Northshire')],
    ),
  );
  expect(asked.rows.length).toBeGreaterThan(4);
  for (const { id: fact } of asked.rows) {
    const input = { programme, fact, reason: 'nothing shown' };
    const answer = await perform(service, askEvidence, { actor: writer, input });
    expect(codesOf(answer)).toEqual(['claim.written_by_verifier fact']);
  }
});

test('nor is a provider told by why a line of its own is so', async () => {
  setDay('2027-07-01');
  const asAt = '2027-06-30';
  const prepared = (await act(prepareSettlement, cast.as('Northshire 1', 'finance_preparer'), {
    asAt,
    knownAt: asAt,
  })) as Readonly<{ settlement: string; resultHash: string }>;
  const { settlement, resultHash } = prepared;
  const approver = cast.as('Northshire 2', 'finance_approver');
  await act(approveSettlement, approver, { settlement, resultHash });
  const actor = cast.as('Bright Futures', 'provider_finance');
  const { lines } = (await act(listOfLines, actor, { settlement })) as Lines;
  const qualified = lines.filter(({ outcome }) => outcome === 'Qualified');
  // Those drawn count as verified where nobody decides; the others wait.
  expect(qualified).toHaveLength(people.length);
  for (const { line } of qualified) {
    const why = await act(explainOwnLine, actor, { settlement, line });
    expect(why).toMatchObject({ facts: [{ kind: 'attached' }, { state: 'claimed' }] });
    expect(JSON.stringify(why)).not.toMatch(/"waiting"|was waiting|not selected/);
  }
  // Nor is who wrote them, who acts now with another duty, by what is said or given of all.
  const codesTo = async (action: Action, asking: Actor, input: object) =>
    codesOf(await perform(service, action, { actor: asking, input: { programme, ...input } }));
  const refused = ['draw.of_own_claims'];
  const [line] = qualified;
  const recipient = 'National auditor';
  for (const [one, codes] of [
    [cast.as('Northshire 1', 'auditor'), refused],
    [cast.as('Northshire 1', 'commissioner'), refused],
    [cast.as('Northshire 2', 'auditor'), []],
  ] as const) {
    const participant = line?.participant;
    expect(await codesTo(explainLineOf, one, { settlement, line: line?.line })).toEqual(codes);
    expect(await codesTo(explainParticipantOf, one, { settlement, participant })).toEqual(codes);
    expect(await codesTo(makeSettlementBundle, one, { settlement, recipient })).toEqual(codes);
    expect(await codesTo(requestBundle, one, { settlement, recipient })).toEqual(codes);
  }
});

test('draws with claims that somebody wrote are not told to them', async () => {
  type Draws = Readonly<{ withheld: number; draws: readonly unknown[] }>;
  const all = (await act(draws, cast.as('Northshire 2', 'auditor'))) as Draws;
  expect([all.withheld, all.draws.length]).toEqual([0, 3]);
  const own = (await act(draws, cast.as('Northshire 1', 'auditor'))) as Draws;
  // One of them holds the claim of a provider alone.
  expect([own.withheld, own.draws.length]).toEqual([2, 1]);
});

test('what a colleague corrected is still of who wrote it first', async () => {
  const corrects = { kind: 'level 2', participant: 'Nine', day: '2027-05-22' };
  await act(sendFacts, worker, { facts: [{ ...corrects, id: 'n 1' }] });
  const colleague = cast.as('Northshire 2', 'case_worker');
  await act(sendFacts, colleague, {
    facts: [{ ...corrects, id: 'n 2', day: '2027-05-23', replaces: 'n 1' }],
  });
  await act(drawClaims, cast.as('Northshire 2', 'commissioner'));
  const { rows } = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query<{ participant: string }>(
      'select participant from fact where programme = $1 order by number desc limit 1',
      [programme],
    ),
  );
  const participant = rows[0]?.participant;
  const states = async (actor: Actor) => {
    const { facts } = (await act(factsOfParticipant, actor, { participant })) as {
      facts: readonly Shown[];
    };
    return facts.filter(({ isReplaced }) => !isReplaced).map(({ state }) => state);
  };
  expect(await states(cast.as('Northshire 1', 'auditor'))).toEqual(['claimed']);
  expect(await states(cast.as(registrar, 'verifier'))).toEqual(['waiting']);
});
