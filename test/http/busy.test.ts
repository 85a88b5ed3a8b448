// What is answered while others have all connections to the database, or it ends a question.
import { expect, test } from 'vitest';
import { notReached, openStore } from '../../src/store/index.ts';
import { rows } from '../../src/store/tx.ts';
import { aService, got } from '../support/made-facts.ts';
import { served } from '../support/served.ts';
import { aMigratedDatabase } from '../support/with-store.ts';

const owner = await aMigratedDatabase();
const store = got(await openStore({ owner, connectionsMax: 1, waitMilliseconds: 2000 }));
const { service } = await aService(store);

test('whoever waits too long for a turn is told so, and when to ask again', async () => {
  const { server } = await served(service);
  const ask = async (url: string) => server.inject({ url, headers: { authorization: 'Bearer x' } });
  const asked = async () =>
    Promise.all([
      ask('/api/programmes'),
      server.inject({ url: '/', headers: { cookie: 'outturn-sign-in=x' } }),
    ]);
  const [program, page] = await store.read({ reach: 'public' }, asked);
  expect(program.statusCode).toBe(503);
  expect(program.headers['retry-after']).toBe('5');
  expect(program.json()).toMatchObject({ problems: [{ code: 'service.busy' }] });
  expect(page.statusCode).toBe(503);
  expect(page.body).toContain('could not answer this in time');
  expect((await ask('/api/programmes')).statusCode).toBe(401);
});

test('a question that the database ends in the middle leaves a connection that answers', async () => {
  const slow = store.read({ reach: 'public' }, async (tx) => {
    await tx.client.query("set local statement_timeout = '20ms'");
    return rows(tx, 'select pg_sleep(5)');
  });
  const error: unknown = await slow.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(notReached(error)).toBe('busy');
  const [found] = await store.read({ reach: 'public' }, async (tx) => rows(tx, 'select 1 as one'));
  expect(found).toEqual({ one: 1 });
  await store.close();
});
