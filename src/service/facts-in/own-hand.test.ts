// Who writes a fact cannot verify it: docs/decisions/0023.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import {
  aCast,
  anUpload,
  aService,
  codesOf,
  got,
  registrar,
} from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Actor, Duty } from '../access/index.ts';
import { type Action, perform } from '../act/index.ts';
import { claims, decideFact, fileOfFacts, loadFileJob, sendFacts, sendFile } from './index.ts';

const store = await aStore();
const { service } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const cast = await aCast(store, page, {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  Agency: 'referrer',
});
const { programme } = cast;
const everybody: readonly (readonly [string, Duty])[] = [
  ['Bright Futures', 'provider_staff'],
  ['Northshire', 'case_worker'],
  ['Northshire', 'commissioner'],
  ['Northshire', 'verifier'],
  ['Agency', 'case_worker'],
];

async function act(action: Action, actor: Actor, input: object) {
  return perform(service, action, { actor, input: { programme, ...input } });
}

function learnt(more: object = {}) {
  const id = randomUUID();
  return { id, kind: 'level 2', participant: `P ${id}`, day: '2027-05-20', ...more };
}

type Listed = Readonly<{ claims: readonly Readonly<{ fact: Readonly<{ id: string }> }>[] }>;

async function waiting(): Promise<readonly string[]> {
  const verifier = cast.as(`${registrar} 2`, 'verifier');
  const found = got(await act(claims, verifier, { most: 200 })) as Listed;
  return found.claims.map(({ fact }) => fact.id);
}

async function statesOf(arrival: string): Promise<readonly string[]> {
  const { rows } = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select state from fact where arrival = $1 order by number', [arrival]),
  );
  return rows.map(({ state }) => state as string);
}

async function sent(actor: Actor, ...facts: readonly object[]) {
  const { arrival } = got(await act(sendFacts, actor, { facts })) as { arrival: string };
  return statesOf(arrival);
}

const decide = async (actor: Actor, fact: string | undefined) =>
  codesOf(await act(decideFact, actor, { fact, finding: 'verified' }));

// Nothing waits when the next begins.
afterEach(async () => {
  const here = cast.as(`${registrar} 2`, 'verifier');
  for (const fact of await waiting()) {
    got(await act(decideFact, here, { fact, finding: 'verified' }));
  }
});

test('what a page has verified is a claim, whoever says it and whatever state they give it', async () => {
  for (const [name, duty] of everybody) {
    const actor = cast.as(name, duty);
    const facts = [learnt(), learnt({ state: 'verified' })];
    expect([name, duty, await sent(actor, ...facts)]).toEqual([name, duty, ['claimed', 'claimed']]);
    for (const state of ['rejected', 'not selected']) {
      const asked = await act(sendFacts, actor, { facts: [learnt({ state })] });
      expect(codesOf(asked)).toEqual(['fact.state_of_verifier 1 state']);
    }
  }
});

test('who came is no claim, and is taken from case workers as it was', async () => {
  const came = { kind: 'attached', group: 'leaving', provider: 'Bright Futures' };
  const worker = cast.as('Northshire', 'case_worker');
  expect(await sent(worker, learnt(came))).toEqual(['verified']);
});

test('a verifier that is nothing else here records what it has found', async () => {
  expect(await sent(cast.as(registrar, 'verifier'), learnt())).toEqual(['verified']);
  // Somebody of the same organisation who is no verifier claims as others do.
  expect(await sent(cast.as(registrar, 'case_worker'), learnt())).toEqual(['claimed']);
});

test('what a verifier has sent is known again when a colleague who is none sends it', async () => {
  const verifier = cast.as(`${registrar} 2`, 'verifier');
  const colleague = cast.as(registrar, 'case_worker');
  const facts = [learnt(), learnt({ state: 'verified' }), learnt()];
  got(await act(sendFacts, verifier, { facts }));
  const again = await act(sendFacts, colleague, { facts });
  expect(got(again)).toMatchObject({ added: 0, sentBefore: 3 });
  // Where the colleague was the first it is a claim, which the verifier decides upon by itself.
  const first = learnt();
  expect(await sent(colleague, first)).toEqual(['claimed']);
  expect(got(await act(sendFacts, verifier, { facts: [first] }))).toMatchObject({ sentBefore: 1 });
  const found = [learnt({ state: 'rejected' }), learnt({ state: 'rejected' }), learnt()];
  got(await act(sendFacts, verifier, { facts: found }));
  expect(codesOf(await act(sendFacts, colleague, { facts: found }))).toEqual([
    'fact.state_of_verifier 1 state',
  ]);
});

