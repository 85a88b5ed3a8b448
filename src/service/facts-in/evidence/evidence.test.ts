import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { aCast, aService, type Cast, codesOf, got } from '../../../../test/support/made-facts.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import type { Actor } from '../../access/index.ts';
import { type Action, perform } from '../../act/index.ts';
import { sendFacts } from '../send-facts.ts';
import { decideFact } from '../verify/decide-fact.ts';
import { drawClaims } from '../verify/draw-claims.ts';
import { claims } from '../verify/list-claims.ts';
import { askEvidence } from './ask-evidence.ts';
import { attachEvidence } from './attach-evidence.ts';
import { evidenceAsked, seeClaim } from './see-claim.ts';

const store = await aStore();
const { service, setDay } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const sentence = "- Every fact and claim is verified by the council's care leaving team.";
const sampled = page.replace(
  sentence,
  `${sentence}\n- 100% of claims are checked, drawn at random.`,
);
const parts = {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  'Harbour House': 'provider',
} as const;

type Listed = {
  claims: {
    fact: { id: string };
    decideBy?: string;
    daysLeft?: number;
    isDeemed: boolean;
    asked?: { reason: string };
    evidence: unknown[];
  }[];
};

let whole: Cast;
let drawn: Cast;
beforeAll(async () => {
  whole = await aCast(store, page, parts);
  drawn = await aCast(store, sampled, parts);
});

async function act(cast: Cast, action: Action, actor: Actor, input: object = {}) {
  return perform(service, action, { actor, input: { programme: cast.programme, ...input } });
}

const provider = (cast: Cast) => cast.as('Bright Futures', 'provider_staff');
const verifier = (cast: Cast) => cast.as('Northshire 1', 'verifier');

async function claimed(cast: Cast, id: string): Promise<void> {
  const facts = [{ id, kind: 'level 2', participant: `P${id}`, day: '2027-05-20' }];
  got(await act(cast, sendFacts, provider(cast), { facts }));
}

async function first(cast: Cast) {
  const [claim] = (got(await act(cast, claims, verifier(cast))) as Listed).claims;
  if (claim === undefined) throw new Error('nothing waits');
  return claim;
}

const upload = (file: string) => ({
  upload: `00000000-0000-4000-8000-0000000000${file.repeat(2)}`,
  file: file.repeat(64),
  fileType: 'pdf',
  fileBytes: 20,
});

test('a claim says by which day it is decided, and what comes of it if nobody does', async () => {
  setDay('2027-06-01');
  await claimed(whole, 'a');
  // 15 working days from the day after 1 June 2027.
  expect(await first(whole)).toMatchObject({
    decideBy: '2027-06-22',
    daysLeft: 21,
    isDeemed: true,
  });
  setDay('2027-06-24');
  expect((await first(whole)).daysLeft).toBe(-2);
  setDay('2027-06-01');
});

test('a verifier asks for more once, who claimed it is told, and its file answers', async () => {
  const { fact } = await first(whole);
  const ask = { fact: fact.id, reason: 'nothing shown' };
  expect(codesOf(await act(whole, askEvidence, verifier(whole), { fact: fact.id }))).toEqual([
    'evidence.reason_missing ask',
  ]);
  got(await act(whole, askEvidence, verifier(whole), ask));
  expect(codesOf(await act(whole, askEvidence, verifier(whole), ask))).toEqual([
    'evidence.asked_already ask',
  ]);
  expect((await first(whole)).asked).toMatchObject({ reason: 'nothing shown' });
  const told = async (name: string) =>
    (got(await act(whole, evidenceAsked, whole.as(name, 'provider_staff'))) as Listed).claims;
  expect((await told('Bright Futures')).map((each) => each.fact.id)).toEqual([fact.id]);
  expect(await told('Harbour House')).toEqual([]);
  setDay('2027-06-02');
  got(await act(whole, attachEvidence, provider(whole), { fact: fact.id, ...upload('a') }));
  expect(await told('Bright Futures')).toEqual([]);
  const answered = await first(whole);
  expect(answered.asked).toBeUndefined();
  expect(answered.evidence).toHaveLength(1);
  const seen = got(await act(whole, seeClaim, provider(whole), { fact: fact.id }));
  expect(seen).toMatchObject({ isWaiting: true, shown: [{ type: 'pdf', bytes: 20 }] });
});

test('nobody sees or is asked about a claim of another provider', async () => {
  const { fact } = await first(whole);
  const other = whole.as('Harbour House', 'provider_staff');
  expect(codesOf(await act(whole, seeClaim, other, { fact: fact.id }))).toEqual([
    'claim.not_there fact',
  ]);
  expect(
    codesOf(await act(whole, attachEvidence, other, { fact: fact.id, ...upload('b') })),
  ).toEqual(['claim.not_there fact']);
});

test('nothing more is asked of a fact that is decided', async () => {
  const { fact } = await first(whole);
  const finding = { fact: fact.id, finding: 'verified' };
  got(await act(whole, decideFact, verifier(whole), finding));
  const ask = { fact: fact.id, reason: 'unreadable' };
  expect(codesOf(await act(whole, askEvidence, verifier(whole), ask))).toEqual([
    'claim.decided_meanwhile fact',
  ]);
});

test('a claim that was drawn keeps what shows it, and who claimed it is asked', async () => {
  await claimed(drawn, 'd');
  const ids = async () =>
    store.within({ reach: 'upkeep' }, async (tx) => {
      const found = await tx.client.query('select id from fact where programme = $1', [
        drawn.programme,
      ]);
      return { ok: true, value: found.rows.map(({ id }: { id: string }) => id) };
    });
  const [claim] = got(await ids());
  got(await act(drawn, attachEvidence, provider(drawn), { fact: claim, ...upload('c') }));
  got(await act(drawn, drawClaims, drawn.as('Northshire 2', 'commissioner')));
  const waiting = await first(drawn);
  expect(waiting.fact.id).not.toBe(claim);
  expect(waiting.evidence).toHaveLength(1);
  const ask = { fact: waiting.fact.id, reason: 'other day' };
  got(await act(drawn, askEvidence, verifier(drawn), ask));
  const told = got(await act(drawn, evidenceAsked, provider(drawn))) as Listed;
  expect(told.claims).toHaveLength(1);
});
