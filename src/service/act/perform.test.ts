import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import { anOrganisation, signedInAs } from '../../../test/support/made-organisations.ts';
import { atTables } from '../../../test/support/made-workers.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { listEntries } from '../../store/index.ts';
import { action } from './action.ts';
import { perform } from './perform.ts';

const { service } = await aService(await aStore());
const { email, organisation } = await anOrganisation(service, { name: 'North' });
const actor = await signedInAs(service, email);

const nothing = Type.Object({}, { additionalProperties: false });

test('what fails after a change is kept is told, and the change is answered', async () => {
  const forgetful = action({
    name: 'organisations.forget',
    kind: 'change',
    who: 'signed in',
    summary: 'Changes something, and fails to clear up after it.',
    input: nothing,
    output: Type.String(),
    run: async ({ afterwards }) => {
      afterwards(async () => {
        throw new Error('the disk is full');
      });
      return { ok: true, value: 'changed' };
    },
  });
  const told: unknown[] = [];
  const telling = { ...service, tellFault: (...said: unknown[]) => told.push(said) };
  const asked = { actor, input: {}, onceKey: 'the first key' };
  const once = await perform(telling, forgetful, asked);
  expect(once).toEqual({ ok: true, value: 'changed' });
  expect(told).toEqual([[new Error('the disk is full'), 'after organisations.forget']]);
  expect(await perform(telling, forgetful, asked)).toEqual(once);
  const entries = await service.store.read({ reach: 'upkeep' }, async (tx) =>
    listEntries(tx, { chain: organisation, most: 100 }),
  );
  expect(entries.filter(({ act }) => act === forgetful.name)).toHaveLength(1);
});

test('to whoever has no part in it there is no programme, whatever else they sent', async () => {
  const naming = action({
    name: 'organisations.name_it',
    kind: 'change',
    who: 'signed in',
    parts: ['commissioner'],
    summary: 'Asks for a name.',
    input: Type.Object({ programme: Type.String(), name: Type.String() }),
    output: Type.Null(),
    run: async () => ({ ok: true, value: null }),
  });
  for (const programme of [randomUUID(), 'no reference']) {
    for (const rest of [{}, { name: 'One' }]) {
      const done = await perform(service, naming, { actor, input: { programme, ...rest } });
      expect(done).toMatchObject({ ok: false, problems: [{ code: 'programme.not_there' }] });
    }
  }
});

test('a duty that was taken in mid request is told, and nothing of the request is kept', async () => {
  const { account } = actor;
  const giving = (who: 'signed in' | readonly ['administrator']) =>
    action({
      name: 'organisations.give_all',
      kind: 'change',
      who,
      summary: 'Gives a duty, as administrators may.',
      input: nothing,
      output: Type.Null(),
      run: async ({ tx, note }) => {
        note({ about: { given: true } });
        await tx.client.query(
          `insert into duty (organisation, account, duty, given_at)
            values ($1, $2, 'auditor', now())`,
          [organisation, account],
        );
        return { ok: true, value: null };
      },
    });
  const held = () =>
    atTables(
      service.store,
      async (client) =>
        (await client.query('select duty from duty where account = $1', [account])).rows,
    );
  const before = await held();
  await atTables(service.store, async (client) =>
    client.query(`delete from duty where account = $1 and duty = 'administrator'`, [account]),
  );
  const asked = { actor, input: {}, onceKey: 'a key for duties' };
  const refused = await perform(service, giving(['administrator']), asked);
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'access.without_duty' }] });
  // Where nothing was taken that the action asks for, it is a fault of ours.
  await expect(perform(service, giving('signed in'), asked)).rejects.toThrow('row-level security');
  expect(before).toContainEqual({ duty: 'administrator' });
  expect(await held()).toEqual(before.filter(({ duty }) => duty !== 'administrator'));
  const entries = await service.store.read({ reach: 'upkeep' }, async (tx) =>
    listEntries(tx, { chain: organisation, most: 100 }),
  );
  expect(entries.filter(({ act }) => act === 'organisations.give_all')).toEqual([]);
});
