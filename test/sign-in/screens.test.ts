import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { invite } from '../../src/service/organisations/index.ts';
import { askPasskey, makeToken, makeWayBack } from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import {
  aMember,
  anOrganisation,
  got,
  password,
  signedInAs,
} from '../support/made-organisations.ts';
import { served } from '../support/served.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore());
const signIn = {
  providers: [
    {
      key: 'works',
      name: 'Northshire Council account',
      issuer: 'https://login.example.org',
      clientId: 'outturn',
      clientSecret: 'none',
    },
  ],
};
const { service, address } = await served({ ...made, clock: () => Date.now(), signIn });
const browser = withBrowser();
const shows = process.env.LOOKS === '1';

async function isClean(page: Page, name: string): Promise<void> {
  if (shows) await look(page, name);
  expect([name, await axe(page)]).toEqual([name, []]);
}

test('where the address is a number, passkeys are not offered and the rest is', async () => {
  const { hostname, port } = new URL(address);
  const other = { ...service, address: `http://127.0.0.1:${port}` };
  expect(hostname).toBe('localhost');
  const asked = { actor: { kind: 'anyone' as const }, input: { browser: 'b'.repeat(43) } };
  const refused = await perform(other, askPasskey, asked);
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'passkey.not_here' }] });
  expect(got(await perform(service, askPasskey, asked)).options).toMatchObject({
    rpId: 'localhost',
    userVerification: 'required',
  });
});

test('every screen of signing in and of organisations is without fault for axe', async () => {
  const { email, organisation, account } = await anOrganisation(service, {
    name: 'Northshire Council',
    duties: ['commissioner'],
  });
  const limit = { amount: '2250000.00', currency: 'GBP' };
  const ngozi = await aMember(service, organisation, {
    duties: ['publisher', 'finance_approver'],
    name: 'Ngozi Adeyemi',
    limit,
  });
  await aMember(service, organisation, { duties: ['case_worker'], name: 'Tomasz Wilk' });
  const actor = await signedInAs(service, email);
  const invited = { email: 'una.byrne@northshire.example', duties: ['verifier', 'auditor'] };
  const { link } = got(await perform(service, invite, { actor, input: invited }));
  const token = { name: 'Nightly attendance export', scopes: ['facts:change'], days: 90 };
  got(await perform(service, makeToken, { actor, input: token }));
  const page = await browser.open();
  const see = async (path: string, name: string) => {
    await page.goto(new URL(path, address).href);
    await isClean(page, name);
  };
  await see('/sign-in', 'sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await isClean(page, 'sign-in-refused');
  await see('/sign-up', 'sign-up');
  await see(link, 'invitation');
  const input = { email };
  const back = await perform(service, makeWayBack, { actor: { kind: 'service' }, input });
  await see(got(back).link, 'way-back');
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await isClean(page, 'passkey');
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await see('/account', 'account');
  await see('/account/password', 'account-password');
  await see('/account/tokens', 'account-tokens');
  await page.getByLabel('What it is for').fill('Weekly figures');
  await page.getByLabel('Read settlements, statements and payments').check();
  await page.getByRole('button', { name: 'Make the token' }).click();
  await isClean(page, 'account-token-made');
  await see('/organisation', 'organisation');
  await see('/organisation/invite', 'organisation-invite');
  await see(`/organisation/members/${ngozi.account}`, 'organisation-member');
  await see(`/organisation/members/${account}`, 'organisation-oneself');
  await see('/organisation/leave', 'organisation-leave');
  await see('/organisation/choose', 'organisation-choose');
  await page.goto(`${address}/account`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await isClean(page, 'passkey-new');
});

test('whoever signs up with nothing filled in is told of every field at once', async () => {
  const page = await browser.open();
  await page.goto(`${address}/sign-up`);
  await page.getByRole('button', { name: 'Sign up' }).click();
  const problems = await page.locator('[role=alert] a').allTextContents();
  expect(problems).toEqual([
    'Name of your organisation: The name of the organisation is missing.',
    expect.stringMatching(/^Your name/),
    'Your e-mail address: Nothing is given.',
    expect.stringMatching(/^Password|^The password/),
  ]);
  await isClean(page, 'sign-up-empty');
});
