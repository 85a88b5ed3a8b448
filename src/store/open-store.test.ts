import { expect, test } from 'vitest';
import { aMigratedDatabase, aStore } from '../../test/support/with-store.ts';
import { openStore } from './open-store.ts';

const store = await aStore();

test('a role that passes row-level security is not worked under', async () => {
  const owner = await aMigratedDatabase();
  const opened = await openStore({ owner, app: owner });
  expect(opened).toMatchObject({ ok: false, problems: [{ code: 'database.role_unfit' }] });
});

test('a statement that failed and was passed over is never taken for something kept', async () => {
  const done = store.within({ reach: 'public' }, async ({ client }) => {
    await client.query('select 1 / 0').catch(() => {});
    return { ok: true, value: null };
  });
  await expect(done).rejects.toThrow('what went well is kept');
});

test('what is read steadily in several goes is as it stood at the first', async () => {
  const count = 'select count(*) as count from demonstration';
  const upkeep = { reach: 'upkeep' } as const;
  const read = store.within(
    upkeep,
    async ({ client }) => {
      const before = await client.query(count);
      await store.read(upkeep, async (other) =>
        other.client.query(`insert into demonstration values (true, '2027-06-01', true)`),
      );
      const after = await client.query(count);
      return { ok: true, value: [before.rows, after.rows] };
    },
    { isSteady: true },
  );
  expect(await read).toEqual({ ok: true, value: [[{ count: 0n }], [{ count: 0n }]] });
});
