// A discount after admission, in the browser and without scripts: proposed from a day, refused with
// a reason, proposed again and agreed to; and who is not offered it.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExamplePage } from '../support/example-folders.ts';
import { aProvider } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { aMember, tokenOf } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const { service: made } = await aService(await aStore(), '2027-04-05');
const { service, address } = await served(made);
const buyers = await aStaff(service);
const harbour = await aStaff(service, 'Harbour House');
const rate = "- Each provider's discount is taken from Settled and In work.";
const text = readExamplePage('northshire').replace(
  '## Clock and endings',
  `## Prices\n\n${rate}\n\n$&`,
);
const programme = await aPublishedProgramme({ service, staff: buyers, text });
const at = `/programmes/${programme}`;
const buyer = 'buyer@example.org';
const provider = 'provider@example.org';
const finance = 'finance@example.org';
const serving = 'serving@example.org';
const working = 'working@example.org';

beforeAll(async () => {
  const otherwise = { discount: '4%' };
  await aProvider({ service, programme, staff: harbour, by: buyers, otherwise });
  const { organisation } = harbour;
  await aMember(service, buyers.organisation, { duties: ['commissioner'], email: buyer });
  await aMember(service, buyers.organisation, { duties: ['case_worker'], email: working });
  await aMember(service, organisation, { duties: ['administrator'], email: provider });
  await aMember(service, organisation, { duties: ['provider_finance'], email: finance });
  await aMember(service, organisation, { duties: ['provider_staff'], email: serving });
});

const contexts: BrowserContext[] = [];
afterAll(async () => Promise.all(contexts.map((context) => context.close())));

async function openedBy(email: string, path: string, scripts = false): Promise<Page> {
  const context = await browser.context({ scripts });
  contexts.push(context);
  const value = await tokenOf(service, email);
  await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  return page;
}

async function isWell(email: string, page: Page, name: string): Promise<void> {
  const scripted = await openedBy(email, page.url().slice(address.length), true);
  expect(await axe(scripted)).toEqual([]);
  const widths = await scripted.evaluate('[document.documentElement.scrollWidth, innerWidth]');
  const [needed = 0, there = 0] = widths as number[];
  expect(needed).toBeLessThanOrEqual(there);
  await looked(scripted, name);
  await scripted.close();
}

async function looked(page: Page, name: string): Promise<void> {
  if (process.env.LOOKS === '1') await look(page, `discounts-${name}`);
}

async function propose(page: Page, discount: string, from: string): Promise<void> {
  await page.getByLabel('Discount', { exact: true }).fill(discount);
  await page.getByLabel('From which day').fill(from);
  await page.getByRole('button', { name: 'Propose this discount' }).click();
}

const saidOf = async (page: Page) => page.getByRole('status').textContent();
const tableOf = async (page: Page) => page.getByRole('table').textContent();

test('a provider proposes another discount; what is wrong stands at its field, and stays', async () => {
  const page = await openedBy(provider, `${at}/provider`);
  await looked(page, 'place');
  await page.getByRole('link', { name: /^Your discount/ }).click();
  expect(await tableOf(page)).toContain('4%5 April 2027Agreed at admission');
  await propose(page, 'a lot', '2027-04-01');
  const problems = await page.locator('.field-problem').allTextContents();
  expect(problems).toHaveLength(2);
  expect(problems.join(' ')).toContain('"a lot" is not a percentage from 0% to 100%.');
  expect(problems.join(' ')).toContain('which has passed');
  expect(await page.getByLabel('Discount', { exact: true }).inputValue()).toBe('a lot');
  expect(await page.getByLabel('From which day').inputValue()).toBe('2027-04-01');
  await looked(page, 'wrong');
  await propose(page, '', '');
  expect(await page.locator('.field-problem').count()).toBe(2);
  await looked(page, 'empty');
  await propose(page, '7.5', '2027-06-01');
  expect(await saidOf(page)).toContain('is proposed');
  expect(await tableOf(page)).toContain('7.5%1 June 2027Waits for the commissioner5 April 2027');
  await isWell(provider, page, 'own');
});

test('the commissioner refuses with a reason that the provider reads', async () => {
  const page = await openedBy(buyer, `${at}/providers`);
  await looked(page, 'providers');
  await page.getByRole('link', { name: 'Decide on discounts (1)' }).click();
  expect(await page.locator('main').textContent()).toContain('4% from 5 April 2027');
  await page.getByText(/^Refuse it/).click();
  await isWell(buyer, page, 'decide');
  await page.getByRole('button', { name: /^Refuse this discount/ }).click();
  expect(await page.locator('.field-problem').textContent()).toContain('says no reason');
  await looked(page, 'without-reason');
  await page.getByLabel('It may be proposed from another day').check();
  await page.getByRole('button', { name: /^Refuse this discount/ }).click();
  expect(await saidOf(page)).toContain('is refused');
  const told = await openedBy(provider, `${at}/discounts`);
  expect(await tableOf(told)).toContain('RefusedIt may be proposed from another day.');
});

test('what is proposed next is agreed to, and both sides see it', async () => {
  const page = await openedBy(provider, `${at}/discounts`);
  await propose(page, '9%', '2027-07-01');
  await propose(page, '8%', '2027-07-01');
  expect(await tableOf(page)).toContain('Replaced by the next');
  const deciding = await openedBy(buyer, `${at}/discounts`);
  await deciding.getByRole('button', { name: /^Agree to this discount/ }).click();
  expect(await saidOf(deciding)).toContain('is agreed to');
  expect(await deciding.getByRole('button', { name: /^Agree/ }).count()).toBe(0);
  expect(await tableOf(deciding)).toContain('8%1 July 2027Agreed');
  await isWell(buyer, deciding, 'all');
  await page.reload();
  expect(await tableOf(page)).toContain('8%1 July 2027Agreed');
  await isWell(provider, page, 'own-agreed');
});

test('who may not propose or decide is not offered it, and who works with people sees none', async () => {
  const read = await openedBy(finance, `${at}/discounts`);
  expect(await tableOf(read)).toContain('8%');
  expect(await read.getByRole('button', { name: 'Propose this discount' }).count()).toBe(0);
  expect(await read.getByText('An administrator of your organisation proposes').count()).toBe(1);
  const place = await openedBy(serving, `${at}/provider`);
  expect(await place.textContent('h1')).toBe('Harbour House');
  expect(await place.getByText(/discount/i).count()).toBe(0);
  for (const email of [serving, working]) {
    const page = await openedBy(email, `${at}/discounts`);
    expect(await page.textContent('main')).not.toContain('%');
    expect(await page.textContent('h1')).toBe('This cannot be shown');
  }
});
