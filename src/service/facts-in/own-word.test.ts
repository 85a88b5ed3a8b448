// What a provider says of who came to it counts where somebody else has sent them; else it waits.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aCast, aService, got } from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { type Actor, reachOf } from '../access/index.ts';
import { type Action, perform } from '../act/index.ts';
import { referPerson } from '../people/index.ts';
import { claims, decideFact, loadFacts, sendFacts, writeFact } from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const cast = await aCast(store, page, {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  Agency: 'referrer',
});
const bright = cast.as('Bright Futures', 'provider_staff');
const worker = cast.as('Northshire', 'case_worker');
const details = { names: ['Sam Marker-Okoro'], ways: [{ kind: 'text', to: '+44 7700 900123' }] };

async function act(action: Action, actor: Actor, input: object) {
  return perform(service, action, { actor, input: { programme: cast.programme, ...input } });
}

const attached = (participant: string, day: string, id: string) => ({
  id,
  kind: 'attached',
  participant,
  provider: 'Bright Futures',
  group: 'leaving',
  day,
});

async function sent(facts: readonly object[], actor = bright) {
  const taken = got(await act(sendFacts, actor, { facts })) as {
    added: number;
    sentBefore: number;
    warnings: readonly { code: string }[];
  };
  return { ...taken, warnings: taken.warnings.map(({ code }) => code) };
}

/** The states of facts of a kind as they stand in the store, in the order in which they came. */
async function statesOf(kind: string) {
  const { facts } = await store.read(reachOf(worker), async (tx) =>
    got(await loadFacts({ tx, service }, cast.programme)),
  );
  return facts.filter((fact) => fact.kind === kind).map(({ state }) => state);
}

test('an attachment that nobody else has referred waits, and is told', async () => {
  setDay('2027-06-02');
  const facts = [attached('Case 1', '2027-06-01', 'a1'), attached('Case 2', '2027-06-01', 'a2')];
  expect(await sent(facts)).toMatchObject({ added: 2, warnings: ['fact.own_word'] });
  const own = { kind: 'referred', participant: 'Case 3', day: '2027-06-01' };
  const written = await act(writeFact, bright, { fact: { ...own, provider: 'Bright Futures' } });
  expect(got(written)).toMatchObject({ warnings: [{ code: 'fact.own_word' }] });
  expect(await statesOf('attached')).toEqual(['waiting', 'waiting']);
  expect(await statesOf('referred')).toEqual(['waiting']);
});

test('what the commissioner and a referrer send counts as ever', async () => {
  const of = (name: string) => cast.as(name, 'case_worker');
  const fact = (name: string) => [attached(`${name}-case`, '2027-06-01', name)];
  expect(await sent(fact('Northshire'), of('Northshire'))).toMatchObject({ warnings: [] });
  expect(await sent(fact('Agency'), of('Agency'))).toMatchObject({ warnings: [] });
  expect((await statesOf('attached')).filter((state) => state === 'verified')).toHaveLength(2);
});

test('it counts from the day on which somebody else has referred them, and stays what it was', async () => {
  setDay('2027-07-01');
  const refer = { provider: 'Bright Futures', way: 'referred', details };
  const { participant } = got(await act(referPerson, worker, refer)) as { participant: string };
  setDay('2027-07-05');
  const early = [attached(participant, '2027-06-30', 'b1')];
  expect(await sent(early)).toMatchObject({ added: 1, warnings: ['fact.own_word'] });
  const withdrawn = { kind: 'withdrawn', participant, replaces: 'b1', known: '2027-07-05' };
  expect(await sent([{ id: 'b2', ...withdrawn }])).toMatchObject({ warnings: [] });
  const inTime = [attached(participant, '2027-07-02', 'b3')];
  expect(await sent(inTime)).toMatchObject({ added: 1, warnings: [] });
  expect(await sent(inTime)).toMatchObject({ added: 0, sentBefore: 1 });
});

test('a fact is known again whatever referrals there are by then', async () => {
  const again = [attached('Case 1', '2027-06-01', 'a1')];
  expect(await sent(again)).toMatchObject({ added: 0, sentBefore: 1 });
});

test('once a verifier has accepted it, it counts', async () => {
  const verifier = cast.as('Northshire', 'verifier');
  const listed = got(await act(claims, verifier, {})) as {
    claims: readonly { fact: { id: string; kind: string } }[];
  };
  const waiting = listed.claims.find(({ fact }) => fact.kind === 'attached');
  const before = (await statesOf('attached')).filter((state) => state === 'verified').length;
  got(await act(decideFact, verifier, { fact: waiting?.fact.id, finding: 'verified' }));
  const after = (await statesOf('attached')).filter((state) => state === 'verified').length;
  expect(after).toBe(before + 1);
});
