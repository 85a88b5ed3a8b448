// The same asked for twice, at once, by one or by several, on connections of their own: one result.
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/service/access/index.ts';
import { type Action, perform } from '../../src/service/act/index.ts';
import { decideFact, sendFacts } from '../../src/service/facts-in/index.ts';
import { approveSettlement, prepareSettlement } from '../../src/service/money/index.ts';
import { beginProgramme, publishPage, putForward } from '../../src/service/programmes/index.ts';
import { verifyRecord } from '../../src/service/record/index.ts';
import { aService, type Cast, codesOf, got } from '../support/made-facts.ts';
import { aStaff, northshire, type Staff } from '../support/made-programmes.ts';
import type { Stage } from '../support/made-settlements.ts';
import { playNorthshire } from '../support/northshire.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');
const council = 'Northshire Council';
let cast: Cast;
let stage: Stage;
let staff: Staff;

beforeAll(async () => {
  const play = { settledOn: [], thenBy: '2027-08-31' };
  ({ stage } = await playNorthshire({ store, service, setDay }, play));
  ({ cast } = stage);
  staff = await aStaff(service, 'Westmoor Council');
});

type Asking = Readonly<{ actor: Actor; input: unknown; onceKey?: string }>;

/** Several at once; each on a connection of its own. */
async function atOnce(action: Action, asked: readonly Asking[]) {
  return Promise.all(asked.map(async (each) => perform(service, action, each)));
}

function succeeded(results: Awaited<ReturnType<typeof atOnce>>) {
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

async function countOf(text: string, values: readonly unknown[]): Promise<number> {
  const client = new pg.Client(store.owner);
  await client.connect();
  const { rowCount } = await client.query(text, [...values]);
  await client.end();
  return rowCount ?? 0;
}

test('a double click, whatever waits for whom, is one programme and one answer', async () => {
  const actor = await staff.as('commissioner');
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.boolean(), async (clicks, hasPause) => {
      run += 1;
      const name = `Double ${run}`;
      const asked = { actor, input: { name, text: northshire }, onceKey: `double-${run}` };
      const one = perform(service, beginProgramme, asked);
      if (hasPause) await new Promise((next) => setTimeout(next, run));
      const others = await atOnce(
        beginProgramme,
        Array.from({ length: clicks }, () => asked),
      );
      const answers = new Set([await one, ...others].map((result) => canonicalize(got(result))));
      expect(answers.size).toBe(1);
      const text = 'select from outturn.programme where name = $1';
      expect(await countOf(text, [name])).toBe(1);
    }),
    { numRuns: 8 },
  );
});

test('one key for two things is one thing, and the other is told so', async () => {
  const actor = await staff.as('commissioner');
  const results = await atOnce(
    beginProgramme,
    ['Tab one', 'Tab two'].map((name) => ({
      actor,
      input: { name, text: northshire },
      onceKey: 'one-key-for-both',
    })),
  );
  expect(succeeded(results)).toHaveLength(1);
  expect(results.flatMap(codesOf)).toEqual(['once.used_otherwise Idempotency-Key']);
});

test('the same facts sent several times at once come in once, with a key and without', async () => {
  const actor = cast.as(council, 'case_worker');
  const facts = ['1', '2', '3'].map((at) => ({
    id: `twice-${at}`,
    kind: 'referred',
    participant: `Twice ${at}`,
    day: '2027-08-30',
  }));
  const asked = { actor, input: { programme: cast.programme, facts } };
  const before = await countOf('select from outturn.fact', []);
  const keyed = { ...asked, onceKey: 'facts-sent-twice' };
  const results = await atOnce(sendFacts, [asked, keyed, asked, keyed, asked]);
  const codes = new Set(results.flatMap(codesOf));
  expect([...codes].filter((code) => code !== 'facts.sent_at_once')).toEqual([]);
  const again = got(await perform(service, sendFacts, asked));
  expect(again).toMatchObject({ added: 0, sentBefore: 3 });
  expect(await countOf('select from outturn.fact', [])).toBe(before + 3);
});

test('two who publish at once publish one version', async () => {
  const commissioner = await staff.as('commissioner');
  const publisher = await staff.as('publisher');
  const begun = { name: 'Published by two', text: northshire };
  const { programme } = got(
    await perform(service, beginProgramme, { actor: commissioner, input: begun }),
  );
  const forward = { actor: commissioner, input: { programme, revision: 1 } };
  const put = succeeded(await atOnce(putForward, [forward, forward, forward]));
  expect(put).toHaveLength(1);
  const [{ number, pageHash }] = put as [{ number: number; pageHash: string }];
  const input = { programme, number, pageHash };
  const published = await atOnce(publishPage, [
    { actor: publisher, input },
    { actor: publisher, input },
    { actor: publisher, input },
  ]);
  expect(succeeded(published)).toHaveLength(1);
  const text = "select from outturn.page_version where programme = $1 and state = 'published'";
  expect(await countOf(text, [programme])).toBe(1);
});

test('several who prepare and approve at once leave one settlement approved', async () => {
  const preparers = [1, 2].map((at) => cast.as(`${council} ${at}`, 'finance_preparer'));
  const days = { programme: cast.programme, asAt: '2027-08-31', knownAt: '2027-08-31' };
  const prepared = await atOnce(
    prepareSettlement,
    [...preparers, ...preparers].map((actor) => ({ actor, input: days })),
  );
  const [made, ...others] = succeeded(prepared) as { settlement: string; resultHash: string }[];
  expect(others).toEqual([]);
  expect(new Set(prepared.flatMap(codesOf))).toEqual(new Set(['settlement.other_waits']));
  const { settlement = '', resultHash = '' } = made ?? {};
  const input = { programme: cast.programme, settlement, resultHash };
  const approvers = [1, 2].map((at) => cast.as(`${council} ${at}`, 'finance_approver'));
  const approved = await atOnce(
    approveSettlement,
    [...approvers, ...approvers].map((actor) => ({ actor, input })),
  );
  expect(succeeded(approved)).toHaveLength(1);
  const text = "select from outturn.settlement where state = 'approved' and programme = $1";
  expect(await countOf(text, [cast.programme])).toBe(1);
});

test('two verifiers who decide one claim at once decide it once', async () => {
  const provider = cast.as('Bright Futures', 'provider_staff');
  const claimed = { id: 'claimed-1', kind: 'referred', participant: 'Claimed', day: '2027-08-30' };
  const facts = [{ ...claimed, provider: 'Bright Futures', state: 'claimed' }];
  const input = { programme: cast.programme, facts };
  const { arrival } = got(await perform(service, sendFacts, { actor: provider, input }));
  const client = new pg.Client(store.owner);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    'select id from outturn.fact where arrival = $1',
    [arrival],
  );
  await client.end();
  const decided = { programme: cast.programme, fact: rows[0]?.id, finding: 'verified' };
  const verifiers = [1, 2].map((at) => cast.as(`${council} ${at}`, 'verifier'));
  const results = await atOnce(
    decideFact,
    verifiers.map((actor) => ({ actor, input: decided })),
  );
  expect([succeeded(results).length, results.flatMap(codesOf).length]).toEqual([1, 1]);
  const text = 'select from outturn.fact where replaces = $1';
  expect(await countOf(text, [rows[0]?.id])).toBe(1);
});

test('after all that every chain holds', async () => {
  const actor = cast.as(council, 'auditor');
  const input = { chain: cast.programme };
  expect((await perform(service, verifyRecord, { actor, input })).ok).toBe(true);
});
