import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { signInByPasskey } from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import { anOrganisation, got, password } from '../support/made-organisations.ts';
import { served } from '../support/served.ts';
import { withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore());
const { service, address } = await served({ ...made, clock: () => Date.now() });
const browser = withBrowser();

/** A device in this browser that makes passkeys, and whose user is there and shows so. */
async function withDevice(page: Page): Promise<Readonly<{ cdp: CDPSession; device: string }>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, device: authenticatorId };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill(name);
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('The passkey is added.').waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.person summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
}

test('a passkey is added, signs in without a name or a password, and is removed', async () => {
  const { email } = await anOrganisation(service, { name: 'Gorse' });
  const page = await browser.open();
  await withDevice(page);
  await signIn(page, email);
  await addPasskey(page, 'Work telephone');
  await signOut(page);
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  expect(await page.getByRole('rowheader', { name: 'Work telephone' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Remove Work telephone' }).click();
  await page.getByText('The passkey is removed.').waitFor();
});

test('a passkey whose counter went back is refused, and so is an answer given twice', async () => {
  const { email } = await anOrganisation(service);
  const page = await browser.open();
  const { cdp, device } = await withDevice(page);
  await signIn(page, email);
  await addPasskey(page, 'Key');
  await signOut(page);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/sign-in/passkey/answer')) sent.push(request.postData() ?? '');
  });
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${address}/programmes`);
  const given = new URLSearchParams(sent[0]);
  const again = await perform(service, signInByPasskey, {
    actor: { kind: 'anyone' },
    input: {
      response: given.get('response') ?? '',
      browser: given.get('csrf') ?? '',
      address: '192.0.2.3',
      agent: 'test',
    },
  });
  expect(got(again)).toMatchObject({ state: 'refused' });
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: device });
  const [credential] = credentials;
  expect(credential?.signCount).toBeGreaterThan(0);
  if (credential === undefined) return;
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId: device });
  await cdp.send('WebAuthn.addCredential', {
    authenticatorId: device,
    credential: { ...credential, signCount: 0 },
  });
  await page.goto(`${address}/account`);
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('The passkey was not taken').first().waitFor();
});

test('a passkey of another service is not taken', async () => {
  const page = await browser.open();
  await withDevice(page);
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('No passkey was used.').waitFor();
});
