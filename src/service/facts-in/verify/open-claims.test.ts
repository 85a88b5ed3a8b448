import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aCast, aService, got } from '../../../../test/support/made-facts.ts';
import { atTables } from '../../../../test/support/made-workers.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import type { Actor } from '../../access/index.ts';
import { type Action, perform } from '../../act/index.ts';
import type { FactCells } from '../add-facts.ts';
import { sendFacts } from '../send-facts.ts';
import { decideFact } from './decide-fact.ts';
import { claims } from './list-claims.ts';

const store = await aStore();
const { service } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const cast = await aCast(store, page, { Northshire: 'commissioner', Bright: 'provider' });
const { programme } = cast;

const act = async (actor: Actor, action: Action, input: object = {}) =>
  got(await perform(service, action, { actor, input: { programme, ...input } }));

const claim = (id: string, more: FactCells = {}): FactCells => {
  return { id, kind: 'level 2', participant: 'Sam', day: '2027-05-20', ...more };
};

// What the table of open claims follows from, and what is in it.
async function both(): Promise<readonly unknown[]> {
  return atTables(store, async (client) => {
    const { rows } = await client.query(
      `select (select array_agg(fact order by number) from open_claim) as kept,
        (select array_agg(id order by number) from fact
          where state in ('claimed', 'waiting') and not exists (select from fact later
            where later.programme = fact.programme and later.replaces = fact.id)) as standing`,
    );
    const [{ kept, standing }] = rows as [{ kept: string[] | null; standing: string[] | null }];
    expect(kept).toEqual(standing);
    return kept ?? [];
  });
}

test('claims that stand are those that no other has replaced, however they came', async () => {
  const provider = cast.as('Bright', 'provider_staff');
  const send = async (...facts: FactCells[]) => act(provider, sendFacts, { facts });
  await send(claim('a'), claim('b'), claim('c'));
  expect(await both()).toHaveLength(3);
  // A correction is a claim, too, and may come with what it corrects, before it or after.
  await send(claim('d', { replaces: 'a', day: '2027-05-21' }));
  await send(claim('f', { replaces: 'e' }), claim('e'), claim('g'), claim('h', { replaces: 'g' }));
  expect(await both()).toHaveLength(5);
  const verifier = cast.as('Northshire', 'verifier');
  const listed = async () =>
    (await act(verifier, claims)) as { waiting: number; claims: { fact: { id: string } }[] };
  const { claims: found, waiting } = await listed();
  expect(waiting).toBe(5);
  const [first, second, third] = found.map(({ fact }) => fact.id);
  await act(verifier, decideFact, { fact: first, finding: 'verified' });
  const reason = 'nothing shown';
  await act(verifier, decideFact, { fact: third, finding: 'rejected', reason });
  const left = await both();
  expect(left).toHaveLength(3);
  expect((await listed()).claims.map(({ fact }) => fact.id)).toEqual(left);
  expect(left[0]).toBe(second);
});
