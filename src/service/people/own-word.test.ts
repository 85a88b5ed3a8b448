// Nobody is paid for people by its own word alone, and nobody is referred whom no money is left for.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aCast, aService, codesOf, got } from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Actor } from '../access/index.ts';
import { type Action, perform } from '../act/index.ts';
import { claims, decideFact, factsOfParticipant, sendFacts } from '../facts-in/index.ts';
import { attachPerson, referPerson } from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const parties = { Northshire: 'commissioner', 'Bright Futures': 'provider' } as const;
const details = { names: ['Sam Marker-Okoro'], ways: [{ kind: 'text', to: '+44 7700 900123' }] };

async function aStage(text: string) {
  const cast = await aCast(store, text, parties);
  const act = async (action: Action, actor: Actor, input: object) =>
    perform(service, action, { actor, input: { programme: cast.programme, ...input } });
  const worker = cast.as('Northshire', 'case_worker');
  const bright = cast.as('Bright Futures', 'provider_staff');
  const refer = async (actor: Actor, rest: object = {}) =>
    act(referPerson, actor, { provider: 'Bright Futures', way: 'referred', details, ...rest });
  const statesOf = async (participant: string) => {
    const { facts } = got(await act(factsOfParticipant, worker, { participant })) as {
      facts: readonly { kind: string; state: string; id: string }[];
    };
    return facts;
  };
  return { cast, act, worker, bright, refer, statesOf };
}

type Referred = Readonly<{ participant: string; referral: string; waits: boolean }>;

test('who was sent by somebody else counts from the day of the referral on, and not before', async () => {
  const { act, worker, bright, refer, statesOf } = await aStage(page);
  setDay('2027-06-01');
  const sent = got(await refer(worker)) as Referred;
  expect(sent.waits).toBe(false);
  const { referral, participant } = sent;
  const attach = async (day: string) =>
    act(attachPerson, bright, { referral, group: 'leaving', day });
  expect(codesOf(await attach('2027-05-31'))).toEqual(['stay.before_referral day']);
  expect(got(await attach('2027-06-01'))).toEqual({ state: 'attached', waits: false });
  expect((await statesOf(participant)).map(({ state }) => state)).toEqual(['verified', 'verified']);
});

test('who came by the word of the provider alone waits for a verifier', async () => {
  const { cast, act, bright, refer, statesOf } = await aStage(page);
  setDay('2027-06-01');
  const own = got(await refer(bright, { way: 'chosen' })) as Referred;
  expect(own.waits).toBe(true);
  const input = { referral: own.referral, group: 'leaving' };
  expect(got(await act(attachPerson, bright, input))).toEqual({ state: 'attached', waits: true });
  const kept = await statesOf(own.participant);
  expect(kept.map(({ kind, state }) => [kind, state]).toSorted()).toEqual([
    ['attached', 'waiting'],
    ['chosen', 'verified'],
    ['referred', 'waiting'],
  ]);
  const verifier = cast.as('Northshire', 'verifier');
  const waiting = got(await act(claims, verifier, {})) as {
    claims: readonly { fact: { id: string; kind: string } }[];
  };
  const attached = waiting.claims.find(({ fact }) => fact.kind === 'attached');
  const verdict = { fact: attached?.fact.id, finding: 'verified' };
  got(await act(decideFact, verifier, verdict));
  const now = await statesOf(own.participant);
  expect(now.find(({ kind, state }) => kind === 'attached' && state === 'verified')).toBeDefined();
});

test('whoever refers is told of the page’s groups without the amounts in their names', async () => {
  const named = page
    .replaceAll('| leaving ', '| under £9,876 ')
    .replaceAll('as leaving', 'as under £9,876');
  const { worker, refer } = await aStage(named);
  setDay('2027-06-01');
  const refused = await refer(worker, { group: 'under £9,877' });
  expect(codesOf(refused)).toEqual(['fact.group_unknown 1 group']);
  expect(JSON.stringify(refused)).not.toContain('9,87');
});

test('nobody is referred when what attachments reserve leaves no money for one more', async () => {
  const small = page.replace('It may spend £2,250,000 in all.', 'It may spend £5,000 in all.');
  const { act, worker, bright, refer } = await aStage(small);
  setDay('2027-06-01');
  const first = got(await refer(worker)) as Referred;
  got(await refer(worker));
  const refused = await refer(worker);
  expect(codesOf(refused)).toEqual(['referral.reserve_used_up']);
  expect(JSON.stringify(refused)).not.toContain('£');
  got(await act(attachPerson, bright, { referral: first.referral, group: 'leaving' }));
  expect(codesOf(await refer(worker))).toEqual(['referral.reserve_used_up']);
});

test('what is left counts whoever came without a referral as well', async () => {
  const small = page.replace('It may spend £2,250,000 in all.', 'It may spend £5,000 in all.');
  const { act, worker, bright, refer } = await aStage(small);
  setDay('2027-06-01');
  got(await refer(worker));
  const came = { kind: 'attached', provider: 'Bright Futures', group: 'leaving' };
  const facts = [{ ...came, participant: 'Their own 7', day: '2027-06-01' }];
  got(await act(sendFacts, bright, { facts }));
  expect(codesOf(await refer(worker))).toEqual(['referral.reserve_used_up']);
});
