// How a provider joins, in the browser and without scripts: the form, the check, the decision, and
// what each side sees afterwards.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { keepUpProviders } from '../../src/service/joining/index.ts';
import { certificate } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { aMember, tokenOf } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { axe, look, type Opening, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const { service: made, setDay } = await aService(await aStore(), '2027-04-05');
const { service, address } = await served(made);
const buyers = await aStaff(service);
const providers = await aStaff(service, 'Harbour House');
const buyer = 'buyer@example.org';
const provider = 'provider@example.org';
await aMember(service, buyers.organisation, {
  duties: ['commissioner'],
  email: buyer,
  name: 'Bea Buyer',
});
await aMember(service, providers.organisation, {
  duties: ['administrator', 'provider_staff'],
  email: provider,
  name: 'Hal Harbour',
});
const programme = await aPublishedProgramme({ service, staff: buyers });

const contexts: BrowserContext[] = [];
afterAll(async () => Promise.all(contexts.map((context) => context.close())));
const isLooking = process.env.LOOKS === '1';

async function openedBy(email: string | undefined, path: string, opening: Opening = {}) {
  const context = await browser.context({ scripts: false, ...opening });
  contexts.push(context);
  if (email !== undefined) {
    const value = await tokenOf(service, email);
    await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
  }
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  return page;
}

// Axe runs in pages with scripts: the same page is opened anew with them.
async function isWell(email: string | undefined, page: Page, name: string): Promise<void> {
  const path = page.url().slice(address.length);
  const scripted = await openedBy(email, path, { scripts: true });
  expect(await axe(scripted)).toEqual([]);
  const widths = await scripted.evaluate('[document.documentElement.scrollWidth, innerWidth]');
  const [needed = 0, there = 0] = widths as number[];
  expect(needed).toBeLessThanOrEqual(there);
  if (isLooking) await look(scripted, `joining-${name}`);
  await scripted.close();
}

const at = `/programmes/${programme}`;

test('a provider fills in the form, comes back to it, and applies with the page before it', async () => {
  const page = await openedBy(provider, `${at}/join`);
  await isWell(provider, page, 'form-empty');
  await page.getByLabel('Safeguarding lead, by role').fill('Head of services');
  await page.getByLabel('Sum insured for each claim').fill('4,000,000');
  await page.getByRole('button', { name: 'Save and check' }).click();
  expect(page.url()).toBe(`${address}${at}/join/check`);
  const missing = page.getByText('Before it can be sent').locator('..');
  expect(await missing.textContent()).toContain('£5,000,000');
  await isWell(provider, page, 'check-missing');
  await page.getByRole('link', { name: 'Go on filling in' }).click();
  expect(await page.getByLabel('Sum insured for each claim').inputValue()).toBe('4,000,000');
  await page.getByLabel('Charity', { exact: true }).check();
  await page
    .getByLabel('Register of the charity number')
    .fill('Charity Commission for England and Wales');
  await page.getByLabel('Number as a charity').fill('1123456');
  await page.getByLabel('Sum insured for each claim').fill('5,000,000');
  await page.getByLabel('Certificate of insurance').setInputFiles({
    name: 'scan.pdf',
    mimeType: 'application/pdf',
    buffer: certificate,
  });
  await page.getByLabel('Last day on which it holds').fill('2027-06-30');
  await page.getByLabel('Yes, this is so').check();
  await page.getByLabel('How many you can serve at once').fill('40');
  await page.getByRole('button', { name: 'Save for later' }).click();
  expect(await page.getByRole('status').textContent()).toContain('Saved');
  await isWell(provider, page, 'applications-draft');
  await page.getByRole('table').getByRole('link').click();
  await isWell(provider, page, 'form-filled');
  await page.getByRole('button', { name: 'Save and check' }).click();
  await isWell(provider, page, 'check');
  await page.getByRole('button', { name: 'Agree and apply' }).click();
  expect(await page.getByRole('status').textContent()).toContain('has been sent');
  await isWell(provider, page, 'sent');
});

test('what is no document is said beside its field, and what was typed stays', async () => {
  const others = await aStaff(service, 'Bright Futures');
  const email = 'bright@example.org';
  await aMember(service, others.organisation, { duties: ['provider_staff'], email });
  const page = await openedBy(email, `${at}/join`);
  await page.getByLabel('Safeguarding lead, by role').fill('Head of services');
  const wrong = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\0\0') };
  await page.getByLabel('Certificate of insurance').setInputFiles(wrong);
  await page.getByRole('button', { name: 'Save and check' }).click();
  expect(await page.getByLabel('Safeguarding lead, by role').inputValue()).toBe('Head of services');
  const problem = page.locator('.field-problem');
  expect(await problem.textContent()).toContain('a program');
});

test('the commissioner decides by the conditions, with the document as a file', async () => {
  const page = await openedBy(buyer, `${at}/providers`);
  await isWell(buyer, page, 'providers-none');
  await page.getByRole('link', { name: 'Decide on applications (1)' }).click();
  await isWell(buyer, page, 'applications');
  await page.getByRole('link', { name: 'Harbour House' }).click();
  await isWell(buyer, page, 'decide');
  const href = await page.getByRole('link', { name: /^PDF/ }).getAttribute('href');
  const given = await page.request.get(`${address}${href}`);
  expect(given.headers()['content-disposition']).toMatch(/^attachment; filename="document-/);
  expect(await given.body()).toEqual(certificate);
  await page.getByText('Refuse by conditions that are not met').click();
  await page.getByRole('button', { name: 'Refuse this application' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('decision.without_reason');
  await page.getByRole('button', { name: 'Admit this provider' }).click();
  expect(await page.getByRole('status').textContent()).toContain('Harbour House is admitted.');
  await isWell(buyer, page, 'providers');
  await page.getByRole('button', { name: /^Pause/ }).click();
  expect(await page.getByRole('table').textContent()).toContain('Paused: by the commissioner');
  const open = await openedBy(undefined, `${at}/providers`);
  expect(await open.getByRole('table').textContent()).toContain('Takes nobody new at present');
  await isWell(undefined, open, 'public');
  await page.getByRole('button', { name: /^Resume/ }).click();
  expect(await page.getByRole('table').textContent()).toContain('Open to referrals');
});

test('a provider shows again what ran out, pauses, and gives notice', async () => {
  setDay('2027-07-01');
  expect(await keepUpProviders(service)).toEqual([]);
  const page = await openedBy(provider, `${at}/provider`);
  expect(await page.getByText('Paused: a condition has to be shown again').count()).toBe(1);
  await isWell(provider, page, 'place-paused');
  await page.getByRole('link', { name: /insurance of £5,000,000/ }).click();
  await isWell(provider, page, 'show-again');
  await page.getByLabel('Sum insured for each claim').fill('5,000,000');
  const scan = { name: 'new.pdf', mimeType: 'application/pdf', buffer: certificate };
  await page.getByLabel('Certificate of insurance').setInputFiles(scan);
  await page.getByLabel('Last day on which it holds').fill('2028-09-30');
  await page.getByRole('button', { name: 'Show it again' }).click();
  expect(await page.getByText('Open to referrals').count()).toBe(1);
  await page.getByRole('button', { name: 'Pause new referrals' }).click();
  expect(await page.getByText('Paused: by the provider').count()).toBe(1);
  await page.getByRole('button', { name: 'Resume new referrals' }).click();
  await page.getByLabel('How many you can serve at once').fill('none');
  await page.getByRole('button', { name: 'Change what you offer' }).click();
  expect(await page.getByLabel('How many you can serve at once').inputValue()).toBe('none');
  await isWell(provider, page, 'place');
  await page.goto(`${address}${at}/provider`);
  await page.getByRole('button', { name: 'Give notice' }).click();
  expect(await page.getByText('Leaves on').count()).toBe(1);
});

test('nobody who is not asked reads an application, or opens a document of it', async () => {
  const page = await openedBy(buyer, `${at}/applications`);
  const href = await page.getByRole('link', { name: 'Harbour House' }).getAttribute('href');
  const other = await openedBy('bright@example.org', href ?? '');
  expect(await other.textContent('h1')).toBe('Not found');
  const open = await openedBy(undefined, href ?? '');
  expect(open.url()).toContain('/sign-in');
});
