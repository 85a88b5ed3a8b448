// One's own name and e-mail address: changed by oneself, and the address only by whoever shows once
// more that it is them.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { readRecord } from '../../src/service/record/index.ts';
import {
  changeEmail,
  changeName,
  makeToken,
  readOwnAccount,
} from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import { anOrganisation, got, password, signedInAs } from '../support/made-organisations.ts';
import { served } from '../support/served.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore());
const { service, address } = await served({ ...made, clock: () => Date.now() });
const browser = withBrowser();

async function somebody() {
  const { email } = await anOrganisation(service);
  const actor = await signedInAs(service, email);
  const change = async (input: object) => {
    const done = await perform(service, changeEmail, { actor, input });
    if (!done.ok) return done.problems.map(({ code }) => code);
    return done.value.state === 'refused'
      ? done.value.problems.map(({ code }) => code)
      : done.value.email;
  };
  const own = async () => got(await perform(service, readOwnAccount, { actor, input: {} }));
  return { email, actor, change, own };
}

test('a name is changed, and none is no name', async () => {
  const { actor, own } = await somebody();
  got(await perform(service, changeName, { actor, input: { name: ' Ada Lane-Okoro ' } }));
  expect((await own()).name).toBe('Ada Lane-Okoro');
  const none = await perform(service, changeName, { actor, input: { name: '  ' } });
  expect(none.ok).toBe(false);
});

test('an e-mail address is changed by the password, and the one before is kept', async () => {
  const { actor, email, change, own } = await somebody();
  const to = 'Ada.Lane@Example.org';
  expect(await change({ email: to })).toEqual(['account.change_not_proved']);
  expect(await change({ email: to, current: 'something else' })).toEqual([
    'password.current_otherwise',
  ]);
  expect(await change({ email: 'ada', current: password })).toEqual(['account.email_not_one']);
  expect(await change({ email: to, current: password })).toBe('ada.lane@example.org');
  expect(await own()).toMatchObject({ email: 'ada.lane@example.org', earlierEmails: [{ email }] });
  await expect(signedInAs(service, email)).rejects.toThrow('sign_in.not_together');
  expect((await signedInAs(service, 'ada.lane@example.org')).account).toBe(actor.account);
  const { entries } = got(await perform(service, readRecord, { actor, input: {} }));
  const about = { member: actor.account, changed: 'email' };
  expect(entries.at(-1)).toMatchObject({ act: 'sign-in.change_email', about });
  expect(JSON.stringify(entries)).not.toContain(email);
});

test('an address that is another’s is refused, and so are tries without end', async () => {
  const { change } = await somebody();
  const other = await somebody();
  expect(await change({ email: other.email, current: password })).toEqual(['account.email_taken']);
  const codes: unknown[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    codes.push(await change({ email: 'x@example.org', current: 'guess' }));
  }
  expect(codes.at(-1)).toEqual(['sign_in.too_often']);
});

test('a token changes neither', async () => {
  const { actor } = await somebody();
  const input = { name: 'All', scopes: ['organisations:change'], days: 1 };
  const { token } = got(await perform(service, makeToken, { actor, input }));
  for (const [path, body] of [
    ['name', { name: 'Eve' }],
    ['email', { email: 'eve@example.org', current: password }],
  ] as const) {
    const answer = await fetch(`${address}/api/account/${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(403);
  }
});

test('by screens: the name, the address by the password, and again by a passkey', async () => {
  const { email } = await somebody();
  const page = await browser.open();
  await withDevice(page);
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('The passkey is added.').waitFor();
  await page.goto(`${address}/account/name`);
  await checked(page, 'own-name');
  await page.getByLabel('Name').fill('Ada Moss');
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByText('Your name is changed.').waitFor();
  await page.goto(`${address}/account/email`);
  await page.getByLabel('New e-mail address').fill('moss@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Change it', exact: true }).click();
  await page.getByText('You sign in with moss@example.org from now on.').waitFor();
  await page.goto(`${address}/account/email`);
  await checked(page, 'own-email');
  await page.getByLabel('New e-mail address').fill('ada.moss@example.org');
  await page.getByRole('button', { name: 'Change it by a passkey' }).click();
  await page.getByText('You sign in with ada.moss@example.org from now on.').waitFor();
  await page.goto(`${address}/account/email`);
  expect(await page.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('moss@example.org, until')]),
  );
});

async function withDevice(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function checked(page: Page, name: string): Promise<void> {
  expect(await axe(page)).toEqual([]);
  if (process.env.LOOKS === '1') await look(page, name);
}
