// A token does not outlive the password with which it was made, unless its owner says so.
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import {
  changePassword,
  findActor,
  followWayBack,
  makeToken,
  makeWayBack,
  readOwnAccount,
} from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import { anOrganisation, got, password, signedInAs } from '../support/made-organisations.ts';
import { served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore());
const { service, address } = await served(made);
const other = 'kettle river nineteen moss';

async function somebody() {
  const { email } = await anOrganisation(service);
  const actor = await signedInAs(service, email);
  const input = { name: 'Nightly', scopes: ['organisations:read'], days: 30 };
  const { token } = got(await perform(service, makeToken, { actor, input }));
  const isTaken = async () => (await findActor(service, { bearer: token })).kind === 'account';
  return { email, actor, isTaken };
}

test('a way back that is followed ends every token', async () => {
  const { email, isTaken } = await somebody();
  const { isTaken: isOthersTaken } = await somebody();
  const running = { kind: 'service' } as const;
  const { link } = got(await perform(service, makeWayBack, { actor: running, input: { email } }));
  const page = await (await fetch(link)).text();
  expect(page).toContain('Wherever you are signed in now ends, and so do your tokens.');
  expect(await isTaken()).toBe(true);
  const input = {
    token: link.slice(`${address}/way-back/`.length),
    password: other,
    agent: 'test',
  };
  got(await perform(service, followWayBack, { actor: { kind: 'anyone' }, input }));
  expect([await isTaken(), await isOthersTaken()]).toEqual([false, true]);
});

test('a password that is changed ends them too', async () => {
  const { actor, isTaken } = await somebody();
  const input = { current: password, password: other };
  const changed = got(await perform(service, changePassword, { actor, input }));
  expect(changed).toMatchObject({ state: 'changed', tokensEnded: 1 });
  expect(await isTaken()).toBe(false);
  expect(got(await perform(service, readOwnAccount, { actor, input: {} })).tokens).toEqual([]);
});

test('they stay where one says so, and where the password was not changed', async () => {
  const { actor, isTaken } = await somebody();
  const wrong = { current: 'another one entirely', password: other };
  expect(got(await perform(service, changePassword, { actor, input: wrong }))).toMatchObject({
    state: 'refused',
  });
  expect(await isTaken()).toBe(true);
  const input = { current: password, password: other, keepsTokens: true };
  const changed = got(await perform(service, changePassword, { actor, input }));
  expect(changed).toMatchObject({ state: 'changed', tokensEnded: 0 });
  expect(await isTaken()).toBe(true);
});
