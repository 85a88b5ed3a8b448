import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import {
  anOrganisation,
  got,
  password,
  signedInAs,
  tokenOf,
} from '../../../test/support/made-organisations.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Service } from '../act/index.ts';
import { perform } from '../act/index.ts';
import { signInByPassword } from './by-password.ts';
import { findActor } from './find-actor.ts';
import { isPassword } from './hash-password.ts';

const clock = { now: Date.parse('2027-06-01T09:00:00Z') };
const { service: made } = await aService(await aStore());
const service: Service = { ...made, clock: () => clock.now };

async function tryAs(email: string, typed: string, address = '192.0.2.7') {
  const input = { email, password: typed, address, agent: 'test' };
  const outcome = got(
    await perform(service, signInByPassword, { actor: { kind: 'anyone' }, input }),
  );
  return outcome.state === 'refused' ? outcome.problems.map(({ message }) => message) : [];
}

const notTogether = 'This e-mail address and this password do not go together.';
const wait = (words: string) => `There were too many tries; the next is taken in ${words}.`;

test('whoever founded an organisation signs in and acts for it', async () => {
  const { email, organisation, account } = await anOrganisation(service, { name: 'Alder Trust' });
  const actor = await signedInAs(service, email);
  expect(actor).toMatchObject({
    account,
    organisation: { id: organisation, name: 'Alder Trust' },
    organisations: [{ id: organisation, name: 'Alder Trust' }],
    duties: ['administrator'],
  });
});

test('after five wrong passwords each further try waits twice as long', async () => {
  const { email } = await anOrganisation(service);
  const words: string[] = [];
  for (let tries = 0; tries < 7; tries += 1) words.push(...(await tryAs(email, 'wrong')));
  expect(words).toEqual([...new Array(5).fill(notTogether), wait('a minute'), wait('a minute')]);
  expect(await tryAs(email, password), 'not even the right one').toEqual([wait('a minute')]);
  clock.now += 31_000;
  expect(await tryAs(email, 'wrong')).toEqual([notTogether]);
  clock.now += 31_000;
  expect(await tryAs(email, 'wrong'), 'after half a minute the second time').toEqual([
    wait('a minute'),
  ]);
  clock.now += 30_000;
  expect(await tryAs(email, password)).toEqual([]);
  expect(await tryAs(email, 'wrong'), 'all is forgotten').toEqual([notTogether]);
});

test('an address that has no account is answered in the same words, and waits as well', async () => {
  const { email } = await anOrganisation(service);
  const there: string[] = [];
  const nowhere: string[] = [];
  for (let tries = 0; tries < 7; tries += 1) {
    there.push(...(await tryAs(email, 'wrong', '192.0.2.8')));
    nowhere.push(...(await tryAs('nobody@example.org', 'wrong', '192.0.2.9')));
  }
  expect(nowhere).toEqual(there);
});

test('many tries at once are counted one by one', async () => {
  const { email } = await anOrganisation(service);
  const tries = new Array(9).fill('wrong').map(async (typed: string) => tryAs(email, typed));
  const words = (await Promise.all(tries)).flat();
  expect(words.filter((each) => each === notTogether)).toHaveLength(5);
});

test('one network tries forty accounts, whichever they are', async () => {
  const words: string[] = [];
  for (let tries = 0; tries < 42; tries += 1) {
    const host = `2001:db8:0:7:${tries}::1`;
    words.push(...(await tryAs(`someone-${tries}@example.org`, 'wrong', host)));
  }
  expect(words.filter((each) => each === notTogether)).toHaveLength(40);
  expect(await tryAs('x@example.org', 'wrong', '2001:db8:0:8::1')).toEqual([notTogether]);
});

test('without an account a hash is compared all the same', async () => {
  const { email } = await anOrganisation(service);
  expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
  const [there, nowhere]: [number[], number[]] = [[], []];
  const timed = async (name: string) => {
    const before = performance.now();
    await tryAs(name, 'wrong', '192.0.2.10');
    return performance.now() - before;
  };
  for (let tries = 0; tries < 5; tries += 1) {
    there.push(await timed(email));
    nowhere.push(await timed('nobody-else@example.org'));
  }
  // The least of several: whatever else a machine has to do only adds to a time.
  expect(Math.min(...nowhere)).toBeGreaterThan(Math.min(...there) / 3);
});

test('an account that was closed lets nobody in, in the same words', async () => {
  const { email } = await anOrganisation(service);
  await service.store.read({ reach: 'sign-in' }, async ({ client }) =>
    client.query('update account set closed_at = now() where email = $1', [email]),
  );
  expect(await tryAs(email, password)).toEqual([notTogether]);
});

test('a clock that was ahead and is put right locks nobody out and keeps nobody in', async () => {
  const [{ email }, other] = [await anOrganisation(service), await anOrganisation(service)];
  const ahead = 365 * 24 * 60 * 60_000;
  clock.now += ahead;
  for (let tries = 0; tries < 7; tries += 1) await tryAs(email, 'wrong', '192.0.2.11');
  const token = await tokenOf(service, other.email);
  clock.now -= ahead;
  expect(await tryAs(email, password, '192.0.2.11')).toEqual([]);
  expect((await findActor(service, { signIn: token })).kind).toBe('anyone');
});
