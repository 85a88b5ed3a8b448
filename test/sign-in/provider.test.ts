import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { invite } from '../../src/service/organisations/index.ts';
import { findActor, signInByProvider } from '../../src/service/sign-in/index.ts';
import { anIdentityProvider } from '../support/identity-provider.ts';
import { aService } from '../support/made-facts.ts';
import {
  anOrganisation,
  got,
  password,
  signedInAs,
  tokenOf,
} from '../support/made-organisations.ts';
import { freePort, served } from '../support/served.ts';
import { withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore());
const port = await freePort();
const provider = await anIdentityProvider(`http://localhost:${port}/sign-in/provider-answer`);
const signIn = { providers: [provider.settings] };
const { service, address } = await served({ ...made, clock: () => Date.now(), signIn }, port);
const browser = withBrowser();

const button = { name: 'Sign in with Works account' };

async function signInByHand(page: Page, email: string): Promise<void> {
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
}

test('whoever ties an identity while signed in signs in by it from then on', async () => {
  const { email } = await anOrganisation(service, { name: 'Hazel' });
  provider.beUser('hazel');
  const page = await browser.open();
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByRole('link', button).click();
  await page.getByText('No account here is tied to who you are at Works account.').waitFor();
  await signInByHand(page, email);
  await page.getByRole('link', { name: 'Sign in with Works account from now on' }).click();
  await page.getByText('You can sign in that way from now on.').waitFor();
  const other = await browser.open();
  await other.goto(`${address}/sign-in?next=/organisation`);
  await other.getByRole('link', button).click();
  await other.getByRole('heading', { name: 'Hazel' }).waitFor();
  const second = await anOrganisation(service);
  const third = await browser.open();
  await signInByHand(third, second.email);
  await third.getByRole('link', { name: 'Sign in with Works account from now on' }).click();
  await third.getByText('is tied to an account already').first().waitFor();
});

test('an invitation makes an account without a password, and opens none that is there', async () => {
  const { email } = await anOrganisation(service, { name: 'Iris' });
  const administrator = await signedInAs(service, email);
  const inviteTo = async (to: string) => {
    const input = { email: to, duties: ['auditor'] };
    return got(await perform(service, invite, { actor: administrator, input })).link;
  };
  provider.beUser('una');
  const page = await browser.open();
  await page.goto(await inviteTo('una@example.org'));
  await page.getByRole('link', { name: 'Join with Works account' }).click();
  await page.waitForURL(`${address}/programmes`);
  await page.goto(`${address}/account`);
  await page.getByText('Name of una').first().waitFor();
  await page.getByRole('button', { name: 'Untie Works account' }).click();
  await page.getByText('This is the only way in which you can sign in.').waitFor();
  const victim = await anOrganisation(service, { name: 'Juniper' });
  provider.beUser('mallory');
  const attacker = await browser.open();
  const link = await inviteTo(victim.email);
  const token = link.split('/').at(-1) ?? '';
  await attacker.goto(`${address}/sign-in/with/works?invitation=${token}`);
  await attacker.getByText('There is an account with this e-mail address').first().waitFor();
});

test('an answer is taken once, and from the browser that asked', async () => {
  const { email } = await anOrganisation(service);
  provider.beUser('kim');
  const page = await browser.open();
  await signInByHand(page, email);
  const link = page.getByRole('link', { name: 'Sign in with Works account from now on' });
  let answer = new URL((await link.getAttribute('href')) ?? '', address).href;
  while (!answer.includes('/provider-answer')) {
    const step = await page.request.get(answer, { maxRedirects: 0 });
    answer = new URL(step.headers().location ?? '', answer).href;
  }
  expect(answer).toContain('code=');
  const other = await browser.open();
  await other.goto(answer);
  await other.getByText('does not answer what this browser asked').waitFor();
  await page.goto(answer);
  await page.getByText('You can sign in that way from now on.').waitFor();
  await page.goto(answer);
  await page.getByText('does not answer what this browser asked').waitFor();
});

test('another page cannot tie an account by sending its owner to the provider', async () => {
  const { email } = await anOrganisation(service);
  const page = await browser.open();
  await signInByHand(page, email);
  for (const tie of ['', '?tie=', '?tie=another']) {
    provider.beUser('mallory');
    await page.goto(`${address}/sign-in/with/works${tie}`);
    expect(page.url()).toBe(`${address}/account`);
  }
  expect(await page.getByRole('button', { name: 'Untie Works account' }).count()).toBe(0);
});

test('what nobody has vouched for is a fault, whoever it says somebody is', async () => {
  const answer = { provider: 'works', subject: 'hazel', name: '' };
  const asked = { actor: { kind: 'anyone' as const }, input: { answer, agent: '' } };
  await expect(perform(service, signInByProvider, asked)).rejects.toThrow('asked for and checked');
});

test('a provider that does not answer is said to be away, and the rest works', async () => {
  const { email } = await anOrganisation(service);
  const away = { ...provider.settings, key: 'away', name: 'Away', issuer: 'http://127.0.0.1:9' };
  const { address: other, service: lone } = await served({
    ...service,
    signIn: { providers: [away] },
  });
  const page = await browser.open();
  await page.goto(`${other}/sign-in/with/away`);
  await page.getByText('Away cannot be reached just now.').waitFor();
  const actor = await findActor(lone, { signIn: await tokenOf(lone, email) });
  expect(actor.kind).toBe('account');
});
