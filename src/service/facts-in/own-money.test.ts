import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { aCast, aService, codesOf, got, registrar } from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Actor } from '../access/index.ts';
import { perform } from '../act/index.ts';
import { claims, decideFact, writeFact } from './index.ts';

const store = await aStore();
const { service } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const cast = await aCast(store, page, {
  Northshire: 'commissioner',
  'Bright Futures': 'provider',
  Agency: 'referrer',
});
const team = `insert into outturn.party values ($1, $2, 'provider', 'Northshire', now())`;
const owner = new pg.Client(store.owner);
await owner.connect();
await owner.query(team, [cast.programme, cast.organisation('Northshire')]);
await owner.end();

const provider = 'Bright Futures';
const day = '2027-05-20';

async function written(name: string, fact: object) {
  const actor = cast.as(name, 'provider_staff', 'provider_finance');
  const input = { programme: cast.programme, fact };
  return codesOf(await perform(service, writeFact, { actor, input }));
}

test('nobody says of itself what it is paid by', async () => {
  const facts = [
    { kind: 'adjustment', provider, value: '120', day },
    { kind: 'discount', provider, value: '0.05', day },
    { kind: 'agreed', provider, value: '5', day, about: 'Settled' },
    { kind: 'joined', provider, day },
    { kind: 'bound', provider, value: '1', day },
    { kind: 'left', provider, day },
    { kind: 'released', provider, day, participant: 'Case 1', about: 'Settled' },
  ];
  for (const fact of facts) {
    for (const name of ['Bright Futures', 'Agency']) {
      expect([fact.kind, await written(name, fact)]).toEqual([
        fact.kind,
        ['fact.not_yours 1 kind'],
      ]);
    }
  }
  expect(await written('Northshire', facts[0] ?? {})).toEqual([]);
  const bound = { kind: 'bound', provider, value: '1', day };
  expect(await written('Northshire', bound)).toEqual(['fact.not_yours 1 kind']);
});

test('a commissioner that delivers too decides upon nothing that its own team is paid for', async () => {
  const fact = { kind: 'level 2', participant: 'Case 2', day, source: 'the awarding body' };
  expect(await written('Agency', { ...fact, provider: 'Northshire' })).toEqual([]);
  const { programme } = cast;
  const actor = cast.as('Northshire', 'verifier');
  const listedTo = async (verifier: Actor) =>
    got(await perform(service, claims, { actor: verifier, input: { programme } }));
  expect(await listedTo(actor)).toMatchObject({ waiting: 0, claims: [] });
  const { claims: all } = await listedTo(cast.as(registrar, 'verifier'));
  const input = { programme, fact: all[0]?.fact.id, finding: 'verified' };
  expect(codesOf(await perform(service, decideFact, { actor, input }))).toEqual([
    'claim.of_own_provider fact',
  ]);
});