test('nobody decides upon what they wrote, by whatever token or file, or for whomever they act', async () => {
  const writer = cast.as('Northshire 1', 'case_worker', 'verifier');
  const by = { way: 'token', scopes: ['facts:change', 'facts:read'] } as const;
  await sent({ ...writer, by } as Actor, learnt());
  const [claim] = await waiting();
  const elsewhere = { id: cast.organisation(registrar), name: registrar };
  expect(await decide(writer, claim)).toEqual(['claim.written_by_verifier fact']);
  const moved = { ...writer, organisation: elsewhere, duties: ['verifier'] } as Actor;
  expect(await decide(moved, claim)).toEqual(['claim.written_by_verifier fact']);
  const file = await anUpload(service, `id,kind,participant,day\nf1,level 2,F1,2027-05-20\n`);
  const { import: id } = got(await act(sendFile, writer, file)) as { import: string };
  await loadFileJob(service, { programme, import: id });
  expect(got(await act(fileOfFacts, writer, { import: id }))).toMatchObject({ added: 1 });
  const ofFile = (await waiting()).find((each) => each !== claim);
  expect(await decide(writer, ofFile)).toEqual(['claim.written_by_verifier fact']);
});

test('nor upon what a colleague has put in its place', async () => {
  const one = cast.as('Northshire 1', 'case_worker', 'verifier');
  const two = cast.as('Northshire 2', 'case_worker', 'verifier');
  const first = learnt();
  await sent(one, first);
  const corrected = { ...first, id: randomUUID(), day: '2027-05-21', replaces: first.id };
  expect(await sent(two, corrected)).toEqual(['claimed']);
  const [claim] = await waiting();
  for (const writer of [one, two]) {
    expect(await decide(writer, claim)).toEqual(['claim.written_by_verifier fact']);
  }
});

test('a finding that its writer sends anew is a claim again', async () => {
  const one = cast.as('Northshire 1', 'case_worker');
  const first = learnt();
  await sent(one, first);
  const [claim] = await waiting();
  expect(await decide(cast.as('Northshire 2', 'verifier'), claim)).toEqual([]);
  const finding = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select id from fact where replaces = $1', [claim]),
  );
  const again = { ...first, id: randomUUID(), replaces: finding.rows[0]?.id, state: 'verified' };
  expect(await sent(one, again)).toEqual(['claimed']);
});

test('rows of a file are mended by who sent it', async () => {
  const one = cast.as('Northshire 1', 'case_worker');
  const two = cast.as('Northshire 2', 'case_worker', 'verifier');
  const text = 'id,kind,participant,day\nm1,level 2,M1,2027-05-20\nm2,level two,M2,2027-05-20\n';
  const { import: id } = got(await act(sendFile, one, await anUpload(service, text))) as {
    import: string;
  };
  await loadFileJob(service, { programme, import: id });
  const rows = text.replace('m1,level 2,M1,2027-05-20\n', '').replace('level two', 'level 2');
  const mended = { ...(await anUpload(service, rows)), mends: id };
  expect(codesOf(await act(sendFile, two, mended))).toEqual(['facts_file.mended_by_other import']);
  const again = got(await act(sendFile, one, mended)) as { import: string };
  await loadFileJob(service, { programme, import: again.import });
  const asked = { import: again.import };
  expect(got(await act(fileOfFacts, one, asked))).toMatchObject({ added: 2 });
});

test('a provider that has left decides upon nothing that it claimed', async () => {
  await sent(cast.as('Bright Futures', 'provider_staff'), learnt());
  const [claim] = await waiting();
  const here = [programme, cast.organisation('Bright Futures')];
  await store.read({ reach: 'upkeep' }, async ({ client }) => {
    await client.query(
      'update party set left_at = now() where programme = $1 and organisation = $2',
      here,
    );
    const verifies = `insert into party values ($1, $2, 'verifier', 'Bright Futures', now())`;
    await client.query(verifies, here);
  });
  const other = cast.as('Bright Futures 2', 'verifier');
  expect(await decide(other, claim)).toEqual(['claim.of_own_provider fact']);
  expect(await sent(other, learnt())).toEqual(['claimed']);
});
